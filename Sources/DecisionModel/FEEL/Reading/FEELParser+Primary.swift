extension FEELParser {
    mutating func primary() throws(FEELError) -> FEELNode {
        let column = current.column
        return FEELNode(column: column, term: try primaryTerm())
    }

    private mutating func primaryTerm() throws(FEELError) -> FEELTerm {
        if current.isWord { return try named() }
        let token = current
        position += 1
        switch token.kind {
        case .number(let number): return .literal(.number(number))
        case .string(let string): return .literal(.string(string))
        case .keyword("true"): return .literal(.bool(true))
        case .keyword("false"): return .literal(.bool(false))
        case .keyword("null"): return .literal(.null)
        case .keyword("not"): return .not(try parenthesised())
        case .symbol("@"): return try temporal()
        case .symbol("?"):
            inputs += 1
            return .path(["?"])
        case .symbol("["): return try listOrRange()
        case .symbol("]"): return try range(after: try sum(), includesLow: false)
        case .symbol("{"): return try context()
        case .symbol("("): return try groupOrRange()
        case .symbol(let symbol) where ["<", "<=", ">", ">="].contains(symbol):
            return try halfRange(symbol)
        default:
            position -= 1
            throw refusal(token.kind == .end ? "表达式不完整" : "这里应当是一个值")
        }
    }

    private mutating func named() throws(FEELError) -> FEELTerm {
        let column = current.column
        let name = knownName(beforeCall: true) ?? words()
        let isCall = current.kind == .symbol("(")
        if bound.contains(name) { return .path([name]) }
        guard isCall else {
            free.append(name)
            return .path([name])
        }
        guard let builtins = FEELBuiltin.all[name] else {
            throw FEELError(column: column, message: "没有函数 \(name)")
        }
        return try call(of: name, builtins, at: column)
    }

    private mutating func temporal() throws(FEELError) -> FEELTerm {
        guard case .string(let text) = current.kind else { throw refusal("@ 后面应当是引号里的日期、时刻或时长") }
        guard let value = FEELValue.literal(text) else {
            throw refusal("「\(text)」不是日期、时刻或时长，例如 2026-11-21、08:30:00、P3D")
        }
        position += 1
        return .literal(value)
    }

    mutating func parenthesised() throws(FEELError) -> FEELNode {
        try expect(.symbol("("), "左括号")
        let node = try expression()
        try expect(.symbol(")"), "右括号")
        return node
    }

    private mutating func groupOrRange() throws(FEELError) -> FEELTerm {
        let node = try expression()
        if current.kind == .symbol("..") { return try range(after: node, includesLow: false) }
        try expect(.symbol(")"), "右括号")
        return node.term
    }

    private mutating func listOrRange() throws(FEELError) -> FEELTerm {
        if accept(symbol: "]") { return .list([]) }
        let first = try expression()
        if current.kind == .symbol("..") { return try range(after: first, includesLow: true) }
        var nodes = [first]
        while accept(symbol: ",") { nodes.append(try expression()) }
        try expect(.symbol("]"), "右方括号")
        return .list(nodes)
    }

    /// The rest of `[a..b]`, `(a..b)` or `]a..b[`, once its first end is read.
    private mutating func range(after low: FEELNode, includesLow: Bool) throws(FEELError) -> FEELTerm {
        try expect(.symbol(".."), "两个点")
        let high = try sum()
        let includesHigh = accept(symbol: "]")
        guard includesHigh || accept(symbol: ")") || accept(symbol: "[") else {
            throw refusal("这里应当是 区间的右括号")
        }
        return .range(
            FEELRangeTerm(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh))
    }

    private mutating func halfRange(_ symbol: String) throws(FEELError) -> FEELTerm {
        let end = try sum()
        let isIncluded = symbol.hasSuffix("=")
        return symbol.hasPrefix("<")
            ? .range(FEELRangeTerm(low: nil, includesLow: false, high: end, includesHigh: isIncluded))
            : .range(FEELRangeTerm(low: end, includesLow: isIncluded, high: nil, includesHigh: false))
    }

    /// Each entry may use the ones before it (DMN 1.5, §10.3.2.6).
    private mutating func context() throws(FEELError) -> FEELTerm {
        var entries: [FEELEntry] = []
        if accept(symbol: "}") { return .context([]) }
        let (knownCount, boundCount) = (known.count, bound.count)
        defer {
            known.removeSubrange(knownCount...)
            bound.removeSubrange(boundCount...)
        }
        repeat {
            let name = try key()
            try expect(.symbol(":"), "冒号")
            guard !entries.contains(where: { $0.name == name }) else { throw refusal("「\(name)」写了两次") }
            // A function may call itself; any other entry does not see its own name.
            let isFunction = current.kind == .keyword("function")
            if isFunction { bind([name]) }
            entries.append(FEELEntry(name: name, node: try expression()))
            if !isFunction { bind([name]) }
        } while accept(symbol: ",")
        try expect(.symbol("}"), "右花括号")
        return .context(entries)
    }

    private mutating func key() throws(FEELError) -> String {
        if case .string(let name) = current.kind {
            position += 1
            return name
        }
        return try newName { $0 == .symbol(":") || $0 == .end }
    }
}
