import Codes
import Identity
import Search
import Storage
import WorkingTime

/// One page of cases as SQL: the ids are found along an index that has the viewer and the narrowing in it, and
/// only the rows of the page are read.
///
/// Every way is pinned with `LIMIT … OFFSET 0`, which neither engine looks through: which way is short depends on what
/// stands together in our cases, and no statistics of an engine know that.
struct CaseListing {
    let filter: CaseFilter
    let viewer: Viewer
    /// Only cases older than this one: where the page before ended.
    let before: Int64
    let limit: Int
    let dialect: Dialect
    /// So many cases are looked through one by one before an index is asked that gives all that fit.
    var nearby = 500
    /// The spans in which words are looked for; SQLite's index knows none.
    var spans: ClosedRange<Int64> = 0...0
    /// The phases in which so little is overdue in the whole district that all of it is looked through.
    var littleOverdue: Set<Phase> = []

    /// `SELECT … FROM service_case c`, newest first.
    var query: SQL { query(of: ids) }

    /// The same for cases found by other means.
    func query(of ids: [SQL]) -> SQL {
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

    /// What is to be looked for, when it is words and not a case by its whole number.
    var words: SearchQuery? {
        guard let text = filter.text, (try? CaseNumber(text)) == nil else { return nil }
        return SearchQuery(text)
    }

    /// Ways to the newest ids that fit, each with a page of its own; together they hold the page.
    private var ids: [SQL] {
        guard let text = filter.text else {
            return filter.overdueAt == nil ? walks(take: "LIMIT \(limit)") : overdue
        }
        return [numbered(text)] + (words.map(found) ?? [])
    }

    /// The lists in which this viewer's cases stand, newest first.
    func walks(
        along some: [Phase?]? = nil, since horizon: Int64 = 0, isNarrowed: Bool = true, take: SQL
    ) -> [SQL] {
        let phases = some ?? phases
        guard let parties = viewer.parties else {
            return phases.map { phase in
                let own: SQL = phase.map { "v.phase = \($0)" } ?? "1 = 1"
                return walk(of: "service_case v", by: "v.id", own, since: horizon, isNarrowed, take)
            }
        }
        return parties.flatMap { party in
            phases.map { phase in
                walk(
                    of: "case_party v", by: "v.case_id", own(party, phase), since: horizon, isNarrowed, take)
            }
        } + ["SELECT id FROM service_case WHERE id = 0"]
    }

    /// The phases to walk along; what is overdue is looked for where a limit runs, which is little at any moment.
    var phases: [Phase?] {
        guard filter.phase == nil, filter.overdueAt != nil else { return [filter.phase] }
        return [.submitted, .accepted, .decided]
    }

    /// A party's cases, narrowed in the same index.
    private func own(_ party: String, _ phase: Phase?) -> SQL {
        var parts: [SQL] = ["v.party = \(party)"]
        if let phase { parts.append("v.phase = \(phase)") }
        if let organ = filter.organ { parts.append("v.organ = \(organ)") }
        return SQL.joined(parts, " AND ")
    }

    private func walk(
        of table: SQL, by id: SQL, _ own: SQL, since horizon: Int64, _ isNarrowed: Bool, _ take: SQL
    ) -> SQL {
        let narrowing = isNarrowed ? narrowing(of: id) : "1 = 1"
        // Along the parties nobody comes to the desk of a feature.
        let kind: SQL =
            viewer.parties == nil && viewer != .system
            ? "v.kind NOT IN \(CaseKind.apart)" : "1 = 1"
        return """
            SELECT id FROM (SELECT \(id) AS id FROM \(table)
                WHERE \(own) AND \(kind) AND \(narrowing) AND \(id) < \(before) AND \(id) >= \(horizon)
                ORDER BY \(id) DESC \(take)) AS page
            """
    }

    /// What the list itself does not say of its cases is asked of each.
    func narrowing(of id: SQL) -> SQL {
        guard filter.isNarrowed else { return viewer.stillActs(in: id) }
        return """
            \(viewer.stillActs(in: id)) AND
            EXISTS (SELECT 1 FROM service_case c WHERE c.id = \(id) AND \(filter.condition) LIMIT 1 OFFSET 0)
            """
    }

    private func numbered(_ number: String) -> SQL {
        """
        SELECT c.id FROM service_case c
        WHERE c.number = \(number) AND \(filter.condition) AND c.id < \(before) AND \(viewer.maySeeCase)
        """
    }
}
