import DecisionModel
import Refusals
import Testing

@Suite("Decision tables decide")
struct DMNDecidingTests {
    @Test(
        "a table that cannot decide is refused cell by cell",
        arguments: [
            (.sketch(.unique, ["a"], ["b"], ["< => 1"]), "规则 1 的输入 1，第 2 列：表达式不完整"),
            (.sketch(.unique, ["a"], ["b"], ["1 => 1 +"]), "规则 1 的输出 1，第 4 列：表达式不完整"),
            (.sketch(.unique, ["a"], ["b"], ["1 => "]), "规则 1 的输出 1，第 1 列：表达式不完整"),
            (.sketch(.unique, ["a +"], ["b"], ["1 => 1"]), "输入 1，第 4 列：表达式不完整"),
            (.sketch(.unique, ["a:金额"], ["b"], ["1 => 1"]), "输入 1：不认识的类型 金额"),
            (.sketch(.unique, ["a"], ["b"], ["1; 2 => 1"]), "规则 1：应当有 1 个条件和 1 个结论，实有 2 个和 1 个"),
            (.sketch(.unique, ["a"], [], ["1 => "]), "规则 1：应当有 1 个条件和 0 个结论，实有 1 个和 1 个"),
            (.sketch(.sum, ["a"], ["b", "c"], ["1 => 1; 2"]), "判定表：命中策略 C+ 只能有一个输出"),
            (.sketch(.collect, ["a"], ["b", "b"], ["1 => 1; 2"]), "判定表：输出的名称不能空着，也不能相同"),
            (.sketch(.priority, ["a"], ["b"], ["1 => 1"]), "输出 1：命中策略 P 需要按优先次序列出可取的值"),
            (.sketch(.unique, ["a"], ["b=<|"], ["1 => 1"]), "输出 1，第 2 列：表达式不完整"),
        ] as [(DecisionTable, String)])
    func refused(_ table: DecisionTable, message: String) {
        #expect(table.findings.first?.description == message)
    }

    @Test(
        "what conflicts with the table is a named error",
        arguments: [
            (.sketch(.unique, ["a"], ["> 1 => 1", "> 2 => 2", "- => 3"]), 3, .notUnique(rules: [1, 2, 3])),
            (.sketch(.any, ["a"], ["> 1 => 1", "> 2 => 2"]), 3, .contradicting(rules: [1, 2])),
            (.sketch(.unique, ["a:number:[1..5]"], ["- => 1"]), 6, .inputNotAllowed(input: "a", value: "6")),
            (
                .sketch(.unique, ["a:number"], ["- => 1"]), "甲",
                .inputOfOtherType(input: "a", type: "number", value: "\"甲\"")
            ),
            (
                .sketch(.unique, ["a"], ["b=\"甲\", \"乙\""], ["- => \"丙\""]), 1,
                .outputNotAllowed(rule: 1, output: "b", value: "\"丙\"")
            ),
            (
                .sketch(.unique, ["a"], ["b=1, 2|3"], ["5 => 1"]), 1,
                .outputNotAllowed(rule: nil, output: "b", value: "3")
            ),
            (.sketch(.sum, ["a"], ["- => 1", "- => \"甲\""]), 1, .notSummable(rules: [1, 2])),
        ] as [(DecisionTable, Value, DecisionError)])
    func conflicts(_ table: DecisionTable, input: Value, error: DecisionError) throws {
        let decision = try Decision(table)
        #expect(throws: error) { try decision.decide(["a": input]) }
        #expect(!error.sentence.chinese.isEmpty)
    }

    @Test("a cell that never ends is stopped and named")
    func stopped() throws {
        let decision = try Decision(.sketch(.unique, ["a"], ["count(for i in 1..1e9 return i) => 1"]))
        let error = #expect(throws: DecisionError.self) { try decision.decide(["a": 1]) }
        let words = error?.sentence.chinese ?? ""
        #expect(words.hasPrefix("规则 1 的输入 1，第 "))
        #expect(words.hasSuffix("计算超过 100000 步，已停止。"))
    }

