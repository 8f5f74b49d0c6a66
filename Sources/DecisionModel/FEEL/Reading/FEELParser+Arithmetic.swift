extension FEELParser {
    /// A sum; long ones are one node, not a deep tree.
    mutating func sum() throws(FEELError) -> FEELNode {
        try chain([.plus, .minus]) { parser throws(FEELError) in try parser.product() }
    }

    private mutating func product() throws(FEELError) -> FEELNode {
        try chain([.times, .dividedBy]) { parser throws(FEELError) in try parser.power() }
    }

    /// Powers are taken from the left, and a sign binds tighter (DMN 1.5, grammar rules 4 and 2).
    private mutating func power() throws(FEELError) -> FEELNode {
        try chain([.power]) { parser throws(FEELError) in try parser.factor() }
    }

    private mutating func chain(
        _ allowed: [FEELArithmetic], of part: (inout FEELParser) throws(FEELError) -> FEELNode
    ) throws(FEELError) -> FEELNode {
        let first = try part(&self)
        var links: [FEELLink] = []
        while let operation = arithmetic(allowed) {
            links.append(FEELLink(operation: operation, node: try part(&self)))
        }
        return links.isEmpty ? first : FEELNode(column: first.column, term: .chain(first, links))
    }

    private mutating func arithmetic(_ allowed: [FEELArithmetic]) -> FEELArithmetic? {
        guard case .symbol(let symbol) = current.kind, let operation = FEELArithmetic(rawValue: symbol),
            allowed.contains(operation)
        else { return nil }
        position += 1
        return operation
    }

    private mutating func factor() throws(FEELError) -> FEELNode {
        let column = current.column
        var negations = 0
        while accept(symbol: "-") { negations += 1 }
        let node = try typed()
        return negations % 2 == 0 ? node : FEELNode(column: column, term: .negated(node))
    }

    private mutating func typed() throws(FEELError) -> FEELNode {
        let node = try postfix()
        guard startsInstanceOf else { return node }
        let column = current.column
        position += 2
        return FEELNode(column: column, term: .instance(node, try type()))
    }

    var startsInstanceOf: Bool { current.kind == .name("instance") && peek().kind == .name("of") }

    /// Paths, filters and calls, as many as follow.
    private mutating func postfix() throws(FEELError) -> FEELNode {
        var node = try primary()
        var length = 0
        while true {
            length += 1
            guard length <= 100 else { throw refusal("路径过长") }
            let column = current.column
            if accept(symbol: ".") {
                node = try entry(of: node)
            } else if current.kind == .symbol("["), startsFilter {
                position += 1
                let condition = try filterCondition()
                node = FEELNode(column: column, term: .filter(node, condition))
            } else if current.kind == .symbol("(") {
                node = FEELNode(column: node.column, term: .call(node, try arguments()))
            } else {
                return node
            }
        }
    }

    /// In `[1..5[` the last bracket ends the range: nothing stands behind it that a filter could begin with.
    private var startsFilter: Bool {
        switch peek().kind {
        case .end: false
        case .symbol(let symbol): ["(", "[", "{", "-", "@", "?", "<", "<=", ">", ">="].contains(symbol)
        case .keyword(let word):
            ["not", "true", "false", "null", "if", "for", "some", "every"].contains(word)
        case .name, .number, .string: true
        }
    }

    private mutating func filterCondition() throws(FEELError) -> FEELNode {
        let condition = try nested(["item"]) { parser throws(FEELError) in try parser.expression() }
        try expect(.symbol("]"), "右方括号")
        return condition
    }

    private mutating func entry(of node: FEELNode) throws(FEELError) -> FEELNode {
        guard current.isWord else { throw refusal("点号后面应当是名称") }
        let name = knownName(beforeCall: false) ?? words()
        if case .path(let path) = node.term {
            return FEELNode(column: node.column, term: .path(path + [name]))
        }
        return FEELNode(column: node.column, term: .entry(node, name))
    }
}
