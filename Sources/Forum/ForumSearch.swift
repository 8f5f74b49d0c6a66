import Search
import Storage
import WorkingTime

/// Topics in the search of the portal: the first post and what was said to it, as everybody reads it.
struct ForumSearch: Sendable {
    static let source = "forum"
    /// Topics of one transaction.
    private static let batch = 50

    let database: Database

    /// Tells the search of every topic that has changed.
    func follow(at now: Instant) async throws {
        while try await tell(at: now) == Self.batch { try Task.checkCancellation() }
    }

    private func tell(at now: Instant) async throws -> Int {
        let waiting = try await database.read { tx in
            try tx.rows("SELECT * FROM forum_topic WHERE is_told = 0 ORDER BY id LIMIT \(Self.batch)")
                .map { try $0.id("id") }
        }
        guard !waiting.isEmpty else { return 0 }
        try await database.write { tx in
            for id in waiting {
                try Self.tell(id, at: now, in: tx)
            }
        }
        return waiting.count
    }

    /// Tells the search of a topic as it is now.
    static func tell(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        // Held, so that what changes meanwhile is told the next time.
        try tx.lock("forum_topic", id: id)
        if let document = try document(id, at: now, in: tx) {
            try SearchIndex.put(document, in: tx)
        } else {
            try SearchIndex.remove(SearchDocument.key(id), of: source, in: tx)
        }
        try tx.execute("UPDATE forum_topic SET is_told = 1 WHERE id = \(id)")
    }

    /// What the search knows of a topic; nil for one that not everybody reads.
    static func document(_ id: Int64, at now: Instant, in tx: Transaction) throws -> SearchDocument? {
        guard let topic = try? TopicStore.open(id, at: now, in: tx), topic.state == .shown else { return nil }
        let head = try PostStore.head(of: id, in: tx)
        let replies = try PostStore.replies(to: id, after: nil, at: now, in: tx).items
        let words = (head + replies).filter { $0.post.state == .shown }.map(\.post.words)
        let organ = head.compactMap(\.post.organ).first ?? ""
        return SearchDocument(
            source: source, key: SearchDocument.key(id), kind: .answer, organ: organ, title: topic.title,
            summary: String((words.first ?? "").prefix(120)), address: ForumPath.topic(String(id)),
            date: topic.createdAt.day, keywords: ["市民论坛"], text: words.joined(separator: "\n"))
    }

    /// The topics everybody reads after a key.
    static func documents(after key: String, limit: Int, in tx: Transaction) throws -> [SearchDocument] {
        var last = Int64(key) ?? 0
        var found: [SearchDocument] = []
        while found.count < limit {
            let ids = try tx.rows(
                "SELECT id FROM forum_topic WHERE id > \(last) ORDER BY id LIMIT \(limit)"
            ).map { try $0.id("id") }
            found += try ids.compactMap { try document($0, at: .now, in: tx) }
            guard ids.count == limit, let end = ids.last else { break }
            last = end
        }
        return Array(found.prefix(limit))
    }
}