    @Test(
        "every hit policy decides as its sign says",
        arguments: [
            (.unique, "3", [2]), (.first, "3", [2]), (.any, "3", [2]), (.priority, "5", [1, 2, 3]),
            (.ruleOrder, "[3, 5, 1, 3]", [1, 2, 3, 4]), (.outputOrder, "[5, 3, 3, 1]", [1, 2, 3, 4]),
            (.collect, "[3, 5, 1, 3]", [1, 2, 3, 4]), (.sum, "12", [1, 2, 3, 4]),
            (.count, "3", [1, 2, 3, 4]),
            (.smallest, "1", [1, 2, 3, 4]), (.largest, "5", [1, 2, 3, 4]),
        ] as [(HitPolicy, String, [Int])])
    func policies(_ policy: HitPolicy, text: String, rules: [Int]) throws {
        let single = [HitPolicy.unique, .first, .any].contains(policy)
        let rows =
            single
            ? ["> 5 => 9", "[1..5] => 3"]
            : policy == .priority
                ? ["> 1 => 1", "> 2 => 5", "- => 3"] : ["> 1 => 3", "> 2 => 5", "- => 1", "4 => 3"]
        let decision = try Decision(
            .sketch(policy, ["a"], ["b=5, 3, 1"], single ? rows.map { $0.replacing("9", with: "1") } : rows))
        let result = try decision.decide(["a": 4])
        #expect(result.text == text)
        #expect(result.matchedRules == rules)
    }

    @Test(
        "where no rule matches the default is given, or nothing",
        arguments: [
            (.unique, "b", .null), (.unique, "b=1, 2|2", 2), (.collect, "b", .null), (.collect, "b=|2", [2]),
            (.count, "b", 0), (.sum, "b", .null), (.first, "b=|a + 1", 2),
        ] as [(HitPolicy, String, Value)])
    func defaults(_ policy: HitPolicy, output: String, value: Value) throws {
        let result = try Decision(.sketch(policy, ["a"], [output], ["5 => 1"])).decide(["a": 1])
        #expect(result.value == value)
        #expect(result.matchedRules.isEmpty)
    }

    @Test("the first rule that matches ends the search, and agreeing rules agree under A")
    func firstAndAny() throws {
        let rows = ["> 1 => 1", "> 2 => 1"]
        #expect(try Decision(.sketch(.first, ["a"], rows)).decide(["a": 3]).matchedRules == [1])
        #expect(try Decision(.sketch(.any, ["a"], rows)).decide(["a": 3]).matchedRules == [1, 2])
    }

    @Test("several outputs are a context, priorities go by the first column and then the next")
    func severalOutputs() throws {
        let outputs = ["级=\"高\", \"低\"", "天=10, 5"]
        let rows = ["- => \"低\"; 10", "- => \"高\"; 5", "- => \"高\"; 10"]
        #expect(
            try Decision(.sketch(.priority, ["a"], outputs, rows)).decide(["a": 1]).value == [
                "级": "高", "天": 10,
            ])
        let all = try Decision(.sketch(.outputOrder, ["a"], outputs, rows)).decide(["a": 1])
        #expect(all.text == "[{天: 10, 级: \"高\"}, {天: 5, 级: \"高\"}, {天: 10, 级: \"低\"}]")
    }

    @Test("texts become days where the column is about days")
    func days() throws {
        let decision = try Decision(
            .sketch(
                .unique, ["a:date"], ["< @\"2026-07-01\" => 1", ">= date(\"2026-07-01\") => a + @\"P1D\""]))
        #expect(try decision.decide(["a": "2026-06-30"]).value == 1)
        #expect(try decision.decide(["a": "2026-07-01"]).value == .null)
        #expect(try decision.decide(["a": .null]).matchedRules == [])
    }

    @Test("examples tell whether the table does as expected, and why not")
    func examples() throws {
        let trials = try Decision(.restaurant).trials()
        #expect(trials.map(\.passes) == [true, false, false])
        #expect(
            trials.map(\.words) == [
                "符合（规则 1 适用）", "结果是 {days: 15, inspect: true}（规则 3 适用）", "「业态」不能是 \"酒吧\"。",
            ])
    }
}

extension DecisionTable {
    fileprivate static func sketch(_ policy: HitPolicy, _ inputs: [String], _ rules: [String])
        -> DecisionTable
    {
        .sketch(policy, inputs, ["结论"], rules)
    }
}
