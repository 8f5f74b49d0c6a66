import Storage
import WorkingTime

/// Where documents come from, to be read as a whole: once after the tables were made, after a move, and when the
/// desk asks for it. Day by day a source writes its own changes (``SearchIndex/put(_:in:)``).
public struct SearchSource: Sendable {
    /// The name its documents carry.
    public let name: String
    /// Raised when its documents are made otherwise than before: they are then all read again.
    public let version: Int
    /// So many public documents after a key, in the order of the keys (bytes).
    public let documents: @Sendable (_ after: String, _ limit: Int, Transaction) throws -> [SearchDocument]

    /// A source.
    public init(
        name: String, version: Int = 1,
        documents: @escaping @Sendable (_ after: String, _ limit: Int, Transaction) throws -> [SearchDocument]
    ) {
        self.name = name
        self.version = version
        self.documents = documents
    }
}

extension SearchSource {
    /// So many documents are read in one transaction.
    private static let pageSize = 100

    /// Has all sources read again, as soon as the job comes by.
    ///
    /// - Throws: `StorageError`.
    public static func readAllAgain(in tx: Transaction) throws {
        try tx.execute("DELETE FROM search_source")
    }

    /// Reads all documents when that has not been done for this version. A text that changes meanwhile is not lost:
    /// whoever writes second writes what is true then.
    ///
    /// - Throws: `StorageError`, or `CancellationError`.
    public func readIfNeeded(at now: Instant, in database: Database) async throws {
        let known = try await database.read { tx in
            try tx.row("SELECT version FROM search_source WHERE source = \(name)")?.int("version")
        }
        guard known != version else { return }
        var last = ""
        while let next = try await readPage(after: last, in: database) {
            last = next
            try Task.checkCancellation()
        }
        _ = try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO search_source (source, version, read_at) VALUES (\(name), \(version), \(now))
                ON CONFLICT (source) DO UPDATE SET version = excluded.version, read_at = excluded.read_at
                """)
        }
    }

    /// - Returns: the key to go on after; nil at the end.
    private func readPage(after key: String, in database: Database) async throws -> String? {
        try await database.write { tx in
            try SearchIndex.hold(in: tx)
            let documents = try documents(key, Self.pageSize, tx)
            let last = documents.count < Self.pageSize ? nil : documents.last?.key
            let live = Set(documents.map(\.key))
            for gone in try keys(after: key, through: last, in: tx) where !live.contains(gone) {
                try SearchIndex.remove(gone, of: name, in: tx)
            }
            for document in documents { try SearchIndex.put(document, in: tx) }
            return last
        }
    }

    private func keys(after key: String, through last: String?, in tx: Transaction) throws -> [String] {
        let end: SQL = last.map { "AND key <= \($0)" } ?? ""
        return try tx.rows(
            "SELECT key FROM search_document WHERE source = \(name) AND key > \(key) \(end) ORDER BY key"
        ).map { try $0.text("key") }
    }
}
