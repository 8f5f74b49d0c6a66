import DecisionModel
import Foundation
import Testing

@Suite("The check of a table and its decisions agree")
struct DMNSurveyTests {
    /// A generator that gives the same numbers on every machine.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16 ^ state << 32
        }
    }

    private static let cells = [
        ["-", "< 3", ">= 3", "[1..4]", "(2..6)", "3", "not(3)", "1, 5", "> 4.5", "not([2..5])"],
        ["-", "\"甲\"", "\"甲\", \"乙\"", "not(\"甲\")", "\"丙\""], ["-", "true", "false", "not(true)"],
    ]
    private static let inputs: [[Value]] = [
        [0, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.2, 4.5, 4.7, 5, 5.5, 6, 7], ["甲", "乙", "丙", "丁"], [true, false],
    ]

    private static func table(_ random: inout Seeded) -> DecisionTable {
        let rules = (0..<Int.random(in: 0...6, using: &random)).map { number in
            let cells = cells.compactMap { $0.randomElement(using: &random) }
            return DecisionRule(cells, ["\(number % 2)"])
        }
        let inputs = ["a", "b", "c"].map { DecisionInput(expression: $0) }
        return DecisionTable(
            id: "d", name: "d", hitPolicy: .unique, inputs: inputs, outputs: [DecisionOutput(name: "o")],
            rules: rules)
    }

    private static func matched(_ decision: Decision, _ variables: Variables) throws -> [Int] {
        do throws(DecisionError) {
            return try decision.decide(variables).matchedRules
        } catch {
            guard case .notUnique(let rules) = error else { throw error }
            return rules
        }
    }

    @Test("what no rule matches lies in a gap, and what two rules match in an overlap", arguments: 0..<30)
    func agreement(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed) &* 104_729 &+ 7)
        let table = Self.table(&random)
        let decision = try Decision(table)
        let check = decision.check()
        #expect(check.givenUp == nil)
        var (isOpen, pairs): (Bool, Set<[Int]>) = (false, [])
        for a in Self.inputs[0] {
            for b in Self.inputs[1] {
                for c in Self.inputs[2] {
                    let rules = try Self.matched(decision, ["a": a, "b": b, "c": c])
                    isOpen = isOpen || rules.isEmpty
                    for first in rules { pairs.formUnion(rules.filter { $0 > first }.map { [first, $0] }) }
                }
            }
        }
        // The inputs hit every piece of every axis, so both ways must agree.
        #expect(isOpen == !check.gaps.isEmpty)
        #expect(pairs == Set(check.overlaps.map { [$0.first, $0.second] }))
    }

    @Test(
        "whatever stands in the cells, reading, deciding, checking and writing come to an end",
        arguments: 0..<20)
    func fuzz(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 7919 &+ 3)
        let pieces = [
            "-", "<", "5", "\"甲\"", "[1..", "]", ",", "not(", ")", "?", "null", "a", "@\"P1D\"", " ", "&",
            "\u{1}",
        ]
        for _ in 0..<20 {
            let cell = { (0..<3).compactMap { _ in pieces.randomElement(using: &random) }.joined() }
            var table = DecisionTable(
                id: cell(), name: cell(), hitPolicy: HitPolicy.allCases.randomElement(using: &random) ?? .any,
                inputs: [DecisionInput(expression: cell(), allowedValues: cell())],
                outputs: [DecisionOutput(name: cell(), allowedValues: cell(), defaultEntry: cell())])
            table.rules = [DecisionRule([cell()], [cell()]), DecisionRule([cell()], [cell()])]
            let decision = try? Decision(table)
            _ = try? decision?.decide(["a": 1])
            _ = decision?.check()
            #expect(throws: Never.self) { try DecisionTable.tables(in: Data(table.dmn.utf8)) }
        }
    }
}
