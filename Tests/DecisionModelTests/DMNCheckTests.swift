import DecisionModel
import Testing

@Suite("Decision tables are checked for gaps and overlaps")
struct DMNCheckTests {
    @Test(
        "the check gives up by name where cells are not fixed",
        arguments: [
            (["? > 5 => 1"], "规则 1 的输入 1，第 3 列：这一格不只是与固定的值比较，无法检查"),
            (["1 => 1", "< b => 2"], "规则 2 的输入 1，第 3 列：这一格不只是与固定的值比较，无法检查"),
            (["1 => 1", "\"a\" => 2"], "输入 1：这一列与不同类型的值比较，无法检查"),
            (["[\"a\"..\"c\"] => 1"], "输入 1：这一列是文字的区间，无法检查"),
        ])
    func givesUp(_ rules: [String], message: String) throws {
        let check = try Decision(.sketch(.unique, ["a"], ["b"], rules)).check()
        #expect(check.givenUp?.description == message)
        #expect(!check.isSound)
    }

    @Test(
        "gaps are told as a cell would write them",
        arguments: [
            (["a"], ["< 5 => 1", "> 5 => 2"], ["a 5"]),
            (["a"], ["< 5 => 1", "[7..9) => 2"], ["a [5..7), >= 9"]),
            (["a"], ["[1..5] => 1", "(5..10] => 1"], ["a < 1, > 10"]),
            (["a:number:[1..10]"], ["[1..5] => 1", "(5..8] => 1"], ["a (8..10]"]),
            (["a"], ["\"甲\" => 1", "\"乙\" => 1"], ["a 其他"]),
            (["a:string:\"甲\",\"乙\",\"丙\""], ["\"甲\" => 1", "\"乙\" => 1"], ["a \"丙\""]),
            (["a"], ["true => 1"], ["a false"]),
            (["a", "b"], ["\"甲\"; > 5 => 1", "not(\"甲\"); - => 2"], ["a \"甲\"，b <= 5"]),
            (["a:date"], ["<= @\"2026-06-30\" => 1", "> @\"2026-07-01\" => 1"], ["a 2026-07-01"]),
            (["a"], ["< @\"P1M\" => 1"], ["a >= P1M"]),
            (["a", "b"], [], ["任何输入"]),
        ])
    func gaps(_ inputs: [String], rules: [String], gaps: [String]) throws {
        let check = try Decision(.sketch(.unique, inputs, ["c"], rules)).check()
        #expect(check.gaps.map(\.description) == gaps)
        #expect(check.givenUp == nil)
    }

    @Test(
        "overlaps name both rules and where, as far as the hit policy minds",
        arguments: [
            (.unique, ["<= 5 => 1", ">= 5 => 2"], ["规则 1 与规则 2 同时适用：a 5"]),
            (
                .unique, ["[1..5] => 1", "[3..8] => 1", "- => 1"],
                [
                    "规则 1 与规则 2 同时适用：a [3..5]", "规则 1 与规则 3 同时适用：a [1..5]", "规则 2 与规则 3 同时适用：a [3..8]",
                ]
            ),
            (.any, ["<= 5 => 1", ">= 5 => 2"], ["规则 1 与规则 2 同时适用：a 5"]),
            (.any, ["<= 5 => 1", ">= 5 => 1"], []), (.first, ["<= 5 => 1", ">= 5 => 2"], []),
            (.collect, ["<= 5 => 1", ">= 5 => 2"], []), (.unique, ["< 5 => 1", ">= 5 => 2"], []),
        ] as [(HitPolicy, [String], [String])])
    func overlaps(_ policy: HitPolicy, rules: [String], overlaps: [String]) throws {
        let check = try Decision(.sketch(policy, ["a"], ["b"], rules)).check()
        #expect(check.overlaps.map(\.description) == overlaps)
    }

    @Test("a rule that nothing reaches is named")
    func unreachable() throws {
        let masked = ["< 5 => 1", ">= 5 => 2", "7 => 3"]
        #expect(try Decision(.sketch(.first, ["a"], ["b"], masked)).check().unreachable == [3])
        let impossible = ["[1..10] => 1", "11 => 2"]
        #expect(
            try Decision(.sketch(.unique, ["a:number:[1..10]"], ["b"], impossible)).check().unreachable == [2]
        )
    }

    @Test("defaults close every gap, and a sound table is sound")
    func sound() throws {
        #expect(try Decision(.sketch(.unique, ["a"], ["b=|0"], ["5 => 1"])).check().isSound)
        #expect(try Decision(.restaurant).check().isSound)
    }

    @Test("a large table is checked in time or given up, never left hanging")
    func large() throws {
        let rules = (0..<300).map {
            "[\($0)..\($0 + 1)); [\($0 % 17)..\($0 % 17 + 1)); \($0 % 2 == 0) => \($0)"
        }
        let check = try Decision(.sketch(.unique, ["a", "b", "c"], ["d"], rules)).check()
        #expect(check.gaps.count == 20)
        #expect(check.overlaps.isEmpty)
    }
}
