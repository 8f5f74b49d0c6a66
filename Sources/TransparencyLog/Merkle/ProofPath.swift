/// Which nodes a proof names. Making a proof and verifying it follow the same path.
enum ProofPath {
    /// The nodes beside the way from a leaf to the root, from below: PATH(m, D[n]) of RFC 6962 §2.1.1.
    static func inclusion(of index: UInt64, in size: UInt64) -> [LeafRange] {
        var (node, siblings) = (0..<size, [LeafRange]())
        while node.size > 1 {
            let (left, right) = node.halves
            (node, siblings) = left.contains(index) ? (left, siblings + [right]) : (right, siblings + [left])
        }
        return siblings.reversed()
    }

    /// The nodes that lead from a tree to a larger one: PROOF(m, D[n]) of RFC 6962 §2.1.2.
    ///
    /// `trunk` is the largest node at the right edge of the old tree that both trees have; the siblings lie beside
    /// its way up in the larger tree.
    static func consistency(
        from old: UInt64, to size: UInt64
    ) -> (trunk: LeafRange, siblings: [LeafRange]) {
        var (node, siblings) = (0..<size, [LeafRange]())
        while node.upperBound != old {
            let (left, right) = node.halves
            (node, siblings) =
                old <= left.upperBound ? (left, siblings + [right]) : (right, siblings + [left])
        }
        return (node, siblings.reversed())
    }
}
