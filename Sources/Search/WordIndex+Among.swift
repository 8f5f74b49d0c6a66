import Storage

extension WordIndex {
    /// Those among known rows that the query finds, the newest first.
    ///
    /// - Parameter ids: a few hundred at most: on PostgreSQL their words are read, and not the index.
    /// - Throws: `StorageError`.
    public func newest(_ query: SearchQuery, among ids: [Int64], in tx: Transaction) throws -> [Int64] {
        guard !ids.isEmpty else { return [] }
        switch tx.dialect {
        case .sqlite:
            // The sign keeps FTS5 from asking the whole question once for each id.
            return try newest(query, limit: ids.count, narrowing: { "+\($0) IN \(list: ids.padded)" }, in: tx)
        case .postgresql:
            return try tx.rows(held(query, by: ids)).map { try $0.id("id") }
        }
    }

    /// The rows are read by their ids, and only then asked: the planner would go through the index otherwise.
    private func held(_ query: SearchQuery, by ids: [Int64]) -> SQL {
        let scoped = query.within(Set(ids.map(span)).sorted().map(Self.scope))
        return """
            SELECT f.id FROM
                (SELECT x.\(key) AS id, x.words FROM \(table) x
                WHERE x.\(key) IN \(list: ids.padded) OFFSET 0) AS f
            WHERE f.words @@ CAST(\(scoped.text(for: .postgresql)) AS tsquery) ORDER BY f.id DESC
            """
    }
}

extension [Int64] {
    /// The same ids and none more, as long as the next power of two: otherwise each length of a list would be a
    /// statement of its own.
    public var padded: [Int64] {
        var length = 8
        while length < count { length *= 2 }
        return self + Array(repeating: -1, count: length - count)
    }
}
