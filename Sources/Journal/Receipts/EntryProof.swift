import Storage
import TransparencyLog

/// What proves that one entry stands in the journal as it was written.
public struct EntryProof: Sendable {
    /// The entry.
    public let entry: StoredEntry
    /// Where it stands by the newest checkpoint.
    public let standing: EntryStanding
    /// The text of its proof file (C2SP tlog-proof), without what the entry says; nil until a signed tree holds it.
    public let file: String?

    /// The proof of an entry; nil when there is none. The caller has checked that the reader may know of it.
    ///
    /// - Throws: ``StorageError``, ``LogFault`` when tiles are missing.
    public static func of(_ id: Int64, in tx: Transaction) throws -> EntryProof? {
        guard let stored = try Journal.entry(id, in: tx) else { return nil }
        let standing = try EntryStanding.of(stored, in: tx)
        guard case .proven = standing else { return EntryProof(entry: stored, standing: standing, file: nil) }
        let file = try JournalReceipt.proof(of: stored, showing: nil, in: tx)
        return EntryProof(entry: stored, standing: standing, file: file?.description)
    }
}
