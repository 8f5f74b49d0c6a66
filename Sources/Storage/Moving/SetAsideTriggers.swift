/// The triggers of a database, set aside while rows move in that they would refuse: entries of the journal that have
/// their place already, tiles and checkpoints that come in whatever order.
struct SetAsideTriggers: Sendable {
    private let tables: [TableShape]
    /// What makes SQLite's triggers again; PostgreSQL only switches its own off.
    private let scripts: [String]

    /// Sets the triggers of these tables aside.
    static func take(of tables: [TableShape], in database: Database) async throws -> SetAsideTriggers {
        try await database.write { tx in
            try tx.takeTime()
            guard tx.dialect == .sqlite else {
                try Self.switchTriggers(of: tables, "DISABLE", in: tx)
                return SetAsideTriggers(tables: tables, scripts: [])
            }
            let triggers = try tx.rows(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
            for trigger in triggers { try tx.run(script: "DROP TRIGGER \(SQL.quoted(trigger.text("name")))") }
            return SetAsideTriggers(tables: tables, scripts: try triggers.map { try $0.text("sql") })
        }
    }

    /// Puts them back.
    func restore(in database: Database) async throws {
        try await database.write { tx in
            try tx.takeTime()
            if tx.dialect == .postgresql { try Self.switchTriggers(of: tables, "ENABLE", in: tx) }
            for script in scripts { try tx.run(script: script) }
        }
    }

    private static func switchTriggers(of tables: [TableShape], _ word: String, in tx: Transaction) throws {
        for table in tables {
            try tx.run(script: "ALTER TABLE \(SQL.quoted(table.name)) \(word) TRIGGER USER")
        }
    }
}
