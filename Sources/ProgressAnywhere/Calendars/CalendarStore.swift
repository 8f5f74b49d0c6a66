import Storage
import WorkingTime

/// The SQL of subscriptions.
enum CalendarStore {
    static func insert(_ subscription: CalendarSubscription, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO calendar_subscription (id, account_id, name, token_digest, made_at)
            VALUES (\(subscription.id), \(subscription.accountID), \(subscription.name),
                \(subscription.digest), \(subscription.madeAt))
            """)
    }

    static func end(_ subscription: CalendarSubscription, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE calendar_subscription SET ended_at = \(subscription.endedAt) WHERE id = \(subscription.id)
            """)
    }

    /// Keeps on which day a program asked last.
    static func read(_ id: Int64, on day: CivilDate, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE calendar_subscription SET last_read_on = \(day)
            WHERE id = \(id) AND (last_read_on IS NULL OR last_read_on < \(day))
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> CalendarSubscription? {
        try tx.row("SELECT * FROM calendar_subscription WHERE id = \(id)").map(CalendarSubscription.init)
    }

    /// The one of a token, unless it was withdrawn.
    static func open(digest: String, in tx: Transaction) throws -> CalendarSubscription? {
        try tx.row(
            "SELECT * FROM calendar_subscription WHERE token_digest = \(digest) AND ended_at IS NULL"
        ).map(CalendarSubscription.init)
    }

    static func open(of account: Int64, in tx: Transaction) throws -> [CalendarSubscription] {
        try tx.rows(
            """
            SELECT * FROM calendar_subscription WHERE account_id = \(account) AND ended_at IS NULL
            ORDER BY id DESC LIMIT \(CalendarSubscription.mostOpen)
            """
        ).map(CalendarSubscription.init)
    }
}

extension CalendarSubscription {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"), name: try row.text("name"),
            digest: try row.text("token_digest"), madeAt: try row.instant("made_at"),
            lastReadOn: try row.optionalDay("last_read_on"), endedAt: try row.optionalInstant("ended_at"))
    }
}
