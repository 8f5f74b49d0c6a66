/// The proof that a leaf stands at its place in a tree (RFC 9162 §2.1.3).
public struct InclusionProof: Sendable, Hashable {
    /// The place of the leaf, from 0.
    public let index: UInt64
    /// The nodes beside its way to the root, from the leaf's sibling to the child of the root.
    public let hashes: [NodeHash]

    /// A proof as it was made or received.
    public init(index: UInt64, hashes: [NodeHash]) { (self.index, self.hashes) = (index, hashes) }

    /// Checks that the leaf stands at its place in the tree.
    ///
    /// - Throws: ``LogFault/notIncluded`` when it does not, or the proof is none for this tree.
    public func verify(_ leaf: NodeHash, in head: TreeHead) throws {
        guard index < head.size else { throw LogFault.notIncluded }
        let siblings = ProofPath.inclusion(of: index, in: head.size)
        guard siblings.count == hashes.count else { throw LogFault.notIncluded }
        let root = zip(siblings, hashes).reduce(leaf) { node, step in
            let (sibling, hash) = step
            return sibling.lowerBound > index ? NodeHash(node, hash) : NodeHash(hash, node)
        }
        guard root == head.root else { throw LogFault.notIncluded }
    }
}
