/// PostgreSQL's side of one transaction.
///
/// It begins with its first statement, on the same journey; statements whose outcome nobody asks for wait for the
/// next one, or for the commit.
final class PostgresSession: Session {
    /// So much text goes at once at most, in bytes: while we write, nobody reads what the server answers.
    private static let journeyBytes = 64 << 10

    let dialect = Dialect.postgresql
    let connection: PostgresConnection
    private let mode: TransactionMode
    private let hold: RowHold
    private var waiting: [SQL]
    private var waitingBytes = 0
    /// Whether the server knows of this transaction.
    private(set) var hasBegun = false

    init(_ mode: TransactionMode, on connection: PostgresConnection, _ hold: RowHold) {
        self.mode = mode
        self.hold = hold
        self.connection = connection
        waiting = [mode.begin]
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try rows([sql])[0]
    }

    func rows(_ batch: [SQL]) throws(StorageError) -> [[Row]] {
        var all: [[Row]] = []
        for answer in try journey(batch).suffix(batch.count) { all.append(try answer.rows()) }
        return all
    }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try journey([sql]).last?.changedCount ?? 0
    }

    func send(_ sql: SQL) throws(StorageError) {
        waiting.append(sql)
        waitingBytes += sql.byteCount
        if waitingBytes > Self.journeyBytes { _ = try journey([]) }
    }

    func insert(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError) {
        if !waiting.isEmpty { _ = try journey([]) }
        try connection.copy(rows, columns: columns, into: table)
    }

    func run(script: String) throws(StorageError) {
        if !waiting.isEmpty { _ = try journey([]) }
        try connection.run(script)
    }

    func lock(_ table: StaticString, id: Int64) throws(StorageError) {
        guard hold.take(HeldRow(table: table.description, id: id)) else { throw .serialization }
        // Whatever is read on the same journey is read after the wait, on a snapshot of its own.
        let text = "SELECT 1 FROM \(table) WHERE id = ? FOR UPDATE"
        try send(SQL(text: text, values: [.integer(id)]))
    }

    func exclude(_ name: String) throws(StorageError) {
        _ = try journey(["SELECT pg_advisory_xact_lock(\(connection.lockKey(name)))"])
    }

    func takeTime() throws(StorageError) {
        try run(script: "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'")
    }

    func announce(_ topic: String) throws(StorageError) {
        try send(PostgresWatch.announcement(of: topic))
    }

    /// Makes the change durable; a page's transaction is ended without waiting for it.
    func commit() throws(StorageError) {
        guard hasBegun || waiting.count > 1 else { return }
        switch mode {
        case .read: try connection.post(waiting + ["COMMIT"])
        case .write: _ = try journey(["COMMIT"])
        }
    }

    private func journey(_ batch: [SQL]) throws(StorageError) -> [PostgresAnswer] {
        let all = waiting + batch
        (waiting, waitingBytes, hasBegun) = ([], 0, true)
        return try connection.perform(all)
    }
}

extension SQL {
    /// About how long it is on the wire, in bytes.
    fileprivate var byteCount: Int {
        values.reduce(text.utf8.count) { count, value in
            switch value {
            case .null, .integer, .real: count + 8
            case .text(let text): count + text.utf8.count
            case .data(let data): count + data.count
            }
        }
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
