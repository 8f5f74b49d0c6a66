import Foundation
import Synchronization

@testable import Storage

/// Schemas that tests are done with, for those that come after. PostgreSQL makes the tables of a whole house in a second and
/// empties what a test filled in a fraction of it; thousands of schemas also slow down each other, as all stand in one catalog.
///
/// Whoever comes later finds tables that its own modules do not have, and they are empty: the run on SQLite, where every
/// test begins with nothing, tells who relies on one.
enum SpareSchemas {
    private static let spare = Mutex<[String]>([])

    /// One whose tables are still full, or a name that nobody had.
    static func take() -> String {
        spare.withLock { $0.popLast() } ?? fresh()
    }

    static func fresh() -> String { "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))" }

    /// Hands a schema on as soon as the last connection to it has ended, so that nothing is written into it any more.
    static func give(_ schema: String, after engine: any Engine) {
        let thread = Thread {
            guard (try? engine.close()) != nil else { return }
            spare.withLock { $0.append(schema) }
        }
        thread.start()
    }

    /// Migrations put no rows into empty tables, so what is empty is as it was made. The journal's triggers, which keep it from
    /// being emptied, are set aside for this one transaction. `TRUNCATE` gives every table a new file and lets all other
    /// sessions forget what they know of it: here it takes far longer than deleting some hundred rows.
    static func empty(in transaction: Transaction) throws {
        try transaction.takeTime()
        let filled = try transaction.rows(
            """
            SELECT relname::text AS name FROM pg_class
            WHERE relnamespace = (SELECT current_schema()::regnamespace) AND relkind = 'r'
                AND relname <> 'schema_migration' AND pg_relation_size(oid) > 0
            """
        ).map { try SQL.quoted($0.text("name")) }
        if filled.isEmpty { return }
        try transaction.run(script: "SET LOCAL session_replication_role = replica")
        try transaction.run(script: filled.map { "DELETE FROM \($0)" }.joined(separator: "; "))
    }
}
