import Refusals
import Storage
import WorkingTime

/// How organs come, change their names and go: each as a part of a transaction that moves what they do.
extension Directory {
    /// Every organ there is or ever was, with the names it had.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func organNames(in transaction: Transaction) throws -> OrganNameHistory {
        let earlier = try transaction.rows(
            "SELECT organ, valid_until, name FROM organ_name ORDER BY organ, valid_until"
        ).map { row in
            OrganNameHistory.EarlierName(
                organ: try row.text("organ"), validUntil: try row.day("valid_until"),
                name: try row.text("name"))
        }
        return OrganNameHistory(organs: try everyOrgan(in: transaction), earlier: earlier)
    }

    /// Founds an organ; it stands last in the district's list.
    ///
    /// - Throws: `conflict` when the key, the full name or the credit code is taken.
    public static func found(_ organ: Organ, in transaction: Transaction) throws {
        let last = try transaction.count("SELECT coalesce(max(position), 0) FROM organ")
        try register(organ, position: last + 1, in: transaction)
        guard try Directory.organ(organ.key, in: transaction) == organ else {
            throw DomainError.conflict("代号 \(organ.key) 已有部门使用。")
        }
    }

    /// Gives an organ other names from a day on; the ones it had are kept until the day before.
    /// - Throws: `StorageError`.
    public static func rename(
        _ key: String, name: String, fullName: String, from day: CivilDate, in transaction: Transaction
    ) throws {
        let last = day.adding(days: -1)
        try transaction.execute(
            """
            INSERT INTO organ_name (organ, valid_until, name, full_name)
            SELECT key, \(last), name, full_name FROM organ WHERE key = \(key)
            ON CONFLICT (organ, valid_until) DO NOTHING
            """)
        try transaction.execute(
            "UPDATE organ SET name = \(name), full_name = \(fullName) WHERE key = \(key)")
    }

    /// Ends an organ and its offices: their last day is the one before this. The rows stay, with who took up what it did.
    /// - Throws: `StorageError`.
    public static func end(
        _ key: String, successor: String, from day: CivilDate, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE organ SET valid_until = \(day.adding(days: -1)), successor = \(successor)
            WHERE key = \(key) AND valid_until IS NULL
            """)
        try endOffices(of: key, on: day.adding(days: -1), in: transaction)
    }

    /// Takes an organ out of the directory that was founded by mistake: whoever calls this has seen that nothing
    /// belongs to it.
    /// - Throws: `StorageError`.
    public static func unfound(_ key: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM organ_name WHERE organ = \(key)")
        try transaction.execute(
            """
            DELETE FROM organ_office_name
            WHERE office IN (SELECT key FROM organ_office WHERE organ = \(key))
            """)
        try transaction.execute("DELETE FROM organ_office WHERE organ = \(key)")
        try transaction.execute("DELETE FROM organ WHERE key = \(key)")
    }
}
