import Storage
import WorkingTime

/// The SQL of the devices on which somebody has signed in.
enum DeviceStore {
    /// What is known of a device when somebody signs in on it.
    enum Acquaintance: Sendable, Hashable {
        /// The account's first device of all: nobody is told of it.
        case first
        /// A device on which the account has never signed in.
        case new
        /// One of its own.
        case known
    }

    /// Remembers that an account has signed in on a device.
    static func meet(
        _ device: DeviceMark, of accountID: Int64, at now: Instant, in transaction: Transaction
    ) throws -> Acquaintance {
        if try isKnown(device, to: accountID, in: transaction) {
            try transaction.execute(
                """
                UPDATE known_device SET last_seen_at = \(now)
                WHERE account_id = \(accountID) AND device_hash = \(device.hash)
                """)
            return .known
        }
        let others = try transaction.row("SELECT 1 FROM known_device WHERE account_id = \(accountID) LIMIT 1")
        try transaction.execute(
            """
            INSERT INTO known_device (account_id, device_hash, first_seen_at, last_seen_at)
            VALUES (\(accountID), \(device.hash), \(now), \(now))
            ON CONFLICT (account_id, device_hash) DO NOTHING
            """)
        return others == nil ? .first : .new
    }

    static func isKnown(_ device: DeviceMark, to accountID: Int64, in transaction: Transaction) throws -> Bool
    {
        try transaction.row(
            """
            SELECT 1 FROM known_device WHERE account_id = \(accountID) AND device_hash = \(device.hash)
            """) != nil
    }

    /// Forgets all devices of an account: the next sign-in on each is told of again.
    static func forget(of accountID: Int64, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM known_device WHERE account_id = \(accountID)")
    }

    /// Removes those that browsers have forgotten too.
    static func purge(at now: Instant, in transaction: Transaction) throws {
        try transaction.execute(
            "DELETE FROM known_device WHERE last_seen_at < \(now.adding(seconds: -DeviceMark.keptSeconds))")
    }
}
