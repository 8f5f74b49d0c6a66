import Cases
import Hotline
import Modules
import Search
import Storage

extension Installation {
    /// Moves everything from one database to an empty other one, and compares table by table.
    ///
    /// - Parameters:
    ///   - source: `sqlite:path` or `postgres://…`.
    ///   - target: the same; it is migrated first.
    /// - Throws: ``MoveError``, or what keeps one of the two from being opened.
    public static func move(
        from source: String, to target: String, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws -> [TableDigest] {
        let migrations = try await temporary().modules.migrations
        let (from, to) = (try await open(address: source), try await open(address: target))
        // Both sides have the same tables, also when the source was last used by an older program.
        try await from.migrate(migrations)
        try await to.migrate(migrations)
        let digests = try await Move(from: from, to: to).run(progress: progress)
        // The words are the one thing that is made anew, by the first node that serves from there.
        try await to.write { tx in
            try tx.takeTime()
            try Cases.listForWords(in: tx)
            try SearchSource.readAllAgain(in: tx)
            try Hotline.readWordsAgain(in: tx)
        }
        try from.close()
        try to.close()
        return digests
    }

    private static func open(address: String) async throws -> Database {
        if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
            return try await Database.postgres(address)
        }
        guard address.hasPrefix("sqlite:") else {
            throw ConfigurationError(mistakes: ["数据库地址应以 sqlite: 或 postgres:// 开头"])
        }
        return try Database.sqlite(at: String(address.dropFirst("sqlite:".count)))
    }
}
