import Crypto
import Foundation
import Storage

/// The append-only record of who did what. An entry is written in the transaction of what it tells about:
/// both happen or neither does.
public enum Journal {
    /// Appends an entry with its salted leaf hash. Its place in the Merkle tree comes later.
    /// Throws ``StorageError``; the change it tells about must then not happen either.
    @discardableResult
    public static func append(_ entry: JournalEntry, in transaction: Transaction) throws -> StoredEntry {
        let stored = try StoredEntry(id: transaction.ids.next(), entry: entry)
        try insert([stored], in: transaction)
        return stored
    }

    /// Appends the entries of one change, in their order. Throws ``StorageError``.
    public static func append(together entries: [JournalEntry], in transaction: Transaction) throws {
        let stored = try entries.map { try StoredEntry(id: transaction.ids.next(), entry: $0) }
        // One statement for a few; of many, the server would read every size of it anew.
        guard stored.count > few else { return try insert(stored, in: transaction) }
        try append(stored, in: transaction)
    }

    private static let few = 20

    /// Appends entries that were hashed beforehand, where many are written at once.
    public static func append(_ entries: [StoredEntry], in transaction: Transaction) throws {
        try transaction.insert(entries.map(values), columns: columns, into: "journal_entry")
    }

    /// The last id under a node's number; nil when there is none. It looks at every entry. Throws ``StorageError``.
    public static func lastID(ofNode node: Int, in transaction: Transaction) throws -> Int64? {
        try transaction.row("SELECT max(id) AS id FROM journal_entry WHERE \(IDSource.isOf(node: node))")?
            .optionalID("id")
    }

    /// The entries about a subject, oldest first: at most `limit` of those after the entry with the id `after`.
    ///
    /// The caller has checked that the reader may see the subject; `onlyPublic` keeps to what its applicant
    /// may read.
    public static func entries(
        subject: String, onlyPublic: Bool, after: Int64 = 0, limit: Int, in transaction: Transaction
    ) throws -> [StoredEntry] {
        let rows = try transaction.rows(
            """
            SELECT * FROM journal_entry
            WHERE subject = \(subject) AND id > \(after) AND is_public >= \(onlyPublic)
            ORDER BY id LIMIT \(limit)
            """)
        return try rows.map(StoredEntry.init)
    }

    /// Whether an entry still is what its leaf hash was made of.
    public static func verify(_ stored: StoredEntry) -> Bool {
        guard let salt = Hexadecimal.bytes(stored.salt), salt.count == Leaf.saltLength else { return false }
        return (try? Leaf(id: stored.id, stored.entry).hash(salt: salt)) == stored.leafHash
    }

    /// What the leaf hash of an entry is made of: 16 bytes of salt and the canonical JSON. Whoever has it can check
    /// the hash. Nil when the entry was erased.
    static func content(of stored: StoredEntry) -> [UInt8]? {
        guard stored.erasedAt == nil, let salt = Hexadecimal.bytes(stored.salt) else { return nil }
        return try? Leaf(id: stored.id, stored.entry).content(salt: salt)
    }

    /// The digest of a state, for ``JournalEntry/beforeDigest``: SHA-256 of its JSON with sorted keys, in
    /// hexadecimal. Throws `EncodingError`.
    public static func digest(of state: some Encodable) throws -> String {
        digest(json: try encodeJSON(state))
    }

    /// The same of a state that is there as JSON with sorted keys.
    public static func digest(json text: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Data(text.utf8)))
    }
}
