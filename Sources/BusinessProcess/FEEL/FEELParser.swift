/// Reads words into a meaning, by recursive descent; each level binds tighter than the one before it.
struct FEELParser {
    /// Deep enough for any condition a person writes, shallow enough for the stack.
    private static let maximumDepth = 60

    private let tokens: [FEELToken]
    private var position = 0
    private var depth = 0

    init(tokens: [FEELToken]) { self.tokens = tokens }

    private var current: FEELToken { tokens[min(position, tokens.count - 1)] }

    private func refusal(_ message: String) -> FEELError {
        FEELError(column: current.column, message: message)
    }

    private mutating func accept(_ kind: FEELToken.Kind) -> Bool {
        guard current.kind == kind else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ kind: FEELToken.Kind, _ words: String) throws(FEELError) {
        guard accept(kind) else { throw refusal("这里应当是 \(words)") }
    }

    func expectEnd() throws(FEELError) {
        guard current.kind == .end else { throw refusal("表达式到这里应当结束") }
    }

    mutating func expression() throws(FEELError) -> FEELTerm {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw refusal("括号嵌套过深") }
        guard accept(.keyword("if")) else { return try disjunction() }
        let condition = try expression()
        try expect(.keyword("then"), "then")
        let consequence = try expression()
        try expect(.keyword("else"), "else")
        return .conditional(condition, then: consequence, else: try expression())
    }

    private mutating func disjunction() throws(FEELError) -> FEELTerm {
        var term = try conjunction()
        while accept(.keyword("or")) { term = .or(term, try conjunction()) }
        return term
    }

    private mutating func conjunction() throws(FEELError) -> FEELTerm {
        var term = try comparison()
        while accept(.keyword("and")) { term = .and(term, try comparison()) }
        return term
    }

    private mutating func comparison() throws(FEELError) -> FEELTerm {
        let term = try sum()
        if accept(.keyword("in")) { return .membership(term, try choices()) }
        guard case .symbol(let symbol) = current.kind, let comparison = FEELComparison(rawValue: symbol)
        else { return term }
        position += 1
        return .comparison(term, comparison, try sum())
    }

    private mutating func choices() throws(FEELError) -> [FEELTerm] {
        guard accept(.symbol("(")) else { return [try sum()] }
        return try terms(until: ")")
    }

    private mutating func sum() throws(FEELError) -> FEELTerm {
        var term = try product()
        while let operation = arithmetic([.plus, .minus]) {
            term = .arithmetic(term, operation, try product())
        }
        return term
    }

    private mutating func product() throws(FEELError) -> FEELTerm {
        var term = try factor()
        while let operation = arithmetic([.times, .dividedBy]) {
            term = .arithmetic(term, operation, try factor())
        }
        return term
    }

    private mutating func arithmetic(_ allowed: [FEELArithmetic]) -> FEELArithmetic? {
        guard case .symbol(let symbol) = current.kind, let operation = FEELArithmetic(rawValue: symbol),
            allowed.contains(operation)
        else { return nil }
        position += 1
        return operation
    }

    private mutating func factor() throws(FEELError) -> FEELTerm {
        var negations = 0
        while accept(.symbol("-")) { negations += 1 }
        var term = try primary()
        while accept(.symbol(".")) { term = try entry(of: term) }
        for _ in 0..<(negations % 2) { term = .negated(term) }
        return term
    }

    private mutating func entry(of term: FEELTerm) throws(FEELError) -> FEELTerm {
        guard case .name(let name) = current.kind else { throw refusal("点号后面应当是名称") }
        position += 1
        if case .path(let path) = term { return .path(path + [name]) }
        return .entry(term, name)
    }

    private mutating func primary() throws(FEELError) -> FEELTerm {
        let token = current
        position += 1
        switch token.kind {
        case .number(let number): return .literal(.number(number))
        case .string(let string): return .literal(.string(string))
        case .keyword("true"): return .literal(true)
        case .keyword("false"): return .literal(false)
        case .keyword("null"): return .literal(.null)
        case .keyword("not"): return .not(try parenthesised())
        case .name(let name) where current.kind == .symbol("("):
            throw FEELError(column: token.column, message: "还不支持函数 \(name)")
        case .name(let name): return .path([name])
        case .symbol("["): return .list(try terms(until: "]"))
        case .symbol("("):
            position -= 1
            return try parenthesised()
        default:
            position -= 1
            throw refusal(token.kind == .end ? "表达式不完整" : "这里应当是一个值")
        }
    }

    private mutating func parenthesised() throws(FEELError) -> FEELTerm {
        try expect(.symbol("("), "左括号")
        let term = try expression()
        try expect(.symbol(")"), "右括号")
        return term
    }

    private mutating func terms(until close: String) throws(FEELError) -> [FEELTerm] {
        if accept(.symbol(close)) { return [] }
        var terms = [try expression()]
        while accept(.symbol(",")) { terms.append(try expression()) }
        try expect(.symbol(close), close == "]" ? "右方括号" : "右括号")
        return terms
    }
}
