import Journal
import Storage
import WorkingTime

/// Whoever has seen whole numbers is expected to do something in the case soon.
enum Disclosures {
    /// How many are checked at once.
    private static let batch = 200

    /// Remembers one, to be checked when the time is up.
    static func expect(_ stored: StoredEntry, _ number: String, within hours: Int, in tx: Transaction) throws
    {
        let (entry, actor) = (stored.entry, stored.entry.actor)
        try tx.execute(
            """
            INSERT INTO audit_disclosure (entry_id, account_id, account_name, organ, case_number, at, due_at)
            VALUES (\(stored.id), \(actor.accountID), \(actor.name), \(actor.organ), \(number), \(entry.at),
                \(entry.at.adding(seconds: hours * 3_600)))
            ON CONFLICT (entry_id) DO NOTHING
            """)
    }

    /// Checks those whose time is up.
    static func check(dueBefore now: Instant, in tx: Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT * FROM audit_disclosure WHERE due_at < \(now) ORDER BY due_at, entry_id LIMIT \(batch)
            """)
        let version = rows.isEmpty ? 0 : try RulesStore.current(in: tx).version
        for row in rows {
            try judge(row, by: version, in: tx)
            try tx.execute("DELETE FROM audit_disclosure WHERE entry_id = \(try row.id("entry_id"))")
        }
    }

    private static func judge(_ row: Row, by version: Int, in tx: Transaction) throws {
        let (id, account) = (try row.id("entry_id"), try row.id("account_id"))
        let (number, at) = (try row.text("case_number"), try row.instant("at"))
        guard try !Journal.hasActed(account, on: number, after: id, in: tx) else { return }
        try FindingStore.keep(
            FindingDraft(
                pattern: .idleDisclosure, key: "\(account)@\(number)@\(at.day.iso)", version: version,
                who: try row.text("account_name"), accountID: account, organ: try row.optionalText("organ"),
                subject: number, count: 1, at: at), in: tx)
    }
}
