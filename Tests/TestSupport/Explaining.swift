import Synchronization

@testable import Storage

/// An engine that asks, the first time a statement comes by, how it would be run, and refuses the statement when
/// that is to walk a whole table which grows with the district. So every query that any test runs is checked.
struct ExplainingEngine: Engine {
    let database: Database
    /// The schema of its tables, when a later test may have them.
    let schema: String?

    private var base: any Engine { database.engine }

    var dialect: Dialect { base.dialect }

    func read<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        try await base.read { try body(explaining($0)) }
    }

    func write<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        try await base.write { try body(explaining($0)) }
    }

    func write(_ prepared: PreparedWrite) async throws {
        let unseen = prepared.steps.map(\.sql).filter { !QueryPlans.isKnown($0.text) }
        if !unseen.isEmpty {
            try await base.write { tx in
                let session = ExplainingSession(base: tx.session, isHandedOn: schema != nil)
                for sql in unseen { try session.check(sql) }
            }
        }
        try await base.write(prepared)
    }

    private func explaining(_ transaction: Transaction) -> Transaction {
        Transaction(
            on: ExplainingSession(base: transaction.session, isHandedOn: schema != nil), ids: transaction.ids)
    }

    func leads(_ role: String) async -> Bool { await base.leads(role) }
    func listen() { base.listen() }

    func stop() {
        base.stop()
        if let schema { SpareSchemas.give(schema, after: base) }
    }

    func close() throws { try base.close() }
}

private final class ExplainingSession: Session {
    let base: any Session
    let isHandedOn: Bool
    private var isMigrating = false

    init(base: any Session, isHandedOn: Bool) {
        self.base = base
        self.isHandedOn = isHandedOn
    }

    var dialect: Dialect { base.dialect }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        try check(sql)
        return try base.rows(sql)
    }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try check(sql)
        return try base.execute(sql)
    }

    func rows(_ batch: [SQL]) throws(StorageError) -> [[Row]] {
        for sql in batch { try check(sql) }
        return try base.rows(batch)
    }

    func send(_ sql: SQL) throws(StorageError) {
        try check(sql)
        try base.send(sql)
    }

    func require(_ sql: SQL) throws(StorageError) -> Bool {
        try check(sql)
        return try base.require(sql)
    }

    func insert(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError) {
        try base.insert(rows, columns: columns, into: table)
    }

    func run(script: String) throws(StorageError) {
        if script.contains("schema_migration") { isMigrating = true }
        if !isMigrating { try keepTables() }
        try base.run(script: script)
    }

    private func keepTables() throws(StorageError) {
        guard isHandedOn else { return }
        throw .other("a later test gets these tables: make(isHandedOn: false) for whoever changes them")
    }

    func lock(_ table: StaticString, id: Int64) throws(StorageError) { try base.lock(table, id: id) }
    func exclude(_ name: String) throws(StorageError) { try base.exclude(name) }
    func takeTime() throws(StorageError) { try base.takeTime() }
    func announce(_ topic: String) throws(StorageError) { try base.announce(topic) }

    func check(_ sql: SQL) throws(StorageError) {
        let verb = sql.text.prefix { !$0.isWhitespace }.uppercased()
        if ["CREATE", "ALTER", "DROP"].contains(verb) { try keepTables() }
        guard ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(verb), QueryPlans.isNew(sql.text) else {
            return
        }
        let scanned = try QueryPlans.lines(of: sql, in: base).compactMap {
            FullScan(planLine: $0, of: sql.text, dialect: base.dialect)
        }
        guard let scan = scanned.first else { return }
        throw .other("\(scan.table) is walked from end to end (\(scan.line)) by: \(sql.text)")
    }
}

/// How the engines say they would run a statement.
enum QueryPlans {
    private static let seen = Mutex<Set<String>>([])

    static func isKnown(_ text: String) -> Bool { seen.withLock { $0.contains(text) } }

    static func isNew(_ text: String) -> Bool { seen.withLock { $0.insert(text).inserted } }

    static func lines(of sql: SQL, in session: any Session) throws(StorageError) -> [String] {
        switch session.dialect {
        case .sqlite:
            let plan = try session.rows(SQL(text: "EXPLAIN QUERY PLAN \(sql.text)", values: sql.values))
            return plan.compactMap { try? $0.text("detail") }
        case .postgresql:
            let plan = try session.rows(SQL(text: "EXPLAIN (COSTS OFF) \(sql.text)", values: sql.values))
            return plan.compactMap { try? $0.text("QUERY PLAN") }
        }
    }
}
