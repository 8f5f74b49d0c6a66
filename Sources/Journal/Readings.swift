import Storage

/// Who has read somebody's data (个人信息保护法 arts. 44, 45): the entries that readings leave.
extension Journal {
    /// The subject under which readings of a case stand: one of their own, so that they do not crowd out its history.
    public static func readings(of number: String) -> String { "readings:\(number)" }

    /// What a reading of a case may be called.
    public static let readingActions = ["case.read", "case.disclosed", "material.read"]

    /// The readings of several cases, the newest first: at most `limit` of those before the entry with the id `before`.
    ///
    /// The caller has checked that these are cases of whoever asks.
    public static func readings(
        ofCases numbers: [String], before: Int64 = .max, limit: Int, in transaction: Transaction
    ) throws -> [StoredEntry] {
        let subjects = numbers.flatMap { [$0, readings(of: $0)] }
        let rows = try transaction.rows(
            """
            SELECT * FROM journal_entry
            WHERE subject IN \(list: subjects) AND action IN \(list: readingActions) AND id < \(before)
            ORDER BY id DESC LIMIT \(limit)
            """)
        return try rows.map(StoredEntry.init)
    }
}
