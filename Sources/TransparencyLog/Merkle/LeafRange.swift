/// The leaves under one node of the tree. Every node stands for such a range, complete or cut off at the right.
typealias LeafRange = Range<UInt64>

extension LeafRange {
    /// How many leaves there are. `count` cannot say it of every tree.
    var size: UInt64 { upperBound - lowerBound }

    /// Whether the node above them is complete, so that its hash never changes any more.
    var isComplete: Bool { size & (size - 1) == 0 }

    /// The parts under the two nodes below: the left one has the largest power of two that is less than the whole
    /// (RFC 6962 §2.1). There must be more than one leaf.
    var halves: (left: LeafRange, right: LeafRange) {
        let middle = lowerBound + (1 << UInt64(63 - (size - 1).leadingZeroBitCount))
        return (lowerBound..<middle, middle..<upperBound)
    }
}
