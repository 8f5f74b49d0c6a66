extension FEELEvaluator {
    /// DMN 1.5, table 50: false wins over unknown; what is neither true nor false is unknown.
    mutating func conjunction(_ nodes: [FEELNode]) throws(FEELError) -> FEELValue {
        var isUnknown = false
        for node in nodes {
            switch try value(of: node).truth {
            case false: return .bool(false)
            case nil: isUnknown = true
            default: break
            }
        }
        return isUnknown ? .null : .bool(true)
    }

    /// DMN 1.5, table 50: true wins over unknown.
    mutating func disjunction(_ nodes: [FEELNode]) throws(FEELError) -> FEELValue {
        var isUnknown = false
        for node in nodes {
            switch try value(of: node).truth {
            case true: return .bool(true)
            case nil: isUnknown = true
            default: break
            }
        }
        return isUnknown ? .null : .bool(false)
    }

    mutating func inversion(_ node: FEELNode) throws(FEELError) -> FEELValue {
        let value = try value(of: node)
        guard let truth = value.single.truth else {
            return value.isNull ? .null : nothing("not 只能用于是非，这里是\(value.kindName)")
        }
        return .bool(!truth)
    }

    /// What is not true leads to `else` (DMN 1.5, table 56).
    mutating func conditional(_ branches: [FEELBranch], _ otherwise: FEELNode) throws(FEELError) -> FEELValue
    {
        for branch in branches where try value(of: branch.condition).truth == true {
            return try value(of: branch.node)
        }
        return try value(of: otherwise)
    }

    /// DMN 1.5, table 54: `x >= low and x <= high`.
    mutating func between(_ node: FEELNode, _ low: FEELNode, _ high: FEELNode) throws(FEELError) -> FEELValue
    {
        let (value, low, high) = (try value(of: node), try self.value(of: low), try self.value(of: high))
        let range = FEELRange(low: low, includesLow: true, high: high, includesHigh: true)
        return FEELValue(try contains(range, value))
    }

    mutating func membership(_ node: FEELNode, _ tests: [FEELTest]) throws(FEELError) -> FEELValue {
        let input = try value(of: node)
        scope.append(.name("?", input))
        defer { scope.removeLast() }
        return FEELValue(try passes(input, tests, isCell: false))
    }

    /// Whether an input passes a cell of a decision table; unknown counts as no.
    mutating func admits(_ input: FEELValue, _ cell: FEELUnaryTests) throws(FEELError) -> Bool {
        guard !cell.tests.isEmpty else { return true }
        scope.append(.name("?", input))
        defer { scope.removeLast() }
        let answer = try passes(input, cell.tests, isCell: true)
        return cell.isNegated ? answer == false : answer == true
    }

    private mutating func passes(
        _ input: FEELValue, _ tests: [FEELTest], isCell: Bool
    ) throws(FEELError) -> Bool? {
        var isUnknown = false
        for test in tests {
            let answer = try passes(input, test, isCell: isCell)
            if answer == true { return true }
            if answer == nil { isUnknown = true }
        }
        return isUnknown ? nil : false
    }

    mutating func passes(
        _ input: FEELValue, _ test: FEELTest, isCell: Bool
    ) throws(FEELError) -> Bool? {
        let value = try value(of: test.node)
        stand(at: test.node)
        if let comparison = test.comparison { return try compare(input, comparison, value).truth }
        if let truth = value.truth {
            if test.asksInput { return truth }
            // In a table an expression may be its own answer, unless the input is a truth value itself.
            if isCell, !test.isLiteral, input.truth == nil, !input.isNull { return truth }
        } else if test.asksInput, value.isNull {
            return nil
        }
        return try isAmong(value, input)
    }

    /// DMN 1.5, table 55: in a range, equal to a member of a list, or equal.
    private mutating func isAmong(_ value: FEELValue, _ input: FEELValue) throws(FEELError) -> Bool? {
        switch value {
        case .range(let range) where input.kind != value.kind: return try contains(range, input)
        case .list(let members) where input.kind != value.kind: return try isAmong(any: members, input)
        case .list(let members):
            if try equality(value, input) == true { return true }
            return try isAmong(any: members, input)
        default: return try equality(input, value)
        }
    }

    /// As `list contains` has it: a member that cannot be compared is no match.
    private mutating func isAmong(any members: [FEELValue], _ input: FEELValue) throws(FEELError) -> Bool {
        for member in members {
            try charge(1)
            if case .range(let range) = member, input.kind != member.kind {
                if try contains(range, input) == true { return true }
            } else if try equality(input, member) == true {
                return true
            }
        }
        return false
    }
}

extension FEELTest {
    /// Whether it names a value, rather than asking a question of its own.
    fileprivate var isLiteral: Bool { if case .literal = node.term { true } else { false } }
}
