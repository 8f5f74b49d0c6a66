/// The proof that a tree grew out of an older one by appending alone (RFC 9162 §2.1.4).
public struct ConsistencyProof: Sendable, Hashable {
    /// The nodes that both trees, or the larger one alone, are made of.
    public let hashes: [NodeHash]

    /// A proof as it was made or received.
    public init(hashes: [NodeHash]) { self.hashes = hashes }

    /// Checks that the new tree begins with the old one.
    ///
    /// An empty old tree proves nothing and is refused: every tree begins with it.
    /// - Throws: ``LogFault/notConsistent`` when it does not, or the proof is none for these trees.
    public func verify(from old: TreeHead, to new: TreeHead) throws {
        guard old.size > 0, old.size <= new.size else { throw LogFault.notConsistent }
        let (trunk, siblings) = ProofPath.consistency(from: old.size, to: new.size)
        // A trunk that is the whole old tree is known to whoever asks, and not named.
        let known = trunk.lowerBound == 0 ? [old.root] : []
        let nodes = known + hashes
        guard let first = nodes.first, nodes.count == 1 + siblings.count else { throw LogFault.notConsistent }
        var (oldRoot, newRoot) = (first, first)
        for (sibling, hash) in zip(siblings, nodes.dropFirst()) {
            if sibling.lowerBound < old.size {
                (oldRoot, newRoot) = (NodeHash(hash, oldRoot), NodeHash(hash, newRoot))
            } else {
                newRoot = NodeHash(newRoot, hash)
            }
        }
        guard oldRoot == old.root, newRoot == new.root else { throw LogFault.notConsistent }
    }
}
