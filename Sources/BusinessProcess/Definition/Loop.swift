public import DecisionModel

/// How an activity is done more than once (BPMN 2.0, §10.3.8 standard loop, §10.3.9 multi-instance).
public struct Loop: Sendable, Hashable {
    /// The way it repeats.
    public let manner: Manner
    /// Where the number of instances comes from; `nil` for a standard loop.
    public let items: Items?
    /// A standard loop goes on while this holds; a multi-instance ends early once it holds.
    public let condition: FEELExpression?
    /// The name under which each instance sees its item.
    public let itemName: String?
    /// How votes are counted, where the instances decide together.
    public let vote: Vote?
    /// The most instances a standard loop makes.
    public let maximum: Int?

    /// The way an activity repeats.
    public enum Manner: Sendable, Hashable {
        /// All instances at once.
        case parallel
        /// One after the other.
        case sequential
        /// Again as long as a condition holds; asked before the first time or after it.
        case standard(testBefore: Bool)
    }

    /// Where the instances of a multi-instance come from.
    public enum Items: Sendable, Hashable {
        /// A number.
        case cardinality(FEELExpression)
        /// One for each element of a list.
        case collection(FEELExpression)
    }

    /// N of M, and veto: how the answers of several people become one.
    public struct Vote: Sendable, Hashable {
        /// The outcome that is counted (`minben:vote`).
        public let code: String
        /// How many must give it; all where it is `nil` (`minben:needs`).
        public let needs: Int?
        /// The outcome that ends the vote at once (`minben:veto`).
        public let veto: String?
        /// What the step has come to when it is not passed and nobody vetoed (`minben:otherwise`).
        public let otherwise: String?
    }

    /// The most instances of one activity: more are refused when it begins.
    public static let maximumInstances = 2000
}
