import Storage
import TransparencyLog
import WorkingTime

/// A checkpoint as the journal holds it. What counts is the note; whoever relies on it verifies its signatures.
public struct StoredCheckpoint: Sendable, Hashable {
    /// The size of its tree.
    public let size: UInt64
    /// What the log has signed, with the cosignatures there were.
    public let note: SignedNote
    /// When the log signed it.
    public let signedAt: Instant
}

extension StoredCheckpoint {
    /// The newest one. Throws ``StorageError``, ``LogFault/malformedNote``.
    public static func newest(in tx: Transaction) throws -> StoredCheckpoint? {
        try tx.row("SELECT size, note, signed_at FROM journal_checkpoint ORDER BY size DESC LIMIT 1")
            .map { try StoredCheckpoint($0, in: tx) }
    }

    /// The newest one that a witness has cosigned; nil when there is none.
    public static func newestCosigned(in tx: Transaction) throws -> StoredCheckpoint? {
        let row = try tx.row("SELECT size FROM journal_cosignature ORDER BY size DESC LIMIT 1")
        return try row.flatMap { try of(size: UInt64($0.id("size")), in: tx) }
    }

    /// The one of a tree of that size; nil when there is none.
    public static func of(size: UInt64, in tx: Transaction) throws -> StoredCheckpoint? {
        guard let size = Int64(exactly: size) else { return nil }
        return try tx.row("SELECT size, note, signed_at FROM journal_checkpoint WHERE size = \(size)")
            .map { try StoredCheckpoint($0, in: tx) }
    }

    /// What a row of the table says, before anybody knows whether it is a note.
    typealias Claim = (size: UInt64, text: String)

    /// Those of trees that are larger than `lower` and at most `upper`, smallest first.
    static func claims(_ lower: UInt64, _ upper: UInt64, in tx: Transaction) throws -> [Claim] {
        try tx.rows(
            """
            SELECT size, note FROM journal_checkpoint
            WHERE size > \(Int64(lower)) AND size <= \(Int64(upper)) ORDER BY size
            """
        ).map { (UInt64(try $0.id("size")), try $0.text("note")) }
    }

    /// The newest one.
    static func newestClaim(in tx: Transaction) throws -> Claim? {
        try tx.row("SELECT size, note FROM journal_checkpoint ORDER BY size DESC LIMIT 1")
            .map { (UInt64(try $0.id("size")), try $0.text("note")) }
    }

    private init(_ row: Row, in tx: Transaction) throws {
        let size = try row.id("size")
        var note = try SignedNote(row.text("note"))
        let lines = try tx.rows(
            "SELECT line FROM journal_cosignature WHERE size = \(size) ORDER BY witness LIMIT 50")
        // A row that is no signature must not keep the others, and the log, from being used.
        try lines.compactMap { NoteSignature(line: try $0.text("line")) }.forEach { note.add($0) }
        self.init(size: UInt64(size), note: note, signedAt: try row.instant("signed_at"))
    }

    /// Adds a checkpoint that the log has just signed.
    static func insert(_ note: SignedNote, of head: TreeHead, at now: Instant, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO journal_checkpoint (size, root, note, signed_at)
            VALUES (\(Int64(head.size)), \(Hexadecimal.text(head.root.bytes)), \(note.description), \(now))
            """)
    }
}
