/// PostgreSQL's side of one transaction.
struct PostgresSession: Session {
    let dialect = Dialect.postgresql
    let connection: PostgresConnection

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try connection.perform(sql).rows()
    }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try connection.perform(sql).changedCount
    }

    func run(script: String) throws(StorageError) {
        try connection.run(script)
    }

    func lock(_ table: StaticString, id: Int64) throws(StorageError) {
        let text = "SELECT 1 FROM \(table) WHERE id = ? FOR UPDATE"
        _ = try connection.perform(SQL(text: text, values: [.integer(id)]))
    }

    func exclude(_ name: String) throws(StorageError) {
        _ = try connection.perform("SELECT pg_advisory_xact_lock(\(connection.lockKey(name)))")
    }

    func takeTime() throws(StorageError) {
        try connection.run("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'")
    }

    func announce(_ topic: String) throws(StorageError) {
        _ = try connection.perform("SELECT pg_notify(\(PostgresWatch.channel), \(topic))")
    }
}

extension PostgresConnection {
    /// Advisory locks have numbers, ours have names: FNV-1a over schema and name, so that the locks of others in
    /// the same database are not met by accident.
    func lockKey(_ name: String) -> Int64 {
        let hash = "minben/\(schema)/\(name)".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}
