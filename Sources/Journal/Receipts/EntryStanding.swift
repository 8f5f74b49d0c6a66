import Storage
import TransparencyLog
import WorkingTime

/// Where an entry stands in the log, and whether the tree bears it out.
public enum EntryStanding: Sendable, Hashable {
    /// It has no place yet.
    case waiting
    /// It has its place, from 0; no signed tree reaches so far yet.
    case placed(Int64)
    /// The tree of a signed checkpoint holds it, at its place from 0.
    case proven(Int64, Seal)
    /// The tree of a signed checkpoint does not hold it: entry or tree was tampered with.
    case missing(Int64, Seal)

    /// The checkpoint it was looked for in.
    public struct Seal: Sendable, Hashable {
        /// How many entries its tree has.
        public let size: UInt64
        /// Who signed it, witnesses too.
        public let signers: [String]
        /// When the log signed it.
        public let signedAt: Instant
    }

    /// Where an entry stands by the newest checkpoint.
    ///
    /// - Throws: ``StorageError``, and ``LogFault`` for a checkpoint or a tile that cannot be read.
    public static func of(_ stored: StoredEntry, in tx: Transaction) throws -> EntryStanding {
        guard let index = stored.leafIndex else { return .waiting }
        guard let newest = try StoredCheckpoint.newest(in: tx), newest.size > UInt64(index) else {
            return .placed(index)
        }
        let seal = Seal(
            size: newest.size, signers: newest.note.signatures.map(\.name), signedAt: newest.signedAt)
        guard let leaf = Hexadecimal.bytes(stored.leafHash).flatMap({ NodeHash($0) }) else {
            return .missing(index, seal)
        }
        do {
            var reader = JournalTree.reader(size: newest.size, in: tx)
            let proof = try reader.inclusionProof(of: UInt64(index))
            try proof.verify(leaf, in: Checkpoint(newest.note.text).head)
            return .proven(index, seal)
        } catch is LogFault {
            return .missing(index, seal)
        }
    }
}
