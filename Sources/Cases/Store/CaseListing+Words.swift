import Search
import Storage

/// Cases by words. The index holds each word for everybody and once more for each organ that has to do with the case, so
/// that a word which is frequent elsewhere costs nothing here.
extension CaseListing {
    /// Ways through the index of words, each with a page of its own.
    func found(_ query: SearchQuery) -> [SQL] {
        guard let parties = viewer.parties else { return [page(within(spans, of: "", query))] }
        let organs = parties.filter(Party.isOrgan).map(CaseWords.word)
        let others = parties.filter { !Party.isOrgan($0) }.map(CaseWords.word)
        return organs.map { page(within(spans, of: $0, query)) }
            + (others.isEmpty ? [] : [page(within(spans, of: "", query).and(anyOf: others))])
    }

    private func within(_ spans: ClosedRange<Int64>, of organ: String, _ query: SearchQuery) -> SearchQuery {
        let scopes = spans.map { CaseWords.scope(organ, span: $0, for: dialect) }
        return scopes == [""] ? query : query.within(scopes)
    }

    /// The case at which the newest so many of every list end: whatever is newer stands in one of them.
    func horizon(of count: Int) -> SQL {
        // What is overdue is not among the newest, so there the newest that are overdue.
        let edges = walks(isNarrowed: filter.overdueAt != nil, take: "LIMIT 1 OFFSET \(count - 1)")
        return "SELECT coalesce(max(id), 0) AS id FROM (\(SQL.joined(edges, " UNION ALL "))) AS edge"
    }

    /// Those of the newest so many cases in which the words stand, looked through one by one.
    func recent(_ count: Int, since horizon: Int64, _ query: SearchQuery) -> SQL {
        let lists = walks(since: horizon, take: "LIMIT \(count)")
        let text = within(spans, of: "", query).text(for: dialect)
        return self.query(of: [
            """
            SELECT r.id FROM (\(SQL.joined(lists, " UNION "))) AS r
            WHERE EXISTS (SELECT 1 FROM case_text x
                WHERE x.case_id = r.id AND x.words @@ CAST(\(text) AS tsquery)
                LIMIT 1 OFFSET 0)
            """
        ])
    }

    private func page(_ query: SearchQuery) -> SQL {
        let text = query.text(for: dialect)
        switch dialect {
        case .sqlite:
            // In the order of the index: it stops when the page is full.
            return """
                SELECT id FROM (SELECT case_text.rowid AS id FROM case_text
                    WHERE case_text MATCH \(text) AND \(narrowing(of: "case_text.rowid"))
                        AND case_text.rowid < \(before)
                    ORDER BY case_text.rowid DESC LIMIT \(limit)) AS page
                """
        case .postgresql:
            return """
                SELECT id FROM (SELECT f.id FROM
                    (SELECT x.case_id AS id FROM case_text x WHERE x.words @@ CAST(\(text) AS tsquery) OFFSET 0) AS f
                    WHERE f.id < \(before) AND \(narrowing(of: "f.id"))
                    ORDER BY f.id DESC LIMIT \(limit)) AS page
                """
        }
    }
}
