extension FEELParser {
    mutating func arguments() throws(FEELError) -> [FEELArgument] {
        try expect(.symbol("("), "左括号")
        if accept(symbol: ")") { return [] }
        var arguments: [FEELArgument] = []
        repeat {
            let column = current.column
            let name = try argumentName()
            arguments.append(FEELArgument(name: name, column: column, node: try expression()))
        } while accept(symbol: ",")
        try expect(.symbol(")"), "右括号")
        let named = arguments.count { $0.name != nil }
        guard named == 0 || named == arguments.count else { throw refusal("参数要么都写名称，要么都不写") }
        return arguments
    }

    /// `start position: 2`; nothing is read when no colon follows the words.
    private mutating func argumentName() throws(FEELError) -> String? {
        var length = 0
        while peek(length).isWord { length += 1 }
        guard length > 0, peek(length).kind == .symbol(":") else { return nil }
        let name = try newName { $0 == .symbol(":") }
        position += 1
        return name
    }

    /// A call that can never succeed is refused where it is written, rather than being `null` for ever.
    mutating func call(
        of name: String, _ builtins: [FEELBuiltin], at column: Int
    ) throws(FEELError) -> FEELTerm {
        let arguments = try arguments()
        for builtin in builtins {
            if let nodes = builtin.arranged(arguments) { return .builtin(builtin, nodes) }
        }
        let forms = builtins.map(\.form).joined(separator: " 或 ")
        throw FEELError(column: column, message: "函数 \(name) 的参数不对，应当是 \(forms)")
    }
}
