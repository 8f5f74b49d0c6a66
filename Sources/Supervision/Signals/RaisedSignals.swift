import Storage
import WorkingTime

/// How many signals of a kind were raised against an organ in a stretch of time.
public struct RaisedSignals: Sendable {
    /// Key of the organ.
    public let organ: String
    /// What the rule is called.
    public let name: String
    /// How grave they are: `reminder`, `warning`, `yellow`, `red`.
    public let level: String
    /// Those that were not taken back.
    public let count: Int
    /// Those of them that no appeal can change any more: nobody appealed in time, or the appeal was not upheld.
    public let confirmed: Int
    /// Those that were withdrawn or cancelled.
    public let withdrawn: Int
}

extension Supervision {
    /// The signals of a stretch of time, without its end, by organ, rule and level.
    ///
    /// - Throws: `StorageError`.
    public static func raised(from start: Instant, until end: Instant, in tx: Transaction) throws
        -> [RaisedSignals]
    {
        try tx.rows(
            """
            SELECT organ, rule_name, level,
                count(*) FILTER (WHERE state NOT IN ('withdrawn', 'cancelled')) AS total,
                count(*) FILTER (WHERE state = 'upheld') AS confirmed,
                count(*) FILTER (WHERE state IN ('withdrawn', 'cancelled')) AS withdrawn
            FROM supervision_signal WHERE raised_at >= \(start) AND raised_at < \(end)
            GROUP BY organ, rule_name, level LIMIT 20000
            """
        ).map {
            RaisedSignals(
                organ: try $0.text("organ"), name: try $0.text("rule_name"), level: try $0.text("level"),
                count: try $0.int("total"), confirmed: try $0.int("confirmed"),
                withdrawn: try $0.int("withdrawn"))
        }
    }
}
