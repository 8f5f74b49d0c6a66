internal import GRDB
internal import GRDBSQLite

extension SQLiteSession {
    /// How many steps of its virtual machine SQLite makes before it asks whether to go on: well under a
    /// millisecond of work, so that asking costs nothing that can be measured.
    private static let stepsBetweenQuestions: Int32 = 10_000

    /// Runs a body whose statements are stopped when the closure has had its time, even in the middle of one.
    ///
    /// A handler of progress, and not `sqlite3_interrupt` from another thread: that could meet the next
    /// closure on the connection, or the commit of a whole group.
    func withStatementsLimited<T>(_ body: () throws -> T) rethrows -> T {
        let session = Unmanaged.passUnretained(self)
        sqlite3_progress_handler(
            connection.sqliteConnection, Self.stepsBetweenQuestions,
            { context in
                guard let context else { return 0 }
                return Unmanaged<SQLiteSession>.fromOpaque(context).takeUnretainedValue().isOverdue ? 1 : 0
            }, session.toOpaque())
        defer { sqlite3_progress_handler(connection.sqliteConnection, 0, nil, nil) }
        return try withExtendedLifetime(self) { try body() }
    }
}
