import Codes
import Testing
import WorkingTime

@testable import AccessFigures

@Suite("各渠道办事情况的分组和隐去")
struct AccessTableTests {
    @Test("少于五件的不显示，其余按五取整", arguments: [(0, nil), (4, nil), (5, 5), (7, 5), (8, 10), (1_002, 1_000)])
    func hidden(_ count: Int, _ shown: Int?) { #expect(AccessTable.shown(count) == shown) }

    @Test("没有数的组不出现，比例只在知道两种以上方式时才有")
    func rows() {
        let table = AccessTable(
            [("old", "60–69 岁"), ("young", "18–39 岁"), ("minor", "18 岁以下")],
            ["old": [.page: 10, .counter: 30], "young": [.page: 3, .counter: 30]])
        #expect(table.rows.map(\.name) == ["60–69 岁", "18–39 岁"])
        #expect(table.rows[0].counts == [10, nil, 30, nil] && table.rows[0].ownPercent == 25)
        #expect(table.rows[1].ownPercent == nil)
    }

    @Test(
        "满周岁才算大一岁",
        arguments: [
            ("19561122", AgeGroup.old), ("19561121", .veryOld), ("20081122", .minor), ("19960229", .young),
        ])
    func ages(_ birthday: String, _ group: AgeGroup) throws {
        let number = try IdentityNumber.checked(body17: "441299\(birthday)003")
        #expect(AgeGroup(of: number, on: try CivilDate(year: 2026, month: 11, day: 21)) == group)
    }

    @Test("季度写法不对的不认，前一季度跨年", arguments: ["2026-Q5", "2026-Q0", "26-Q1", "2026Q1", ""])
    func quarters(_ text: String) throws {
        #expect(Quarter(text) == nil)
        let first = try #require(Quarter("2026-Q1"))
        #expect(first.previous.text == "2025-Q4" && first.chinese == "2026年第一季度")
        #expect(Quarter(of: try CivilDate(year: 2026, month: 12, day: 31)).text == "2026-Q4")
    }
}
