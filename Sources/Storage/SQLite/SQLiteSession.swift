internal import GRDB

/// SQLite's side of one transaction.
final class SQLiteSession: Session {
    let dialect = Dialect.sqlite
    /// What is to be told once the transaction is durable.
    private(set) var announced: [String] = []
    let connection: GRDB.Database
    /// When this closure has had its time: the one writer works for everybody. Nil for work on whole tables.
    private var deadline: ContinuousClock.Instant?

    init(_ connection: GRDB.Database, timeLimit: Duration = SQLiteSession.timeLimit) {
        self.connection = connection
        deadline = .now + timeLimit
    }

    /// As long as PostgreSQL gives a statement.
    static let timeLimit = Duration.seconds(15)

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try perform(sql) { run in
            let columns = run.columns
            var rows: [Row] = []
            while try run.step() { rows.append(Row(columns: columns, values: run.values)) }
            return rows
        }
    }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try perform(sql) { run in
            while try run.step() {}
            return connection.changesCount
        }
    }

    func run(script: String) throws(StorageError) {
        do { try connection.execute(sql: script) } catch { throw StorageError(any: error) }
    }

    /// There is one writer: it holds every row.
    func lock(_ table: StaticString, id: Int64) throws(StorageError) {}

    func exclude(_ name: String) throws(StorageError) {}

    func takeTime() throws(StorageError) { deadline = nil }

    func announce(_ topic: String) throws(StorageError) {
        if !announced.contains(topic) { announced.append(topic) }
    }

    /// Whether this closure has had its time.
    var isOverdue: Bool { deadline.map { $0 < .now } ?? false }

    private func perform<T>(_ sql: SQL, _ body: (StatementRun) throws -> T) throws(StorageError) -> T {
        if isOverdue { throw .timeout }
        do {
            let run = try StatementRun(sql, on: connection)
            defer { run.end() }
            return try body(run)
        } catch {
            throw StorageError(any: error)
        }
    }
}
