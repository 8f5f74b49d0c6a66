import Codes
import Search
import Storage
import WorkingTime

/// Answered requests in the search of the portal: what the public register says of them, and nothing else.
struct RegisterSearch: Sendable {
    static let source = "requests"
    /// Answers of one transaction.
    private static let batch = 50

    let database: Database

    /// Tells the search of every answer that was published since it was last told.
    ///
    /// - Throws: `StorageError`.
    func follow(at now: Instant) async throws {
        while try await tell(at: now) == Self.batch { try Task.checkCancellation() }
    }

    private func tell(at now: Instant) async throws -> Int {
        let waiting = try await database.read { try RegisterStore.unfound(limit: Self.batch, in: $0) }
        guard !waiting.isEmpty else { return 0 }
        // Telling twice is telling once: a document takes the place of the one under its key.
        try await database.write { tx in
            for row in waiting {
                if let document = Self.document(row) { try SearchIndex.put(document, in: tx) }
                try tx.execute("UPDATE service_request SET found_at = \(now) WHERE id = \(row.id)")
            }
        }
        return waiting.count
    }

    /// What the search knows of an answer; nil for one whose words hold a number of a person after all.
    static func document(_ row: RequestRow) -> SearchDocument? {
        guard let title = row.publicTitle, let published = row.publishedAt else { return nil }
        let words = [row.publicWords, row.publicAnswer].compactMap(\.self).joined(separator: "\n")
        guard PersonalData.findings(in: "\(title)\n\(words)", names: []).isEmpty else { return nil }
        return SearchDocument(
            source: source, key: SearchDocument.key(row.id), kind: .answer, organ: row.organ, title: title,
            summary: String((row.publicAnswer ?? "").prefix(120)),
            address: RequestPath.answered(String(row.id)), date: published.day, keywords: ["群众诉求"],
            text: words)
    }

    /// The published answers after a key.
    static func documents(after key: String, limit: Int, in tx: Transaction) throws -> [SearchDocument] {
        var last = Int64(key) ?? 0
        var found: [SearchDocument] = []
        // A page is full of documents or the last one, also where an answer among them is left out.
        while found.count < limit {
            let rows = try RegisterStore.published(after: last, limit: limit, in: tx)
            found += rows.compactMap(document)
            guard rows.count == limit, let end = rows.last else { break }
            last = end.id
        }
        return Array(found.prefix(limit))
    }
}

extension ServiceRequests {
    /// The public register, for the search of the portal.
    public static let searchSource = SearchSource(name: RegisterSearch.source) { key, limit, tx in
        try RegisterSearch.documents(after: key, limit: limit, in: tx)
    }
}
