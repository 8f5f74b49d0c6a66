import DecisionModel
import Foundation
import Testing

@Suite("FEEL expressions are stopped in time")
struct FEELLimitTests {
    private static let long = Value.string(String(repeating: "a", count: 100_000))

    @Test(
        "what never ends or fills the memory is stopped with a clear message",
        arguments: [
            "for i in 1..1000000000 return i", "every i in 1..1e17 satisfies i > 0",
            "for a in 1..1000, b in 1..1000, c in 1..1000 return 1",
            "{f: function(n) f(n), r: f(1)}.r", "{f: function(n) f(n) + f(n), r: f(1)}.r",
            "{f: function(n) if n = 0 then 1 else f(n-1) + f(n-1), r: f(30)}.r",
            "count(flatten(for i in 1..400 return for j in 1..400 return j))",
            "for i in 1..100000 return concatenate(长, 长)", "for i in 1..1000 return 文 + 文",
            "replace(文, \"a\", 文)", "sort(for i in 1..30000 return 0 - i)",
            "distinct values(for i in 1..5000 return i)",
            "add working days(@\"2026-01-01\", 1e15)",
            "{a: [1,1,1,1,1,1,1,1], b: [a,a,a,a,a,a,a,a], c: [b,b,b,b,b,b,b,b], d: [c,c,c,c,c,c,c,c],"
                + " e: [d,d,d,d,d,d,d,d], f: [e,e,e,e,e,e,e,e]}",
        ])
    func stopped(_ expression: String) throws {
        let variables: Variables = ["长": .list(Array(repeating: 1, count: 1000)), "文": Self.long]
        let surroundings = FEELSurroundings(isWorkingDay: { _ in true })
        let error = #expect(throws: FEELError.self) {
            try FEEL.evaluate(expression, variables, surroundings)
        }
        #expect(error?.message.hasSuffix("，已停止") == true, "\(error?.message ?? "")")
    }

    @Test("the budget is the caller's to set, and a condition that is stopped does not hold")
    func budget() throws {
        let expression = try FEELExpression("count(for i in 1..1000000 return i) > 0")
        #expect(expression.value(in: [:]) == .null)
        let small = FEELSurroundings(limits: FEELLimits(steps: 3, depth: 10))
        #expect(throws: FEELError.self) { try FEELExpression("1 + 2 + 3").evaluate([:], small) }
    }

    @Test(
        "what nests or runs on is refused or read, but never costs the stack",
        arguments: [
            "(", "[", "{a:", "not(", "-", "if a then ", "a in (", "f(", "function() ", "x[", "a.", "1 in [",
        ])
    func nesting(_ piece: String) {
        for count in [50, 300, 1900] {
            let source = String(repeating: piece, count: min(count, 3999 / piece.count)) + "1"
            _ = try? FEEL.evaluate(source, [:])
        }
    }

    @Test(
        "long chains are no deep trees",
        arguments: [
            (" + 1", "1"), (" or a", "a"), (" and a", "a"), (" * 1", "1"),
            (" else if a then 1", "if a then 1"),
        ])
    func chains(_ piece: String, start: String) throws {
        let source =
            start + String(repeating: piece, count: 200) + (piece.hasPrefix(" else") ? " else 2" : "")
        #expect(throws: Never.self) { try FEEL.evaluate(source, ["a": false]) }
    }

    /// A generator that gives the same numbers on every machine.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16 ^ state << 32
        }
    }

    private static let pieces = [
        "a", "年龄", "1", "0.5", "\"文\"", "@\"2026-01-01\"", "@\"P1D\"", "(", ")", "[", "]", "{", "}", ",", ":",
        ".", "..",
        "+", "-", "*", "/", "**", "=", "!=", "<", ">=", " and ", " or ", "not(", " in ", " between ", "if ",
        " then ",
        " else ", "for x in ", " return ", "some x in ", " satisfies ", "function(", " instance of ", "list<",
        "number",
        "count(", "substring(", "matches(", "?", "null", "true", "x", "//", "/*", "\\", "'", "\n", "😀",
        "date and time(",
    ]

    @Test("whatever is written, reading and evaluating come to an end", arguments: 0..<40)
    func fuzz(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 7919 &+ 1)
        let surroundings = FEELSurroundings(limits: FEELLimits(steps: 2000, depth: 100))
        for _ in 0..<100 {
            let length = Int.random(in: 1...30, using: &random)
            let source = (0..<length).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
            _ = try? FEEL.evaluate(source, ["a": [1, 2], "年龄": 18], surroundings)
            _ = try? FEELUnaryTests(source).admits(1, [:], surroundings)
        }
    }
}
