import DecisionModel
import Foundation
import Testing

@Suite("FEEL conditions")
struct FEELTests {
    @Test(
        "What cannot be read is refused at its column",
        arguments: [
            ("", 1, "表达式不完整"), ("a = ", 5, "表达式不完整"), ("a == 1", 4, "这里应当是一个值"),
            ("(1 + 2", 7, "这里应当是 右括号"), ("a and or b", 7, "这里应当是一个值"),
            ("\"没完", 1, "字符串没有结束的引号"), ("a # b", 3, "不认识的字符「#」"),
            ("1 2", 3, "表达式到这里应当结束"), ("总和(1, 2)", 1, "没有函数 总和"),
            ("a between 1 or 2", 13, "这里应当是 and"), ("not a", 5, "这里应当是 左括号"),
            ("if a then 1", 12, "这里应当是 else"), ("${approved}", 1, "不认识的字符「$」"),
            ("a.", 3, "点号后面应当是名称"), ("\"\\q\"", 2, "不认识的转义"), ("1 < 2 < 3", 7, "表达式到这里应当结束"),
            ("substring(\"a\")", 1, "函数 substring 的参数不对，应当是 substring(string, start position, length)"),
            ("count(表: [1])", 1, "函数 count 的参数不对，应当是 count(list)"),
            ("for i in [1] i", 14, "这里应当是 return"), ("some x in [1] return x", 15, "这里应当是 satisfies"),
            ("{a: 1, a: 2}", 11, "「a」写了两次"), ("{a 1}", 5, "名称里不能有「}」"), ("[1..2", 6, "这里应当是 区间的右括号"),
            ("1 /* 没完", 3, "注释没有结束的 */"), ("function() external {}", 12, "不能调用外部程序（external）"),
            ("@\"2026-02-30\"", 2, "「2026-02-30」不是日期、时刻或时长，例如 2026-11-21、08:30:00、P3D"),
            ("x instance of 数", 15, "不认识的类型 数"), ("max(a: 1, 2)", 13, "参数要么都写名称，要么都不写"),
            ("\"\\u12\"", 2, "转义 \\u 后面应当是 4 位十六进制数字"), ("1e99", 4, "指数过大"),
        ])
    func refusal(_ expression: String, column: Int, message: String) {
        let error = #expect(throws: FEELError.self) { try FEEL.evaluate(expression, [:]) }
        #expect(error?.column == column)
        #expect(error?.message == message)
    }

    @Test("An expression that is too deep or too long is refused before it costs the stack")
    func bounded() {
        let deep = String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)
        #expect(throws: FEELError.self) { try FEEL.evaluate(deep, [:]) }
        let long = Array(repeating: "a", count: 2000).joined(separator: " or ")
        #expect(throws: FEELError.self) { try FEEL.evaluate(long, [:]) }
    }

    @Test(
        "Numbers are decimal and operators bind as in school",
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-2 - -3", 1), ("7 - 2 - 1", 4), ("8 / 4 / 2", 1),
            ("if 1 < 2 then 10 else 20", 10), ("if null then 10 else 20", 20),
        ] as [(String, Value)])
    func arithmetic(_ expression: String, value: Value) throws {
        #expect(try FEEL.evaluate(expression, [:]) == value)
    }

    @Test(
        "Comparisons and logic know three values",
        arguments: [
            ("0.1 + 0.2 = 0.3", true), ("1 = 1.0", true), ("\"a\" < \"b\"", true), ("1 = \"1\"", .null),
            ("1 < null", .null), ("null = null", true), ("1 = null", false), ("1 != null", true),
            ("null and false", false), ("null and true", .null), ("null or true", true),
            ("null or false", .null), ("not(null)", .null), ("not(false)", true), ("1 and true", .null),
            ("true or false and false", true), ("1 / 0", .null), ("1 + \"a\"", .null),
            ("\"受\" + \"理\" = \"受理\"", true), ("2 in (1, 2)", true), ("2 in [1, 3]", false),
            ("null in (1, 2)", false), ("2 in ([1, 2], 3)", true), ("[1, 2] = [1, 2]", true),
            ("2 <= 2 and 3 >= 4", false), ("2 != 3", true), ("-\"a\"", .null),
        ] as [(String, Value)])
    func logic(_ expression: String, value: Value) throws {
        #expect(try FEEL.evaluate(expression, [:]) == value)
    }

    @Test(
        "Paths lead into the case; where one breaks off the value is unknown",
        arguments: [
            ("case.joint", true), ("outcomes.review = \"pass\"", true), ("outcomes.inspect = null", true),
            ("form.area > 100", true), ("form.area.depth", .null), ("plan.if", 1), ("表单.面积 = 5", true),
            ("missing", .null), ("(plan).if", 1),
        ] as [(String, Value)])
    func paths(_ expression: String, value: Value) throws {
        let variables: Variables = [
            "case": ["joint": true], "outcomes": ["review": "pass"], "form": ["area": 120],
            "plan": ["if": 1], "表单": ["面积": 5],
        ]
        #expect(try FEEL.evaluate(expression, variables) == value)
    }

    @Test("Values are plain JSON")
    func json() throws {
        let value: Value = ["a": [1, true, "x", .null], "b": .number(Decimal(string: "0.1") ?? 0)]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(value)
        #expect(String(decoding: data, as: UTF8.self) == #"{"a":[1,true,"x",null],"b":0.1}"#)
        #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }
}
