extension FEELEvaluator {
    /// Each entry sees the ones before it.
    mutating func context(_ entries: [FEELEntry]) throws(FEELError) -> FEELValue {
        let outside = scope.count
        defer { scope.removeSubrange(outside...) }
        var context: [String: FEELValue] = [:]
        for entry in entries {
            var value = try value(of: entry.node)
            if case .function(var function) = value {
                function.name = entry.name
                value = .function(function)
            }
            context[entry.name] = value
            scope.append(.name(entry.name, value))
        }
        return .context(context)
    }

    mutating func range(_ term: FEELRangeTerm, at node: FEELNode) throws(FEELError) -> FEELValue {
        var (low, high): (FEELValue?, FEELValue?)
        if let end = term.low { low = try value(of: end) }
        if let end = term.high { high = try value(of: end) }
        stand(at: node)
        if let low, let high, low.kind != high.kind, !low.isNull, !high.isNull {
            return nothing("区间的两端是\(low.kindName)与\(high.kindName)")
        }
        return .range(
            FEELRange(
                low: low, includesLow: term.includesLow, high: high, includesHigh: term.includesHigh))
    }

    /// A filter with a number picks one member, from the end when negative; any other keeps the members for
    /// which it is true (DMN 1.5, §10.3.2.5).
    mutating func filter(_ list: FEELValue, _ condition: FEELNode) throws(FEELError) -> FEELValue {
        let members = list.isNull ? [] : list.members
        if members.isEmpty { return condition.isNumber ? nothing("列表是空的") : .list([]) }
        if let index = try pick(condition, for: members.first) {
            return try self.member(index, of: members, condition)
        }
        var kept: [FEELValue] = []
        for member in members where try value(of: condition, for: member).truth == true {
            try charge(1)
            kept.append(member)
        }
        return .list(kept)
    }

    /// The number that the filter is, if it is one.
    private mutating func pick(_ condition: FEELNode, for member: FEELValue?) throws(FEELError) -> FEELValue?
    {
        let value = try value(of: condition, for: member ?? .null)
        if case .number = value { return value }
        return nil
    }

    private mutating func member(
        _ index: FEELValue, of members: [FEELValue], _ node: FEELNode
    ) throws(FEELError) -> FEELValue {
        stand(at: node)
        guard let place = index.int, place != 0, place.magnitude <= members.count else {
            return nothing("列表有 \(members.count) 项，没有第 \(index.plainText ?? "") 项")
        }
        return members[place > 0 ? place - 1 : members.count + place]
    }

    /// The value among the entries of one member; `item` is the member itself.
    private mutating func value(
        of node: FEELNode, for member: FEELValue
    ) throws(FEELError) -> FEELValue {
        let outside = scope.count
        defer { scope.removeSubrange(outside...) }
        scope.append(.name("item", member))
        if case .context(let entries) = member { scope.append(.context(entries)) }
        return try value(of: node)
    }
}

extension FEELNode {
    /// Whether it is written as a number, signed or not.
    fileprivate var isNumber: Bool {
        switch term {
        case .literal(.number): true
        case .negated(let node): node.isNumber
        default: false
        }
    }
}
