import Storage
import TransparencyLog
import WorkingTime

/// The SQL of the logs that this installation witnesses.
enum WitnessedLog {
    /// Takes a checkpoint that continues what was cosigned before, and remembers it. It is saved before the
    /// cosignature leaves.
    ///
    /// - Returns: the note to be cosigned.
    /// - Throws: `WitnessRefusal`.
    static func accept(
        _ submission: CheckpointSubmission, of log: TrustedLog, at now: Instant, in tx: Transaction
    ) throws -> SignedNote {
        let (id, latest) = try held(log.origin, in: tx)
        var witness = Witness(of: log, latest: latest)
        let checkpoint = try witness.accept(submission)
        guard let size = Int64(exactly: checkpoint.head.size) else { throw WitnessRefusal.malformed }
        try tx.execute(
            """
            UPDATE witnessed_log SET size = \(size),
                root = \(Hexadecimal.text(checkpoint.head.root.bytes)), note = \(submission.note.description),
                cosigned_at = \(now)
            WHERE id = \(id)
            """)
        return submission.note
    }

    /// The row of a log, held until the end of the transaction; made when it is new.
    private static func held(_ origin: String, in tx: Transaction) throws -> (Int64, TreeHead) {
        let empty = TreeHead.empty
        try tx.execute(
            """
            INSERT INTO witnessed_log (id, origin, size, root)
            VALUES (\(tx.ids.next()), \(origin), 0, \(Hexadecimal.text(empty.root.bytes)))
            ON CONFLICT (origin) DO NOTHING
            """)
        let found = try tx.row("SELECT id FROM witnessed_log WHERE origin = \(origin)")
        guard let id = try found?.id("id") else { throw StorageError.column("witnessed_log.id") }
        try tx.lock("witnessed_log", id: id)
        let row = try tx.row("SELECT size, root FROM witnessed_log WHERE id = \(id)")
        guard let row, let root = Hexadecimal.bytes(try row.text("root")).flatMap({ NodeHash($0) }) else {
            throw StorageError.column("witnessed_log.root")
        }
        return (id, TreeHead(size: UInt64(try row.id("size")), root: root))
    }
}
