/// What stands behind a ``Database``: it runs closures in transactions on connections of its own.
///
/// Both functions throw what the closure throws, or ``StorageError``.
protocol Engine: Sendable {
    var dialect: Dialect { get }

    /// Runs a closure on one snapshot, in which nothing can be changed.
    func read<T: Sendable>(_ body: @escaping Body<T>) async throws -> T

    /// Runs a closure that may change rows, and returns once that is durable. The closure may run twice.
    func write<T: Sendable>(_ body: @escaping Body<T>) async throws -> T

    /// Does what was prepared, and returns once that is durable. It is not tried again. Throws
    /// ``StorageError/outdated`` when a row it requires is not there.
    func write(_ prepared: PreparedWrite) async throws

    /// Whether this node is the one that does what only one may do; see ``Database/leads(_:)``.
    func leads(_ role: String) async -> Bool

    /// Begins to hear what other nodes announce.
    func listen()

    /// Takes no more work; what is under way finishes, and its connections end then.
    func stop()

    /// Stops, and returns when all connections have ended.
    func close() throws
}

typealias Body<T> = @Sendable (Transaction) throws -> T

/// One connection inside a transaction, as ``Transaction`` uses it. Whatever it throws is translated already.
protocol Session {
    var dialect: Dialect { get }

    /// All rows of a query.
    func rows(_ sql: SQL) throws(StorageError) -> [Row]

    /// All rows of several queries, which may go to the database together.
    func rows(_ batch: [SQL]) throws(StorageError) -> [[Row]]

    /// Runs a statement and tells how many rows it changed.
    func execute(_ sql: SQL) throws(StorageError) -> Int

    /// Runs a statement whose outcome nobody waits for; what it throws may come with a later statement or the commit.
    func send(_ sql: SQL) throws(StorageError)

    /// Runs a query, or a statement with `RETURNING`, and tells whether it gave a row.
    func require(_ sql: SQL) throws(StorageError) -> Bool

    /// Adds many rows to a table, each with as many values as there are columns.
    func insert(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError)

    /// Runs several statements that come with the program.
    func run(script: String) throws(StorageError)

    /// Holds a row until the end of the transaction.
    func lock(_ table: StaticString, id: Int64) throws(StorageError)

    /// Lets one transaction of this name go on at a time, over all nodes.
    func exclude(_ name: String) throws(StorageError)

    /// Lifts the time limits of statements in this transaction: for work on whole tables.
    func takeTime() throws(StorageError)

    /// Tells every node after the commit that something changed.
    func announce(_ topic: String) throws(StorageError)
}

/// An engine within the process gains nothing from statements that go together.
extension Session {
    func rows(_ batch: [SQL]) throws(StorageError) -> [[Row]] {
        var all: [[Row]] = []
        for sql in batch { all.append(try rows(sql)) }
        return all
    }

    func send(_ sql: SQL) throws(StorageError) { _ = try execute(sql) }

    func require(_ sql: SQL) throws(StorageError) -> Bool { try !rows(sql).isEmpty }

    func insert(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError) {
        for statement in SQL.inserts(rows, columns: columns, into: table) { _ = try execute(statement) }
    }
}
