import Cryptography

/// The database as one closure sees it: everything in it happens together or not at all.
///
/// After a statement has failed, the closure should let the error go up: its changes are undone in any
/// case, even if it swallows the error (PostgreSQL would refuse every later statement).
public struct Transaction {
    /// Makes the ids of new rows.
    public let ids: IDSource
    /// Seals what personal columns keep, and opens it.
    public private(set) var sealer = Sealer.plain
    let session: any Session
    private let course = Course()

    /// What has gone wrong so far in this closure.
    private final class Course {
        var failure: StorageError?
    }

    init(on session: any Session, ids: IDSource) {
        self.session = session
        self.ids = ids
    }

    /// The same transaction, with keys for its personal columns.
    func sealing(with sealer: Sealer) -> Transaction {
        var transaction = self
        transaction.sealer = sealer
        return transaction
    }

    /// Which engine the statements go to, for those that each must be told in its own words.
    public var dialect: Dialect { session.dialect }

    /// All rows of a query, or of a statement with `RETURNING`. Throws ``StorageError``.
    public func rows(_ sql: SQL) throws -> [Row] {
        try perform { () throws(StorageError) in try session.rows(sql) }
    }

    /// All rows of several queries that do not wait for each other's answers: to a server they go together.
    /// Throws ``StorageError``.
    public func rows(of queries: SQL...) throws -> [[Row]] { try rows(of: queries) }

    /// The same for a list of queries.
    public func rows(of queries: [SQL]) throws -> [[Row]] {
        try perform { () throws(StorageError) in try session.rows(queries) }
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
        try perform { () throws(StorageError) in try session.execute(sql) }
    }

    /// Runs an INSERT, UPDATE or DELETE of which nobody asks how many rows it changed, and whose failure no rule of
    /// this closure catches: to a server it goes with the next statement or with the commit, and so it may be then
    /// that ``StorageError`` is thrown.
    public func send(_ sql: SQL) throws {
        try perform { () throws(StorageError) in try session.send(sql) }
    }

    /// Sends a few rows after `INSERT INTO … VALUES`, with what follows them. To a server they go in one statement; for
    /// SQLite one row each is less work, for a statement of several keeps a journal of its own. Throws ``StorageError``.
    public func send(_ insert: SQL, rows: [SQL], _ rest: SQL = "") throws {
        guard !rows.isEmpty else { return }
        let all = dialect == .sqlite ? rows : [SQL.joined(rows, ", ")]
        for rows in all { try send("\(insert) \(rows) \(rest)") }
    }

    /// Runs a query, or a statement with `RETURNING`, that must give a row; what else says why it gives none. A
    /// ``PreparedWrite`` that finds none when it is run does nothing at all, and asks nobody. Throws ``StorageError``.
    public func require(_ sql: SQL, else refuse: () throws -> Void) throws {
        let isThere = try perform { () throws(StorageError) in try session.require(sql) }
        if !isThere { try refuse() }
    }

    /// Holds one row until the end of the transaction, so that a rule reads what it decides on.
    ///
    /// SQLite has one writer, so nothing is to be done; PostgreSQL runs `SELECT … FOR UPDATE`. No rule may
    /// rely on the one writer instead of this call.
    public func lock(_ table: StaticString, id: Int64) throws {
        try perform { () throws(StorageError) in try session.lock(table, id: id) }
    }

    /// Waits until no other transaction of this name is under way on any node, for what concerns no single row:
    /// migrations, seeds, the sequence of the journal.
    public func exclude(_ name: String) throws {
        try perform { () throws(StorageError) in try session.exclude(name) }
    }

    /// Lifts the time limits of statements in this transaction: for work on whole tables while nobody is served,
    /// such as a migration or a move.
    public func takeTime() throws {
        try perform { () throws(StorageError) in try session.takeTime() }
    }

    /// Tells every node, once this transaction is durable, that something which others keep in memory has
    /// changed: `services`, `calendar`. Nothing is told when it is undone.
    public func announce(_ topic: String) throws {
        try perform { () throws(StorageError) in try session.announce(topic) }
    }

    /// Runs a script of several statements that comes with the program: a migration.
    func run(script: String) throws {
        try perform { () throws(StorageError) in try session.run(script: script) }
    }

    /// Runs a closure and refuses its result if a statement in it failed and the error was swallowed.
    func checked<T>(_ body: (Transaction) throws -> T) throws -> T {
        let value: T
        do { value = try body(self) } catch {
            // What broke the transaction says whether it is worth another try, whatever was made of it since.
            if let failure = course.failure, failure.isPassing { throw failure }
            throw error
        }
        if let failure = course.failure { throw failure }
        return value
    }

    func perform<T>(_ body: () throws(StorageError) -> T) throws -> T {
        if let failure = course.failure { throw failure }
        do { return try body() } catch {
            course.failure = error
            throw error
        }
    }
}
