extension Database {
    /// How the engine is set up, read back from it: what an operator or a test needs to see before trusting
    /// that a write is durable. Keys on SQLite: `engine`, `synchronous`, `journal_mode`, `foreign_keys`,
    /// `busy_timeout` (milliseconds); on PostgreSQL: `engine`, `server_version`, `fsync`, `synchronous_commit`,
    /// `full_page_writes`, `statement_timeout`, `lock_timeout`, `ssl`.
    public func diagnosis() async throws -> [String: String] {
        let queries = dialect == .sqlite ? Self.pragmas : Self.settings
        return try await write { [dialect] transaction in
            var settings = ["engine": dialect.rawValue]
            for (name, query) in queries {
                settings[name] = try transaction.row(query)?.firstText
            }
            return settings
        }
    }

    private static let pragmas: [(name: String, query: SQL)] = [
        ("synchronous", "PRAGMA synchronous"), ("journal_mode", "PRAGMA journal_mode"),
        ("foreign_keys", "PRAGMA foreign_keys"), ("busy_timeout", "PRAGMA busy_timeout"),
    ]

    private static let settings: [(name: String, query: SQL)] = [
        ("server_version", "SHOW server_version"), ("fsync", "SHOW fsync"),
        ("synchronous_commit", "SHOW synchronous_commit"), ("full_page_writes", "SHOW full_page_writes"),
        ("statement_timeout", "SHOW statement_timeout"), ("lock_timeout", "SHOW lock_timeout"),
        ("ssl", "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()"),
    ]
}
