import Foundation
import Testing
import WorkingTime
import Yams

@testable import ParticipationFigures

let noon = Instant(milliseconds: 1_795_233_600_000)

func spoken(
    _ title: String = "路灯不亮", topic: String = "道路", place: String = "城东街道", daysAgo: Int, key: Int64 = 1
)
    -> Spoken
{
    Spoken(
        key: key, at: noon.adding(seconds: -daysAgo * 86_400 - 60), topic: topic, place: place, title: title)
}

@Suite("What people spoke of, counted")
struct FiguresTests {
    private let rules: FigureRules

    init() throws { rules = try YAMLDecoder().decode(FigureRules.self, from: FigureRules.deliveredText()) }

    @Test("nothing said gives thirteen empty months and no rise")
    func nothing() {
        let figures = Figures([], rules, at: noon)
        #expect(figures.months.count == 13 && figures.months.allSatisfy { $0.count == 0 })
        #expect(figures.words.isEmpty && figures.groups.isEmpty && figures.rises.isEmpty)
    }

    @Test("few are no rise, and neither is what is as usual; many more than before are")
    func rises() {
        let few = (0..<4).map { spoken(daysAgo: $0) }
        #expect(Figures.rises(few, rules.warning, at: noon).isEmpty)
        let usual = (0..<60).map { spoken(daysAgo: $0) }
        #expect(Figures.rises(usual, rules.warning, at: noon).isEmpty)
        let burst = (0..<8).map { spoken(topic: "停车", daysAgo: $0 % 6) } + [spoken(topic: "停车", daysAgo: 20)]
        #expect(
            Figures.rises(usual + burst, rules.warning, at: noon)
                == [.init(topic: "停车", count: 8, before: [0, 1, 0, 0, 0, 0, 0, 0])])
    }

    @Test("the same said in like words about the same place is one group; elsewhere it is another")
    func groups() {
        let all = [
            spoken("健康路路灯不亮", daysAgo: 1), spoken("健康路的路灯不亮了", daysAgo: 2),
            spoken("健康路路灯不亮", place: "城西街道", daysAgo: 3), spoken("井盖丢了", daysAgo: 4),
            spoken("健康路路灯不亮", daysAgo: 200),
        ]
        #expect(
            Figures(all, rules, at: noon).groups
                == [.init(topic: "道路", place: "城东街道", title: "健康路路灯不亮", count: 2)])
    }

    @Test("a hot word is one that was rare before, whole and not in pieces")
    func words() {
        let hot = HotWords(stops: rules.words.stops).hottest(
            ["共享单车堵路口", "共享单车乱停", "路灯不亮", "路灯坏了"],
            before: Array(repeating: "路灯不亮", count: 50), shown: 2)
        #expect(hot.map(\.word) == ["共享单车", "路灯"])
        #expect(hot.map(\.count) == [2, 2])
        #expect(HotWords(stops: "的").pieces(of: "ABC 123，的") == [])
    }

    @Test(
        "hot words are compared with the same season of the year before, when that is known: rain of every May is no news"
    )
    func season() {
        let now =
            (0..<9).map { spoken("内涝", daysAgo: $0) } + (0..<3).map { spoken("充电桩坏了", daysAgo: $0) }
        let before = (0..<20).map { spoken("内涝", daysAgo: 365 + $0) }
        let dry = (0..<200).map { spoken("路灯不亮", daysAgo: 100 + $0) }
        let days = Season(before: noon, days: rules.repeated.days)
        let without = Figures(now + dry + before, rules, at: noon)
        #expect(without.compared == nil && without.words.first?.name == "内涝")
        let with = Figures(now + dry + before, season: (days, before), rules, at: noon)
        #expect("充电桩坏了".contains(with.words.first?.name ?? "?"))
        #expect(with.compared?.through == noon.day.adding(months: -12))
        #expect(with.compared?.from == noon.day.adding(months: -12).adding(days: 1 - rules.repeated.days))
    }

    @Test("months are told apart over the turn of a year")
    func months() {
        let months = Figures([spoken(daysAgo: 365), spoken(daysAgo: 0)], rules, at: noon).months
        #expect(months.first?.count == 1 && months.last?.count == 1)
        #expect(rules.faults.isEmpty)
    }
}
