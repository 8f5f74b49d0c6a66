import Storage
import TransparencyLog
import WorkingTime

/// One batch of the sequencer: entries that wait get their places, and the log signs the tree that has them.
struct Placing {
    let keys: JournalKeys
    /// Entries of one transaction. On SQLite nobody else writes meanwhile.
    let batchSize: Int

    /// Places as many entries as fit into a batch.
    ///
    /// - Parameter seen: the largest tree this node knows to have been signed.
    /// - Returns: how many were placed, and the tree they are in.
    /// - Throws: ``SequencingFault`` when the tree was touched; nothing is placed then.
    func placeBatch(after seen: TreeHead, at now: Instant, in tx: Transaction) throws -> (Int, TreeHead) {
        try tx.exclude("journal/sequence")
        var edge = try trustedEdge(after: seen, in: tx)
        let leaves = try givePlaces(from: edge.size, in: tx)
        guard !leaves.isEmpty else { return (0, edge.head) }
        try JournalTree.keep(edge.append(leaves), in: tx)
        let checkpoint = Checkpoint(origin: keys.origin, head: edge.head)
        try StoredCheckpoint.insert(
            checkpoint.signed(by: keys.signers), of: edge.head, at: now, in: tx)
        return (leaves.count, edge.head)
    }

    /// The edge of the tree that was signed last. The signature counts and not the row: whoever owns the database can
    /// write both tiles and rows.
    private func trustedEdge(after seen: TreeHead, in tx: Transaction) throws -> TreeEdge {
        let signed = try StoredCheckpoint.newestClaim(in: tx).map { claim in
            do { return try keys.checkpoint(in: SignedNote(claim.text)).head } catch let fault as LogFault {
                throw SequencingFault.checkpoint(claim.size, fault)
            }
        }
        let head = signed ?? .empty
        guard head.size >= seen.size else { throw SequencingFault.shrunk(to: head.size, from: seen.size) }
        let edge = try? JournalTree.edge(of: head.size, in: tx)
        guard let edge, edge.head == head else { throw SequencingFault.touched(head.size) }
        return edge
    }

    /// An entry whose transaction committed late has a smaller id than some that are placed already: it waits
    /// because it has no place, and for no other reason.
    private func givePlaces(from size: UInt64, in tx: Transaction) throws -> [NodeHash] {
        let rows = try tx.rows(
            """
            UPDATE journal_entry SET leaf_index = \(Int64(size)) + place.n
            FROM (
                SELECT id, row_number() OVER (ORDER BY id) - 1 AS n
                FROM (SELECT id FROM journal_entry WHERE leaf_index IS NULL ORDER BY id LIMIT \(batchSize)) AS waiting
            ) AS place
            WHERE journal_entry.id = place.id
            RETURNING leaf_index, leaf_hash
            """)
        // RETURNING has no order.
        let placed = try rows.map { (place: try $0.id("leaf_index"), leaf: try $0.leaf()) }
        return placed.sorted { $0.place < $1.place }.map(\.leaf)
    }
}

extension Row {
    /// The leaf hash of an entry. Throws ``StorageError/column(_:)``.
    func leaf() throws -> NodeHash {
        guard let leaf = Hexadecimal.bytes(try text("leaf_hash")).flatMap({ NodeHash($0) }) else {
            throw StorageError.column("leaf_hash")
        }
        return leaf
    }
}

/// Why nothing more is sequenced. It is for people to look at: no later run will mend it.
public enum SequencingFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The newest checkpoint was not signed by us.
    case checkpoint(UInt64, LogFault)
    /// The tiles are not those of the tree that was signed.
    case touched(UInt64)
    /// The database ends before a tree that this node knows to have been signed, as after an old backup.
    case shrunk(to: UInt64, from: UInt64)
    /// The database has another tree than the one this node knows to have been signed.
    case forked(UInt64)

    /// For the operator.
    public var description: String {
        switch self {
        case .checkpoint(let size, let fault): "日志第 \(size) 条处的检查点不可信：\(fault.sentence)"
        case .touched(let size): "日志的分片与第 \(size) 条处签过名的检查点不符：数据库可能被改动。"
        case .shrunk(let size, let seen): "数据库里的日志只签到第 \(size) 条，而本机签过第 \(seen) 条：数据库可能回退过。"
        case .forked(let size): "数据库里的日志与本机签过的第 \(size) 条处的检查点不符：日志分叉了。"
        }
    }
}
