import Storage
import WorkingTime

/// The SQL of what witnesses have signed.
enum Cosignatures {
    /// The size of the tree that a witness has signed last; 0 for none.
    static func latestSize(by witness: String, in tx: Transaction) throws -> UInt64 {
        let row = try tx.row(
            """
            SELECT size FROM journal_cosignature WHERE witness = \(witness)
            ORDER BY witness DESC, size DESC LIMIT 1
            """)
        return UInt64(try row?.id("size") ?? 0)
    }

    /// Keeps the line of a witness; one that is there already stays.
    static func keep(
        _ line: String, of size: UInt64, by witness: String, at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO journal_cosignature (size, witness, line, signed_at)
            VALUES (\(Int64(size)), \(witness), \(line), \(now))
            ON CONFLICT (size, witness) DO NOTHING
            """)
    }
}
