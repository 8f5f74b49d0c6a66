import Storage
import WorkingTime

/// The SQL of published signals.
enum PublishedStore {
    static let page = 30
    /// Nobody publishes what is older.
    private static let oldestDays = 400
    private static let atOnce = 200

    /// Signals of a version of a rule that are confirmed and not published yet, the oldest first.
    static func waiting(ofRule id: Int64, at now: Instant, in tx: Transaction) throws -> [Signal] {
        try tx.rows(
            """
            SELECT * FROM supervision_signal s
            WHERE rule_id = \(id) AND raised_at > \(now.adding(seconds: -oldestDays * 86_400))
                AND state IN ('open', 'upheld') AND level IN ('yellow', 'red') AND appeal_until < \(now)
                AND NOT EXISTS (SELECT 1 FROM published_signal p WHERE p.signal_id = s.id)
            ORDER BY raised_at, id LIMIT \(atOnce)
            """
        ).map(Signal.init)
    }

    static func insert(_ one: PublishedSignal, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO published_signal (signal_id, organ, organ_name, kind, rule_name, level, raised_on, late_days,
                is_open, published_at)
            VALUES (\(one.signalID), \(one.organ), \(one.organName), \(one.kind), \(one.ruleName), \(one.level),
                \(one.raisedOn), \(one.lateDays), \(one.isOpen), \(one.publishedAt))
            ON CONFLICT (signal_id) DO NOTHING
            """)
    }

    /// The newest signals first; what was taken back since says so.
    static func list(after cursor: String?, limit: Int = page, in tx: Transaction) throws -> Slice<
        PublishedSignal
    > {
        let older: SQL = try cursor.map { "WHERE p.signal_id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT p.*, s.state, s.course FROM published_signal p JOIN supervision_signal s ON s.id = p.signal_id \(older)
            ORDER BY p.signal_id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(PublishedSignal.init), size: limit) {
            Cursor(key: "", id: $0.signalID)
        }
    }

    /// Cards that are confirmed, published or not, the newest first.
    static func confirmed(at now: Instant, limit: Int, in tx: Transaction) throws -> [Signal] {
        try tx.rows(
            """
            SELECT * FROM supervision_signal
            WHERE level IN ('yellow', 'red') AND state IN ('open', 'upheld') AND appeal_until < \(now)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Signal.init)
    }
}

extension PublishedSignal {
    fileprivate init(_ row: Row) throws {
        let state: Signal.State = try row.value("state")
        let course: [Signal.Step] = try row.json("course")
        self.init(
            signalID: try row.id("signal_id"), organ: try row.text("organ"),
            organName: try row.text("organ_name"),
            kind: try row.text("kind"), ruleName: try row.text("rule_name"), level: try row.value("level"),
            raisedOn: try row.day("raised_on"), lateDays: try row.optionalInt("late_days"),
            isOpen: try row.bool("is_open"), publishedAt: try row.instant("published_at"),
            withdrawnOn: state == .withdrawn || state == .cancelled ? course.last?.at.day : nil)
    }
}
