/// Reads words into a meaning, by recursive descent; each level binds tighter than the one before it
/// (DMN 1.5, §10.3.1.2).
struct FEELParser {
    /// Deep enough for anything a person writes, shallow enough for the stack.
    private static let maximumDepth = 60

    let tokens: [FEELToken]
    var position = 0
    private var depth = 0
    /// Names that need more than a word, such as `loan-to-value`, the innermost last.
    var known: [FEELKnownName]
    /// Names the expression itself binds.
    var bound: [String] = []
    /// Names that must come from outside.
    var free: [String] = []
    /// How often `?` was met.
    var inputs = 0

    init(tokens: [FEELToken], known: [FEELKnownName]) {
        self.tokens = tokens
        self.known = known
    }

    var current: FEELToken { tokens[min(position, tokens.count - 1)] }

    func peek(_ distance: Int = 1) -> FEELToken { tokens[min(position + distance, tokens.count - 1)] }

    func refusal(_ message: String) -> FEELError {
        FEELError(column: current.column, message: message)
    }

    mutating func accept(_ kind: FEELToken.Kind) -> Bool {
        guard current.kind == kind else { return false }
        position += 1
        return true
    }

    mutating func accept(symbol: String) -> Bool { accept(.symbol(symbol)) }

    mutating func expect(_ kind: FEELToken.Kind, _ words: String) throws(FEELError) {
        guard accept(kind) else { throw refusal("这里应当是 \(words)") }
    }

    func expectEnd() throws(FEELError) {
        guard current.kind == .end else { throw refusal("表达式到这里应当结束") }
    }

    mutating func expression() throws(FEELError) -> FEELNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw refusal("括号嵌套过深") }
        let column = current.column
        if accept(.keyword("if")) { return FEELNode(column: column, term: try conditional()) }
        if accept(.keyword("for")) { return FEELNode(column: column, term: try loop()) }
        if accept(.keyword("some")) { return FEELNode(column: column, term: try quantified(isEvery: false)) }
        if accept(.keyword("every")) { return FEELNode(column: column, term: try quantified(isEvery: true)) }
        if accept(.keyword("function")) { return FEELNode(column: column, term: try function()) }
        return try disjunction()
    }

    /// Reads `else if` after `else if` in one go, so that a long one is not a deep one.
    private mutating func conditional() throws(FEELError) -> FEELTerm {
        var branches: [FEELBranch] = []
        while true {
            let condition = try expression()
            try expect(.keyword("then"), "then")
            branches.append(FEELBranch(condition: condition, node: try expression()))
            try expect(.keyword("else"), "else")
            guard accept(.keyword("if")) else { break }
        }
        return .conditional(branches, otherwise: try expression())
    }

    private mutating func disjunction() throws(FEELError) -> FEELNode {
        let first = try conjunction()
        guard current.kind == .keyword("or") else { return first }
        var nodes = [first]
        while accept(.keyword("or")) { nodes.append(try conjunction()) }
        return FEELNode(column: first.column, term: .any(nodes))
    }

    private mutating func conjunction() throws(FEELError) -> FEELNode {
        let first = try comparison()
        guard current.kind == .keyword("and") else { return first }
        var nodes = [first]
        while accept(.keyword("and")) { nodes.append(try comparison()) }
        return FEELNode(column: first.column, term: .all(nodes))
    }

    private mutating func comparison() throws(FEELError) -> FEELNode {
        let node = try sum()
        let column = current.column
        if accept(.keyword("in")) { return FEELNode(column: column, term: .membership(node, try choices())) }
        if accept(.keyword("between")) {
            let low = try sum()
            try expect(.keyword("and"), "and")
            return FEELNode(column: column, term: .between(node, low: low, high: try sum()))
        }
        guard let comparison = comparisonSign() else { return node }
        return FEELNode(column: column, term: .comparison(node, comparison, try sum()))
    }

    mutating func comparisonSign() -> FEELComparison? {
        guard case .symbol(let symbol) = current.kind, let comparison = FEELComparison(rawValue: symbol)
        else { return nil }
        position += 1
        return comparison
    }
}
