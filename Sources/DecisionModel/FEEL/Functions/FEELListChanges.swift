/// Functions that make lists of lists (DMN 1.5, table 75).
extension FEELBuiltin {
    static let listChanges: [FEELBuiltin] = [
        FEELBuiltin("sublist", "list, start position, length?", sublist),
        FEELBuiltin("append", "list, item…") { evaluator, values throws(FEELError) in
            try evaluator.list((values[0].isNull ? [] : values[0].members) + values.dropFirst())
        },
        FEELBuiltin("concatenate", "list…") { evaluator, values throws(FEELError) in
            try evaluator.list(values.flatMap(\.members))
        },
        FEELBuiltin("union", "list…") { evaluator, values throws(FEELError) in
            try evaluator.distinct(values.flatMap(\.members))
        },
        FEELBuiltin("distinct values", "list") { evaluator, values throws(FEELError) in
            values[0].isNull ? nil : try evaluator.distinct(values[0].members)
        },
        FEELBuiltin("insert before", "list, position, newItem") { evaluator, values throws(FEELError) in
            guard !values[0].isNull, let place = place(values[1], in: values[0].members) else { return nil }
            var members = values[0].members
            members.insert(values[2], at: place)
            return try evaluator.list(members)
        },
        FEELBuiltin("remove", "list, position") { evaluator, values throws(FEELError) in
            guard !values[0].isNull, let place = place(values[1], in: values[0].members) else { return nil }
            var members = values[0].members
            members.remove(at: place)
            return try evaluator.list(members)
        },
        FEELBuiltin("list replace", "list, position, newItem") { evaluator, values throws(FEELError) in
            guard !values[0].isNull else { return nil }
            var members = values[0].members
            if case .function(let match) = values[1] {
                for index in members.indices
                where try evaluator.call(match, [members[index], values[2]]).truth == true {
                    members[index] = values[2]
                }
                return try evaluator.list(members)
            }
            guard let place = place(values[1], in: members) else { return nil }
            members[place] = values[2]
            return try evaluator.list(members)
        },
        FEELBuiltin("reverse", "list") { evaluator, values throws(FEELError) in
            values[0].isNull ? nil : try evaluator.list(values[0].members.reversed())
        },
        FEELBuiltin("flatten", "list") { evaluator, values throws(FEELError) in
            if values[0].isNull { return nil }
            var flat: [FEELValue] = []
            try evaluator.flatten(values[0].members, into: &flat, depth: 0)
            return .list(flat)
        },
    ]

    /// The index of a position that begins at 1, or at the end when negative.
    private static func place(_ position: FEELValue, in members: [FEELValue]) -> Int? {
        guard let position = position.int, position != 0, position.magnitude <= members.count
        else { return nil }
        return position > 0 ? position - 1 : members.count + position
    }

    private static let sublist: Body = { evaluator, values throws(FEELError) in
        guard !values[0].isNull, let start = place(values[1], in: values[0].members) else { return nil }
        let rest = values[0].members[start...]
        if values[2].isNull { return try evaluator.list(Array(rest)) }
        guard let length = values[2].int, length >= 1, length <= rest.count else { return nil }
        return try evaluator.list(Array(rest.prefix(length)))
    }
}

extension FEELEvaluator {
    mutating func list(_ members: [FEELValue]) throws(FEELError) -> FEELValue {
        try charge(members.count)
        return .list(members)
    }

    fileprivate mutating func distinct(_ members: [FEELValue]) throws(FEELError) -> FEELValue {
        var kept: [FEELValue] = []
        for member in members where try index(of: member, in: kept) == nil { kept.append(member) }
        return try list(kept)
    }

    fileprivate mutating func flatten(
        _ members: [FEELValue], into flat: inout [FEELValue], depth: Int
    ) throws(FEELError) {
        guard depth < 200 else { throw stopped("值的嵌套过深") }
        for member in members {
            try charge(1)
            if case .list(let inner) = member {
                try flatten(inner, into: &flat, depth: depth + 1)
            } else {
                flat.append(member)
            }
        }
    }
}
