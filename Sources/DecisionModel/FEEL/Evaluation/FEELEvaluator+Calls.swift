extension FEELEvaluator {
    mutating func call(
        _ builtin: FEELBuiltin, _ arguments: [FEELNode?], at node: FEELNode
    ) throws(FEELError) -> FEELValue {
        var values: [FEELValue] = []
        for argument in arguments {
            if let argument { values.append(try value(of: argument)) } else { values.append(.null) }
        }
        stand(at: node)
        if let value = try builtin.body(&self, values) { return value }
        if values.prefix(builtin.required).contains(where: \.isNull) { return .null }
        let kinds = values.map(\.kindName).joined(separator: "、")
        return nothing("\(builtin.name) 不能这样用：\(kinds)")
    }

    mutating func call(_ callee: FEELNode, _ arguments: [FEELArgument]) throws(FEELError) -> FEELValue {
        let called = try value(of: callee)
        guard case .function(let function) = called else {
            return nothing("\(called.kindName)不能当函数用")
        }
        let ordered: [FEELArgument?] = function.parameters.enumerated().map { index, parameter in
            arguments.first?.name == nil
                ? (index < arguments.count ? arguments[index] : nil)
                : arguments.first { $0.name == parameter.name }
        }
        let given = ordered.compactMap(\.self)
        guard given.count == function.parameters.count, arguments.count == given.count else {
            return nothing("函数要 \(function.parameters.count) 个参数，给了 \(arguments.count) 个")
        }
        var values: [FEELValue] = []
        for argument in given { values.append(try value(of: argument.node)) }
        return try call(function, values)
    }

    /// Calls a function written in the expression, among the names it was written among.
    mutating func call(_ function: FEELFunction, _ values: [FEELValue]) throws(FEELError) -> FEELValue {
        guard values.count == function.parameters.count else { return nothing("参数的个数不对") }
        let outside = scope
        defer { scope = outside }
        scope = function.scope
        if let name = function.name { scope.append(.name(name, .function(function))) }
        for (parameter, value) in zip(function.parameters, values) {
            if let type = parameter.type, !type.admits(value) {
                return nothing("参数「\(parameter.name)」不能是\(value.kindName)")
            }
            scope.append(.name(parameter.name, value))
        }
        return try self.value(of: function.body)
    }
}
