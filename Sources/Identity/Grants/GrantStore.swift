import Storage
import WorkingTime

/// The SQL of changes to the grants.
enum GrantStore {
    /// How many stand on a page.
    static let pageSize = 50
    /// More versions than a district makes in a hundred years.
    static let mostVersions = 100_000

    static func insert(_ change: GrantChange, in tx: Transaction) throws {
        let (before, after) = (change.before, change.after)
        try tx.execute(
            """
            INSERT INTO grant_change (id, role, power, before_scope, before_grade, after_scope, after_grade,
                valid_from, reason, asked_by, asker, asked_at, state)
            VALUES (\(change.id), \(change.role), \(change.power), \(before?.scope), \(before?.grade),
                \(after?.scope), \(after?.grade), \(change.validFrom), \(change.reason),
                \(change.asked.accountID), \(change.asked.name), \(change.asked.at), \(change.state))
            """)
    }

    static func update(_ change: GrantChange, in tx: Transaction) throws {
        let decided = change.decided
        try tx.execute(
            """
            UPDATE grant_change
            SET state = \(change.state), version = \(change.version), valid_from = \(change.validFrom),
                decided_by = \(decided?.accountID), decider = \(decided?.name), decided_at = \(decided?.at),
                remark = \(change.remark)
            WHERE id = \(change.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> GrantChange? {
        try tx.row("SELECT * FROM grant_change WHERE id = \(id)").map(GrantChange.init)
    }

    /// Every version, in order.
    static func approved(in tx: Transaction) throws -> [GrantChange] {
        try tx.rows("SELECT * FROM grant_change WHERE version > 0 ORDER BY version LIMIT \(mostVersions)")
            .map(GrantChange.init)
    }

    /// What counts on a day.
    static func grants(on day: CivilDate, in tx: Transaction) throws -> Grants {
        Grants.delivered.applying(try approved(in: tx), on: day)
    }

    /// What waits for a decision, the oldest first.
    static func open(after: String?, in tx: Transaction) throws -> Slice<GrantChange> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            "SELECT * FROM grant_change WHERE state = 'open' AND id > \(last) ORDER BY id LIMIT \(pageSize + 1)"
        )
        return Slice(fetched: try rows.map(GrantChange.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// What was asked for, the newest first.
    static func history(before: String?, in tx: Transaction) throws -> Slice<GrantChange> {
        let last = try before.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "SELECT * FROM grant_change WHERE id < \(last) ORDER BY id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(GrantChange.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    static func isOpen(_ role: Role, _ power: String, in tx: Transaction) throws -> Bool {
        try tx.row(
            "SELECT id FROM grant_change WHERE state = 'open' AND role = \(role) AND power = \(power)") != nil
    }
}

extension GrantChange {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), role: try row.value("role"), power: try row.text("power"),
            before: try row.terms("before"), after: try row.terms("after"),
            validFrom: try row.day("valid_from"), reason: try row.text("reason"),
            asked: PostChange.Signature(
                accountID: try row.id("asked_by"), name: try row.text("asker"),
                at: try row.instant("asked_at")))
        state = try row.value("state")
        version = try row.optionalID("version").map { Int($0) }
        remark = try row.optionalText("remark")
        guard let decider = try row.optionalID("decided_by") else { return }
        decided = PostChange.Signature(
            accountID: decider, name: try row.text("decider"), at: try row.instant("decided_at"))
    }
}

extension Row {
    fileprivate func terms(_ side: String) throws -> GrantTerms? {
        guard try optionalText("\(side)_scope") != nil else { return nil }
        return GrantTerms(try value("\(side)_scope"), try value("\(side)_grade"))
    }
}
