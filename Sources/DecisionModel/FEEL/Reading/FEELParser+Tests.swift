extension FEELParser {
    /// What may follow `in`: tests in brackets, or one test.
    mutating func choices() throws(FEELError) -> [FEELTest] {
        guard current.kind == .symbol("("), !startsRange else { return [try test()] }
        position += 1
        if accept(symbol: ")") { return [] }
        let tests = try tests()
        try expect(.symbol(")"), "右括号")
        return tests
    }

    /// Whether `(` opens a range such as `(1..5]`: its two points come before its end and before any comma.
    private var startsRange: Bool {
        var depth = 0
        for token in tokens[position...] {
            guard case .symbol(let symbol) = token.kind else { continue }
            if ["(", "[", "{"].contains(symbol) { depth += 1 }
            if [")", "]", "}"].contains(symbol) { depth -= 1 }
            if depth == 1, symbol == ".." { return true }
            if depth == 0 || depth == 1 && symbol == "," { return false }
        }
        return false
    }

    mutating func tests() throws(FEELError) -> [FEELTest] {
        var tests = [try test()]
        while accept(symbol: ",") { tests.append(try test()) }
        return tests
    }

    /// A positive unary test.
    private mutating func test() throws(FEELError) -> FEELTest {
        let before = inputs
        let comparison = comparisonSign()
        let node = comparison == nil ? try expression() : try sum()
        return FEELTest(comparison: comparison, node: node, asksInput: inputs > before)
    }

    /// A cell of a decision table: `-`, `not(…)` or tests (DMN 1.5, §7.3.4 and grammar rule 17).
    mutating func unaryTests() throws(FEELError) -> (isNegated: Bool, tests: [FEELTest]) {
        if current.kind == .symbol("-"), peek().kind == .end {
            position += 1
            return (false, [])
        }
        guard current.kind == .keyword("not"), closesAtEnd else {
            let tests = try tests()
            try expectEnd()
            return (false, tests)
        }
        position += 2
        let tests = try tests()
        try expect(.symbol(")"), "右括号")
        try expectEnd()
        return (true, tests)
    }

    /// Whether the bracket after `not` closes at the very end, so that the whole cell is denied.
    private var closesAtEnd: Bool {
        guard peek().kind == .symbol("("), tokens.count > position + 3 else { return false }
        var depth = 0
        for index in (position + 1)..<(tokens.count - 1) {
            if tokens[index].kind == .symbol("(") { depth += 1 }
            if tokens[index].kind == .symbol(")") { depth -= 1 }
            if depth == 0 { return index == tokens.count - 2 }
        }
        return false
    }
}
