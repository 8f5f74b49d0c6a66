import Search
import Storage

/// The register by words, through the index of the portal's search, or as it stands when nothing is looked for.
enum RegisterFinding {
    /// Answered and published, the newest first.
    static func entries(_ filter: RegisterFilter, after text: String?, in tx: Transaction) throws
        -> Slice<RequestRow>
    {
        guard let query = SearchQuery(SearchWords.plain(filter.words))?.byCharacter() else {
            return try RegisterStore.answered(filter, after: text, in: tx)
        }
        let before = try text.map { try Cursor($0).id } ?? .max
        let answers = query.and(anyOf: [SearchDocument.Facet.kind.word(SearchKind.answer.rawValue)])
        let ids = try SearchIndex.words.newest(
            answers, before: before, limit: RequestStore.pageSize + 1, narrowing: filter.narrowing, in: tx)
        let page = Slice(fetched: ids, size: RequestStore.pageSize) { Cursor(key: "words", id: $0) }
        return Slice(items: try rows(of: page.items, in: tx), next: page.next)
    }

    /// The requests of these documents, in their order.
    private static func rows(of documents: [Int64], in tx: Transaction) throws -> [RequestRow] {
        guard !documents.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT r.*, d.id AS document_id FROM search_document d JOIN service_request r ON r.id = \(request)
            WHERE d.id IN \(list: documents.padded) AND r.published_at IS NOT NULL
            """)
        return try rows.sorted { try $0.id("document_id") > $1.id("document_id") }.map(RequestRow.init)
    }

    /// The case a document is about: other sources' keys are no numbers, and are not read as such.
    static let request: SQL =
        "CASE WHEN d.source = \(RegisterSearch.source) THEN CAST(d.key AS BIGINT) END"
}

extension RegisterFilter {
    /// What else a document has to be.
    fileprivate func narrowing(_ id: SQL) -> SQL {
        var conditions: [SQL] = ["d.id = \(id)", "r.published_at IS NOT NULL"]
        if !category.isEmpty { conditions.append("r.category = \(category)") }
        if !division.isEmpty { conditions.append("r.division = \(division)") }
        return """
            EXISTS (SELECT 1 FROM search_document d JOIN service_request r ON r.id = \(RegisterFinding.request)
                WHERE \(SQL.joined(conditions, " AND ")))
            """
    }
}
