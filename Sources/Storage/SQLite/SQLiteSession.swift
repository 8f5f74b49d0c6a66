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
        try perform(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            let columns = Row.Columns(statement.columnNames)
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
            return rows
        }
    }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try perform(sql) { statement, arguments in
            try statement.execute(arguments: arguments)
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

    private func perform<T>(
        _ sql: SQL, _ body: (Statement, StatementArguments) throws -> T
    ) throws(StorageError) -> T {
        if isOverdue { throw .timeout }
        do {
            let arguments = StatementArguments(try sql.values.map { try $0.bound() })
            return try body(connection.cachedStatement(sql: sql.text), arguments)
        } catch {
            throw StorageError(any: error)
        }
    }
}

extension SQLValue {
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let bytes): .data(bytes)
            }
    }

    /// The value for SQLite. Throws ``StorageError/nulByte``.
    func bound() throws(StorageError) -> DatabaseValue {
        try requireNoNUL()
        return switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .data(let bytes): bytes.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}
