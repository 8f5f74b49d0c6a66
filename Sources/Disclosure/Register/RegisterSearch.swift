import Codes
import Search
import Storage
import WorkingTime

/// Answered requests in the search of the portal: what the public register says of them, and nothing else. Who asked, the
/// number of the case and the words of the request are in no column that is read here.
///
/// What follows a case only writes, and asks nothing; so the search is told a moment later, by a job.
struct RegisterSearch: Sendable {
    static let source = "disclosure"
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
        let waiting = try await database.read { try Self.unfound(in: $0) }
        guard !waiting.isEmpty else { return 0 }
        // Telling twice is telling once: a document takes the place of the one under its key.
        try await database.write { tx in
            for row in waiting {
                if let document = Self.document(row) { try SearchIndex.put(document, in: tx) }
                try tx.execute("UPDATE disclosure_request SET found_at = \(now) WHERE id = \(row.id)")
            }
        }
        return waiting.count
    }

    private static func unfound(in tx: Transaction) throws -> [RequestRow] {
        try tx.rows(
            """
            SELECT * FROM disclosure_request WHERE published_at IS NOT NULL AND found_at IS NULL
            ORDER BY published_at, id LIMIT \(batch)
            """
        ).map(RequestRow.init)
    }

    /// What the search knows of an answer; nil for one that is not public, or whose words hold a number of a person after
    /// all: they were looked through when they were drafted, and what is looked for may have grown since.
    static func document(_ row: RequestRow) -> SearchDocument? {
        guard let title = row.publicTitle, let published = row.publishedAt else { return nil }
        let words = row.publicWords ?? ""
        guard PersonalData.findings(in: "\(title)\n\(words)", names: []).isEmpty else { return nil }
        return SearchDocument(
            source: source, key: SearchDocument.key(row.id), kind: .answer, organ: row.organ, title: title,
            summary: String(words.prefix(120)), address: DisclosurePath.answered(String(row.id)),
            date: published.day, keywords: ["依申请公开"], text: words)
    }

    /// The published answers after a key.
    static func documents(after key: String, limit: Int, in tx: Transaction) throws -> [SearchDocument] {
        var last = Int64(key) ?? 0
        var found: [SearchDocument] = []
        // A page is full of documents or the last one, also where an answer among them is left out.
        while found.count < limit {
            let rows = try tx.rows(
                """
                SELECT * FROM disclosure_request WHERE published_at IS NOT NULL AND id > \(last)
                ORDER BY id LIMIT \(limit)
                """
            ).map(RequestRow.init)
            found += rows.compactMap(document)
            guard rows.count == limit, let end = rows.last else { break }
            last = end.id
        }
        return Array(found.prefix(limit))
    }
}

extension InformationDisclosure {
    /// The public register, for the search of the portal.
    public static let searchSource = SearchSource(name: RegisterSearch.source) { key, limit, tx in
        try RegisterSearch.documents(after: key, limit: limit, in: tx)
    }
}
