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
}
