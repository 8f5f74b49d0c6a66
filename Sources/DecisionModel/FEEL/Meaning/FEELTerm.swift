/// A part of an expression: what it means and where it stands.
struct FEELNode: Sendable {
    let column: Int
    let term: FEELTerm
}

/// What a part of an expression means.
indirect enum FEELTerm: Sendable {
    case literal(FEELValue)
    /// A name and the entries asked of it, so that a path walks through the variables in one go.
    case path([String])
    case entry(FEELNode, String)
    case list([FEELNode])
    case context([FEELEntry])
    case range(FEELRangeTerm)
    case negated(FEELNode)
    case not(FEELNode)
    case all([FEELNode])
    case any([FEELNode])
    case comparison(FEELNode, FEELComparison, FEELNode)
    case between(FEELNode, low: FEELNode, high: FEELNode)
    case chain(FEELNode, [FEELLink])
    case membership(FEELNode, [FEELTest])
    case conditional([FEELBranch], otherwise: FEELNode)
    case loop([FEELIteration], FEELNode)
    case quantified(isEvery: Bool, [FEELIteration], FEELNode)
    case filter(FEELNode, FEELNode)
    case instance(FEELNode, FEELType)
    case function([FEELParameter], FEELNode)
    case builtin(FEELBuiltin, [FEELNode?])
    case call(FEELNode, [FEELArgument])
}

/// An entry of a context.
struct FEELEntry: Sendable {
    let name: String
    let node: FEELNode
}

/// Ends of a range that are still to be evaluated; a missing one is open.
struct FEELRangeTerm: Sendable {
    let low: FEELNode?
    let includesLow: Bool
    let high: FEELNode?
    let includesHigh: Bool
}

/// An operator and what stands to the right of it.
struct FEELLink: Sendable {
    let operation: FEELArithmetic
    let node: FEELNode
}

/// `if` or `else if`, and what then.
struct FEELBranch: Sendable {
    let condition: FEELNode
    let node: FEELNode
}

/// A name that runs through a list or from one value to another.
struct FEELIteration: Sendable {
    let name: String
    let domain: FEELNode
    let end: FEELNode?
}

/// A parameter of a function and what it takes, if that was written.
struct FEELParameter: Sendable {
    let name: String
    let type: FEELType?
}

/// An argument, with the parameter's name where it was written.
struct FEELArgument: Sendable {
    let name: String?
    let column: Int
    let node: FEELNode
}

/// One unary test (DMN 1.5, §10.3.1.2, grammar rule 14).
struct FEELTest: Sendable {
    /// `< 5`: how the input compares; nil for any other expression.
    let comparison: FEELComparison?
    let node: FEELNode
    /// Whether the expression asks for the input itself with `?`.
    let asksInput: Bool
}

/// The comparisons of FEEL (DMN 1.5, table 53).
enum FEELComparison: String, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// The arithmetic of FEEL (DMN 1.5, §10.3.2.11).
enum FEELArithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case power = "**"
}
