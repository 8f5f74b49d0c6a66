internal import GRDB

/// The database as one closure sees it: everything in it happens together or not at all.
///
/// After a statement has failed, the closure should let the error go up: its changes are undone in any
/// case, even if it swallows the error (PostgreSQL would refuse every later statement).
public struct Transaction {
    /// Makes the ids of new rows.
    public let ids: IDSource
    private let connection: GRDB.Database
    private let course = Course()

    /// What has gone wrong so far in this closure.
    private final class Course {
        var failure: StorageError?
    }

    init(on connection: GRDB.Database, ids: IDSource) {
        self.connection = connection
        self.ids = ids
    }

    /// All rows of a query, or of a statement with `RETURNING`. Throws ``StorageError``.
    public func rows(_ sql: SQL) throws -> [Row] {
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

    /// The first row of a query, or nil when there is none. Throws ``StorageError``.
    public func row(_ sql: SQL) throws -> Row? {
        try rows(sql).first
    }

    /// The number in the first column of the first row: for `SELECT count(*) …`. Throws ``StorageError``.
    public func count(_ sql: SQL) throws -> Int {
        guard let row = try row(sql) else { return 0 }
        return try row.firstInt
    }

    /// Runs an INSERT, UPDATE or DELETE and tells how many rows it changed. Throws ``StorageError``.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        try perform(sql) { statement, arguments in
            try statement.execute(arguments: arguments)
            return connection.changesCount
        }
    }

    /// Holds one row until the end of the transaction, so that a rule reads what it decides on.
    ///
    /// SQLite has one writer, so nothing is to be done; PostgreSQL runs `SELECT … FOR UPDATE`. No rule may
    /// rely on the one writer instead of this call.
    public func lock(_ table: StaticString, id: Int64) throws {
        if let failure = course.failure { throw failure }
    }

    /// Runs a script of several statements that comes with the program: a migration.
    func run(script: String) throws {
        do { try connection.execute(sql: script) } catch { throw fail(error) }
    }

    /// Runs a closure and refuses its result if a statement in it failed and the error was swallowed.
    func checked<T>(_ body: (Transaction) throws -> T) throws -> T {
        let value = try body(self)
        if let failure = course.failure { throw failure }
        return value
    }

    private func perform<T>(_ sql: SQL, _ body: (Statement, StatementArguments) throws -> T) throws -> T {
        if let failure = course.failure { throw failure }
        do {
            let arguments = StatementArguments(try sql.values.map { try $0.bound() })
            return try body(connection.cachedStatement(sql: sql.text), arguments)
        } catch {
            throw fail(error)
        }
    }

    private func fail(_ error: any Error) -> StorageError {
        let failure = StorageError(any: error)
        course.failure = failure
        return failure
    }
}
