import Storage

extension Supervision {
    /// The yellow and red cards that wait, by level and organ, for whoever counts them.
    ///
    /// - Throws: `StorageError`.
    public static func openCards(in tx: Transaction) throws -> [(level: String, organ: String, count: Int)] {
        try tx.rows(
            """
            SELECT level, organ, count(*) AS total FROM supervision_signal
            WHERE level IN ('red', 'yellow') AND state = 'open' GROUP BY level, organ LIMIT 2000
            """
        ).map { (try $0.text("level"), try $0.text("organ"), try $0.int("total")) }
    }
}

extension SupervisionPath {
    /// Where signals of a level that wait are listed, of all organs or of one.
    public static func open(_ level: String, organ: String?) -> String {
        "\(signals)?state=open&level=\(level)" + (organ.map { "&organ=\($0)" } ?? "")
    }
}
