extension FEELParser {
    mutating func loop() throws(FEELError) -> FEELTerm {
        try nested([]) { parser throws(FEELError) in
            let iterations = try parser.iterations()
            try parser.expect(.keyword("return"), "return")
            return .loop(iterations, try parser.expression())
        }
    }

    mutating func quantified(isEvery: Bool) throws(FEELError) -> FEELTerm {
        try nested([]) { parser throws(FEELError) in
            let iterations = try parser.iterations()
            try parser.expect(.keyword("satisfies"), "satisfies")
            return .quantified(isEvery: isEvery, iterations, try parser.expression())
        }
    }

    private mutating func iterations() throws(FEELError) -> [FEELIteration] {
        var iterations: [FEELIteration] = []
        repeat {
            let name = try newName { $0 == .keyword("in") || $0 == .end }
            try expect(.keyword("in"), "in")
            let domain = try expression()
            let end = accept(symbol: "..") ? try expression() : nil
            bind([name])
            iterations.append(FEELIteration(name: name, domain: domain, end: end))
        } while accept(symbol: ",")
        return iterations
    }

    /// A function in the expression itself; one of the host's (`external`) is refused.
    mutating func function() throws(FEELError) -> FEELTerm {
        try expect(.symbol("("), "左括号")
        let parameters = try parameters()
        if current.kind == .name("external") { throw refusal("不能调用外部程序（external）") }
        let body = try nested(parameters.map(\.name)) { parser throws(FEELError) in try parser.expression() }
        return .function(parameters, body)
    }

    private mutating func parameters() throws(FEELError) -> [FEELParameter] {
        if accept(symbol: ")") { return [] }
        var parameters: [FEELParameter] = []
        repeat {
            let name = try newName { [.symbol(":"), .symbol(","), .symbol(")"), .end].contains($0) }
            let type = accept(symbol: ":") ? try type() : nil
            parameters.append(FEELParameter(name: name, type: type))
        } while accept(symbol: ",")
        try expect(.symbol(")"), "右括号")
        return parameters
    }

    /// A type, read no deeper than an expression.
    mutating func type(depth: Int = 0) throws(FEELError) -> FEELType {
        guard depth < 20 else { throw refusal("类型嵌套过深") }
        let column = current.column
        guard current.isWord || current.kind == .keyword("function") else { throw refusal("这里应当是类型") }
        let name = typeName()
        guard let type = FEELType.named[name] else {
            throw FEELError(column: column, message: "不认识的类型 \(name)")
        }
        guard accept(symbol: "<") else { return type }
        if name == "function" { return try functionType(depth) }
        if name == "context" { return .context(try members(depth)) }
        let member = try self.type(depth: depth + 1)
        try expect(.symbol(">"), ">")
        if name == "list" { return .list(member) }
        guard name == "range" else { throw FEELError(column: column, message: "类型 \(name) 没有参数") }
        return .range(member)
    }

    /// `date and time`, `days and time duration`: the `and` belongs to them.
    private mutating func typeName() -> String {
        let long = FEELType.named.keys.filter { $0.contains(" ") }.first { name in
            let words = name.split(separator: " ")
            return words.indices.allSatisfy { peek($0).text == words[$0] }
        }
        guard let long else {
            defer { position += 1 }
            return current.text
        }
        position += long.split(separator: " ").count
        return long
    }

    private mutating func members(_ depth: Int) throws(FEELError) -> [String: FEELType] {
        var members: [String: FEELType] = [:]
        repeat {
            let name = try newName { $0 == .symbol(":") || $0 == .end }
            try expect(.symbol(":"), "冒号")
            members[name] = try type(depth: depth + 1)
        } while accept(symbol: ",")
        try expect(.symbol(">"), ">")
        return members
    }

    private mutating func functionType(_ depth: Int) throws(FEELError) -> FEELType {
        if !accept(symbol: ">") {
            repeat { _ = try type(depth: depth + 1) } while accept(symbol: ",")
            try expect(.symbol(">"), ">")
        }
        try expect(.symbol("->"), "->")
        _ = try type(depth: depth + 1)
        return .kind(12)
    }
}
