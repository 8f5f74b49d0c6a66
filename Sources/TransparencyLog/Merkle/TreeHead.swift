/// A log at one moment: how many entries it has, and the root over all of them.
public struct TreeHead: Sendable, Hashable {
    /// How many leaves the tree has.
    public let size: UInt64
    /// The hash at the top.
    public let root: NodeHash

    /// The head of the tree without leaves.
    public static let empty = TreeHead(size: 0, root: .emptyTree)

    /// The head of a tree.
    public init(size: UInt64, root: NodeHash) { (self.size, self.root) = (size, root) }
}
