import struct Foundation.Decimal

/// Functions that ask something of lists (DMN 1.5, table 75).
extension FEELBuiltin {
    static let lists: [FEELBuiltin] = [
        FEELBuiltin("list contains", "list, element") { evaluator, values throws(FEELError) in
            if values[0].isNull { return nil }
            return .bool(try evaluator.index(of: values[1], in: values[0].members) != nil)
        },
        FEELBuiltin("count", "list") { _, values throws(FEELError) in
            values[0].isNull ? nil : FEELValue(values[0].members.count)
        },
        FEELBuiltin("min", "list…") { evaluator, values throws(FEELError) in
            try evaluator.extreme(of: values.spread) { $0 < 0 }
        },
        FEELBuiltin("max", "list…") { evaluator, values throws(FEELError) in
            try evaluator.extreme(of: values.spread) { $0 > 0 }
        },
        FEELBuiltin("all", "list…") { _, values throws(FEELError) in truth(values, decidedBy: false) },
        FEELBuiltin("any", "list…") { _, values throws(FEELError) in truth(values, decidedBy: true) },
        FEELBuiltin("index of", "list, match") { evaluator, values throws(FEELError) in
            guard !values[0].isNull else { return nil }
            var places: [FEELValue] = []
            for (index, member) in values[0].members.enumerated()
            where try evaluator.equality(member, values[1]) == true { places.append(FEELValue(index + 1)) }
            return .list(places)
        },
        FEELBuiltin("sort", "list, precedes?") { evaluator, values throws(FEELError) in
            guard !values[0].isNull else { return nil }
            if case .function(let precedes) = values[1] {
                return try evaluator.sorted(values[0].members, precedes)
            }
            guard values[1].isNull else { return nil }
            return try evaluator.sorted(values[0].members, nil)
        },
    ]

    /// One deciding member is enough; otherwise one that is unknown makes the answer unknown.
    private static func truth(_ values: [FEELValue], decidedBy decisive: Bool) -> FEELValue? {
        if values.count == 1, values[0].isNull { return nil }
        let truths = values.spread.map(\.truth)
        if truths.contains(decisive) { return .bool(decisive) }
        return truths.contains(nil) ? .null : .bool(!decisive)
    }
}

extension FEELEvaluator {
    mutating func index(of wanted: FEELValue, in members: [FEELValue]) throws(FEELError) -> Int? {
        for (index, member) in members.enumerated() where try equality(member, wanted) == true {
            return index
        }
        return nil
    }

    fileprivate mutating func extreme(
        of values: [FEELValue], _ isBetter: (Int) -> Bool
    ) throws(FEELError) -> FEELValue? {
        guard var best = values.first, !best.isNull else { return nil }
        try charge(values.count)
        for value in values.dropFirst() {
            guard let order = order(value, best) else { return nil }
            if isBetter(order) { best = value }
        }
        return best
    }

    /// Merges ever longer runs, so that equal members keep their order and every comparison is counted.
    fileprivate mutating func sorted(
        _ members: [FEELValue], _ precedes: FEELFunction?
    ) throws(FEELError) -> FEELValue? {
        if members.count < 2 { return .list(members) }
        try charge(members.count)
        let middle = members.count / 2
        guard case .list(let left)? = try sorted(Array(members[..<middle]), precedes),
            case .list(let right)? = try sorted(Array(members[middle...]), precedes)
        else { return nil }
        var (result, i, j): ([FEELValue], Int, Int) = ([], 0, 0)
        while i < left.count, j < right.count {
            guard let isRightFirst = try comes(right[j], before: left[i], precedes) else { return nil }
            result.append(isRightFirst ? right[j] : left[i])
            if isRightFirst { j += 1 } else { i += 1 }
        }
        return .list(result + left[i...] + right[j...])
    }

    private mutating func comes(
        _ left: FEELValue, before right: FEELValue, _ precedes: FEELFunction?
    ) throws(FEELError) -> Bool? {
        guard let precedes else { return order(left, right).map { $0 < 0 } }
        return try call(precedes, [left, right]).truth
    }
}
