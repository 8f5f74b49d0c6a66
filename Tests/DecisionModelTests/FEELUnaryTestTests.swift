import DecisionModel
import Testing

@Suite("FEEL unary tests")
struct FEELUnaryTestTests {
    @Test(
        "a cell that cannot be read is refused at its column",
        arguments: [("<", 2), ("1,", 3), ("not(1", 6), ("[1..", 5), ("> 1 > 2", 5), ("-, 1", 2)])
    func refusal(_ source: String, column: Int) {
        let error = #expect(throws: FEELError.self) { try FEELUnaryTests(source) }
        #expect(error?.column == column)
    }

    @Test(
        "unknown does not pass",
        arguments: [
            ("< 5", .null), ("< 5", "a"), ("\"a\"", 5), ("[1..5]", "a"), ("not(< 5)", .null), ("? > 1", "a"),
            ("缺", 5),
            ("缺 > 1", 5), ("true", .null), ("true", "a"), ("null", 5),
        ] as [(String, Value)])
    func unknown(_ source: String, input: Value) throws {
        #expect(try !FEELUnaryTests(source).admits(input))
    }

    @Test(
        "cells admit what they name",
        arguments: [
            ("", 5, true), ("-", .null, true), (" - ", "a", true), ("5", 5, true), ("5, 6", 6, true),
            ("5, 6", 7, false),
            ("< 5", 4, true), (">= 5, < 2", 1, true), ("[1..5]", 5, true), ("(1..5)", 5, false),
            ("\"甲\", \"乙\"", "乙", true),
            ("not(\"甲\")", "乙", true), ("not(\"甲\", \"乙\")", "乙", false), ("not([1..5])", 6, true),
            ("true", true, true), ("true", false, false), ("false", false, true), ("not(true)", false, true),
            ("null", .null, true), ("not(null)", 5, true), ("? > 今年", 2027, true),
            ("? > 今年 and ? < 2030", 2031, false),
            ("今年", 2026, true), ("< 今年", 2025, true), ("[今年..2030]", 2028, true),
            ("starts with(?, \"甲\")", "甲方", true),
            ("[1, 2, 3]", 2, true), ("list contains(?, 1)", [1, 2], true), ("今年 > 2000", 5, true),
            ("-5", -5, true),
            ("number(\"5\")", 5, true), ("not(? > 3)", 2, true),
        ] as [(String, Value, Bool)])
    func cells(_ source: String, input: Value, passes: Bool) throws {
        #expect(try FEELUnaryTests(source).admits(input, ["今年": 2026]) == passes)
    }
}
