import Storage

/// Who has read somebody's data (个人信息保护法 arts. 44, 45): the entries that readings leave.
extension Journal {
    /// The subject under which readings of a case stand: one of their own, so that they do not crowd out its history.
    public static func readings(of number: String) -> String { "readings:\(number)" }

    /// The subject under which look-ups of a person at the counter stand.
    public static func readings(ofPerson id: Int64) -> String { "person-readings:\(id)" }

    /// What a look-up of a person is called.
    public static let lookUpAction = "person.looked_up"

    /// What a reading of a case may be called.
    public static let readingActions = ["case.read", "case.disclosed", "material.read"]

    /// The readings of several cases and the look-ups of a person, the newest first: at most `limit` of those before the
    /// entry with the id `before`.
    ///
    /// The caller has checked that these are cases of whoever asks, and that they are the person.
    public static func readings(
        ofCases numbers: [String], person: Int64? = nil, before: Int64 = .max, limit: Int,
        in transaction: Transaction
    ) throws -> [StoredEntry] {
        let lookUps = person.map { [readings(ofPerson: $0)] } ?? []
        let subjects = numbers.flatMap { [$0, readings(of: $0)] } + lookUps
        let actions = readingActions + [lookUpAction]
        let rows = try transaction.rows(
            """
            SELECT * FROM journal_entry
            WHERE subject IN \(list: subjects) AND action IN \(list: actions) AND id < \(before)
            ORDER BY id DESC LIMIT \(limit)
            """)
        return try rows.map(StoredEntry.init)
    }
}
