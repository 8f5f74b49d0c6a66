import Storage
import WorkingTime

/// The journal in the order of the log: what is placed is complete, and nothing comes in between later.
extension Journal {
    /// The entries of these actions at so many places from one on, in their order.
    public static func placed(
        from place: Int64, count: Int64, actions: [String], in tx: Transaction
    ) throws -> [StoredEntry] {
        try tx.rows(
            """
            SELECT * FROM journal_entry
            WHERE leaf_index >= \(place) AND leaf_index < \(place + count) AND action || '' IN \(list: actions)
            ORDER BY leaf_index
            """
        ).map(StoredEntry.init)
    }

    /// How many entries have their place.
    public static func placedCount(in tx: Transaction) throws -> Int64 {
        let row = try tx.row(
            """
            SELECT leaf_index FROM journal_entry WHERE leaf_index IS NOT NULL
            ORDER BY leaf_index DESC LIMIT 1
            """)
        return try row.map { try $0.id("leaf_index") + 1 } ?? 0
    }

    /// Whether an account has done anything but read about a subject after an entry.
    public static func hasActed(
        _ accountID: Int64, on subject: String, after id: Int64, in tx: Transaction
    ) throws -> Bool {
        try tx.row(
            """
            SELECT 1 AS acted FROM journal_entry
            WHERE subject = \(subject) AND id > \(id) AND actor_id + 0 = \(accountID)
                AND action || '' NOT IN \(list: readingActions)
            LIMIT 1
            """) != nil
    }
}
