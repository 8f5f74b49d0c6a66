import Storage
import WorkingTime

/// An entry as the journal holds it.
public struct StoredEntry: Sendable, Hashable {
    /// Its id, also the order within a node.
    public let id: Int64
    /// What happened.
    public let entry: JournalEntry
    /// The 16 random bytes that keep the content from being guessed from the hash, in hexadecimal.
    public let salt: String
    /// The RFC 6962 leaf hash over salt and content, in hexadecimal.
    public let leafHash: String
    /// Its place in the Merkle tree; nil until the sequencer has given it one.
    public let leafIndex: Int64?
    /// When what it says about a person was taken away; nil when it still says it.
    public let erasedAt: Instant?

    init(
        id: Int64, entry: JournalEntry, salt: String, leafHash: String, leafIndex: Int64?,
        erasedAt: Instant? = nil
    ) {
        self.id = id
        self.entry = entry
        self.salt = salt
        self.leafHash = leafHash
        self.leafIndex = leafIndex
        self.erasedAt = erasedAt
    }

    /// An entry with a salt of its own and the leaf hash over both; without the account of somebody whose name it does not
    /// tell. Throws `EncodingError`.
    public init(id: Int64, entry: JournalEntry) throws {
        let (salt, entry) = (Leaf.newSalt(), entry.untraced)
        self.init(
            id: id, entry: entry, salt: Hexadecimal.text(salt),
            leafHash: try Leaf(id: id, entry).hash(salt: salt), leafIndex: nil)
    }
}
