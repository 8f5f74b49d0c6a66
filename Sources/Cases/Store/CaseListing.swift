import Codes
import Identity
import Search
import Storage
import WorkingTime

/// One page of cases as SQL: the ids are found along an index that has the viewer and the narrowing in it, and
/// only the rows of the page are read.
struct CaseListing {
    let filter: CaseFilter
    let viewer: Viewer
    /// Only cases older than this one: where the page before ended.
    let before: Int64
    let limit: Int
    let dialect: Dialect

    /// `SELECT … FROM service_case c`, newest first.
    var query: SQL {
        """
        SELECT c.id, c.number, c.subject_name, c.organ, c.applicant_name, c.phase, c.outcome, c.filed_at,
            c.due_at, (SELECT p.number FROM service_case p WHERE p.id = c.parent_id) AS parent_number
        FROM service_case c WHERE c.id IN (\(SQL.joined(ids, " UNION "))) AND \(viewer.maySeeCase)
        ORDER BY c.id DESC LIMIT \(limit)
        """
    }

    /// How many there are, counted as far as the limit.
    var count: SQL {
        "SELECT count(*) FROM (SELECT id FROM (\(SQL.joined(ids, " UNION "))) AS found LIMIT \(limit)) AS page"
    }

    /// Whether words are looked for, and not a case by its whole number.
    var looksForWords: Bool { words != nil }

    private var words: SearchQuery? {
        guard let text = filter.text, (try? CaseNumber(text)) == nil else { return nil }
        return SearchQuery(text)
    }

    /// Ways to the newest ids that fit, each with a page of its own; together they hold the page.
    private var ids: [SQL] {
        if let text = filter.text { return search(text) }
        guard let parties = viewer.parties else {
            return phases.map { phase in
                page(of: "service_case c", by: "c.id", phase.map { "c.phase = \($0)" } ?? "1 = 1")
            }
        }
        return parties.flatMap { party in
            phases.map { phase in
                page(
                    of: "case_party v JOIN service_case c ON c.id = v.case_id", by: "v.case_id",
                    walk(party, phase))
            }
        } + ["SELECT id FROM service_case WHERE id = 0"]
    }

    /// The phases to walk along; what is overdue is looked for where a limit runs, which is little at any moment.
    private var phases: [Phase?] {
        guard filter.phase == nil, filter.overdueAt != nil else { return [filter.phase] }
        return [.submitted, .accepted, .decided]
    }

    /// A party's cases, narrowed in the same index.
    private func walk(_ party: String, _ phase: Phase?) -> SQL {
        var parts: [SQL] = ["v.party = \(party)"]
        if let phase { parts.append("v.phase = \(phase)") }
        if let organ = filter.organ { parts.append("v.organ = \(organ)") }
        return SQL.joined(parts, " AND ")
    }

    private func page(of table: SQL, by id: SQL, _ condition: SQL = "1 = 1") -> SQL {
        """
        SELECT id FROM (SELECT \(id) AS id FROM \(table)
            WHERE \(condition) AND \(filter.condition) AND \(id) < \(before)
            ORDER BY \(id) DESC LIMIT \(limit)) AS page
        """
    }

    /// By number, or by words; the index knows who may see what, so that a word that is frequent elsewhere
    /// costs nothing here.
    private func search(_ text: String) -> [SQL] {
        let number = page(
            of: "service_case c", by: "c.id", "c.number = \(text) AND \(viewer.maySeeCase)")
        guard var query = words else { return [number] }
        if let parties = viewer.parties { query = query.and(anyOf: parties.map(CaseIndexing.word)) }
        return [number, found(query.text(for: dialect))]
    }

    private func found(_ query: String) -> SQL {
        // The rows of the cases are asked only where the list is narrowed further: the index alone finds a page
        // of a frequent word at once.
        let isNarrowed = filter.isNarrowed
        switch dialect {
        case .sqlite:
            let table: SQL = isNarrowed ? " JOIN service_case c ON c.id = case_text.rowid" : ""
            return page(of: "case_text\(table)", by: "case_text.rowid", "case_text MATCH \(query)")
        case .postgresql:
            let table: SQL = isNarrowed ? " JOIN service_case c ON c.id = x.case_id" : ""
            return page(
                of: "case_text x\(table)", by: "x.case_id", "x.words @@ CAST(\(query) AS tsquery)")
        }
    }
}
