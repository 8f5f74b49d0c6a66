import Storage
import WorkingTime

/// The preferences of accounts.
public enum PreferenceStore {
    /// What a person wants; as delivered when they have said nothing.
    public static func preferences(of accountID: Int64, in tx: Transaction) throws -> MessagePreferences {
        guard let row = try tx.row("SELECT * FROM message_preference WHERE account_id = \(accountID)") else {
            return .delivered
        }
        let (from, until) = (try row.optionalInt("quiet_from"), try row.optionalInt("quiet_until"))
        var quiet: QuietHours?
        if let from, let until { quiet = QuietHours(fromMinute: from, untilMinute: until) }
        let refused: [String] = try row.json("refused")
        return MessagePreferences(quiet: quiet, refused: Set(refused))
    }

    /// Keeps what a person wants.
    public static func save(
        _ preferences: MessagePreferences, of accountID: Int64, at now: Instant, in tx: Transaction
    ) throws {
        let refused = try encodeJSON(preferences.refused.sorted())
        try tx.execute(
            """
            INSERT INTO message_preference (account_id, quiet_from, quiet_until, refused, changed_at)
            VALUES (\(accountID), \(preferences.quiet?.fromMinute), \(preferences.quiet?.untilMinute), \(refused),
                \(now))
            ON CONFLICT (account_id) DO UPDATE SET quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, refused = excluded.refused, changed_at = excluded.changed_at
            """)
    }
}
