import Storage
import TransparencyLog

/// What proves that a case was filed: a signed promise at once, and the proof out of the tree once the entry is in it.
public struct JournalReceipt: Sendable {
    /// The entry that says that the case was filed.
    public let entry: StoredEntry
    /// The hash of that entry.
    public let leaf: NodeHash
    /// The signed promise; nil on a node that cannot sign.
    public let promise: SignedNote?
    /// The proof; nil until the entry is in a tree that was signed.
    public let proof: ProofFile?

    /// The receipt of a subject, by its first entry of an action; nil when there is none.
    ///
    /// - Parameters:
    ///   - accountID: who reads it. The proof holds the entry only for whoever it names: an entry from the counter
    ///     names a clerk and the address of the counter.
    ///   - Throws: ``StorageError``, ``LogFault`` when tiles are missing.
    public static func of(
        _ subject: String, action: String, for accountID: Int64, keys: JournalKeys, in tx: Transaction
    ) throws -> JournalReceipt? {
        let entries = try Journal.entries(subject: subject, onlyPublic: false, limit: 20, in: tx)
        guard let entry = entries.first(where: { $0.entry.action == action }) else { return nil }
        guard let leaf = Hexadecimal.bytes(entry.leafHash).flatMap({ NodeHash($0) }) else {
            throw StorageError.column("leaf_hash")
        }
        let promise = ReceiptPromise(origin: keys.origin, number: subject, leaf: leaf, at: entry.entry.at)
        let actor = entry.entry.actor
        // One that names nobody shows nothing to others either.
        let isOwn = actor.accountID == accountID || actor.accountID == 0 && actor.isUnnamed
        return JournalReceipt(
            entry: entry, leaf: leaf,
            promise: keys.signers.isEmpty ? nil : try promise.signed(by: keys.signers),
            proof: try proof(of: entry, showing: isOwn ? Journal.content(of: entry) : nil, in: tx))
    }

    /// Out of the newest tree that a witness has seen, or else out of the newest.
    static func proof(
        of stored: StoredEntry, showing content: [UInt8]?, in tx: Transaction
    ) throws -> ProofFile? {
        guard let index = stored.leafIndex.map(UInt64.init) else { return nil }
        let candidates = [
            try StoredCheckpoint.newestCosigned(in: tx), try StoredCheckpoint.newest(in: tx),
        ]
        guard let checkpoint = candidates.compactMap(\.self).first(where: { $0.size > index }) else {
            return nil
        }
        var reader = JournalTree.reader(size: checkpoint.size, in: tx)
        return ProofFile(
            entry: content, proof: try reader.inclusionProof(of: index), note: checkpoint.note)
    }
}
