/// Writes statements down instead of running them.
final class PreparingSession: Session {
    let dialect: Dialect
    private(set) var prepared = PreparedWrite()

    init(_ dialect: Dialect) {
        self.dialect = dialect
    }

    func send(_ sql: SQL) throws(StorageError) { try add(sql, isRequired: false) }

    /// Whether there is a row shows when it is run.
    func require(_ sql: SQL) throws(StorageError) -> Bool {
        try add(sql, isRequired: true)
        return true
    }

    func insert(_ rows: [[SQLValue]], columns: [String], into table: String) throws(StorageError) {
        for statement in SQL.inserts(rows, columns: columns, into: table) { try send(statement) }
    }

    func announce(_ topic: String) throws(StorageError) {
        if !prepared.announced.contains(topic) { prepared.announced.append(topic) }
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] { throw .unanswered }
    func execute(_ sql: SQL) throws(StorageError) -> Int { throw .unanswered }
    func run(script: String) throws(StorageError) { throw .unanswered }
    func lock(_ table: StaticString, id: Int64) throws(StorageError) { throw .unanswered }
    func exclude(_ name: String) throws(StorageError) { throw .unanswered }
    func takeTime() throws(StorageError) { throw .unanswered }

    private func add(_ sql: SQL, isRequired: Bool) throws(StorageError) {
        for value in sql.values { try value.requireNoNUL() }
        prepared.steps.append(PreparedWrite.Step(sql: sql, isRequired: isRequired))
    }
}
