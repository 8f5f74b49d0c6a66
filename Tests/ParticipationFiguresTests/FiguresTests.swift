import Foundation
import Testing
import WorkingTime
import Yams

@testable import ParticipationFigures

let noon = Instant(milliseconds: 1_795_233_600_000)

func spoken(
    _ title: String = "路灯不亮", topic: String = "道路", place: String = "城东街道", daysAgo: Int, key: Int64 = 1,
    isJoined: Bool = false
)
    -> Spoken
{
    Spoken(
        key: key, at: noon.adding(seconds: -daysAgo * 86_400 - 60), topic: topic, place: place, title: title,
        isJoined: isJoined)
}

@Suite("What people spoke of, counted")
struct FiguresTests {
    private let rules: FigureRules

    init() throws { rules = try YAMLDecoder().decode(FigureRules.self, from: FigureRules.deliveredText()) }

    private func figures(_ recent: [Spoken], before: [Spoken] = [], season: Season? = nil) -> Figures {
        Figures(
            FigureMaterial(recent: recent, before: before, season: season, tallies: Tallies()), rules)
    }

    @Test("nothing said gives no word, no group and no rise")
    func nothing() {
        let figures = figures([])
        #expect(figures.words.isEmpty && figures.groups.isEmpty && figures.rises.isEmpty)
        #expect(rules.faults.isEmpty)
    }

    @Test("few are no rise, and neither is what is as usual; many more than before are")
    func rises() {
        let quiet = [Int](repeating: 0, count: 8)
        #expect(Figures.rises(["道路": [4] + quiet], rules.warning).isEmpty)
        #expect(Figures.rises(["道路": [7, 7, 7, 7, 7, 7, 7, 7, 4]], rules.warning).isEmpty)
        #expect(Figures.rises(["道路": [9]], rules.warning).isEmpty, "there is nothing before")
        #expect(
            Figures.rises(["停车": [8, 0, 1, 0, 0, 0, 0, 0, 0]], rules.warning)
                == [.init(topic: "停车", count: 8, before: [0, 1, 0, 0, 0, 0, 0, 0])])
    }

    @Test("the same said in like words about the same place is one group; elsewhere it is another")
    func groups() {
        let all = [
            spoken("健康路路灯不亮", daysAgo: 1), spoken("健康路的路灯不亮了", daysAgo: 2),
            spoken("健康路路灯不亮", place: "城西街道", daysAgo: 3), spoken("井盖丢了", daysAgo: 4),
        ]
        #expect(
            figures(all).groups
                == [.init(topic: "道路", place: "城东街道", title: "健康路路灯不亮", count: 2)])
    }

    @Test("who joins says the same once more, in the words of whoever said it first")
    func joined() {
        let joined = (1...4).map { spoken("健康路路灯不亮", daysAgo: $0, isJoined: true) }
        let figures = figures(joined + [spoken("健康路路灯不亮", daysAgo: 5)])
        #expect(figures.groups.map(\.count) == [5])
        #expect(figures.words.isEmpty)
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
        let without = figures(now, before: dry + before)
        #expect(without.compared == nil && without.words.first?.name == "内涝")
        let with = figures(now, before: before, season: days)
        #expect("充电桩坏了".contains(with.words.first?.name ?? "?"))
        #expect(with.compared?.through == noon.day.adding(months: -12))
        #expect(with.compared?.from == noon.day.adding(months: -12).adding(days: 1 - rules.repeated.days))
    }

    @Test("a hot word is the whole that is said, and of what is longer than ten letters the beginning")
    func whole() {
        let school = "小学门口停车堵路"
        func expect(_ titles: [String], _ words: [String], _ counts: [Int]) {
            let hot = HotWords(stops: rules.words.stops).hottest(titles, before: [], shown: 5)
            #expect(hot.map(\.word) == words)
            #expect(hot.map(\.count) == counts)
        }
        let twelve = [String](repeating: school, count: 12)
        expect(twelve, [school], [12])
        // Those who say where are fewer, and say mostly the same.
        let seven = [String](repeating: "建设路\(school)，上学进不去", count: 7)
        expect(seven + twelve.prefix(5), [school, "上学进不去"], [12, 7])
        // Nearly all titles are enough, two of three are not.
        expect(twelve + ["老街停车难"], [school], [12])
        expect(["小学门口停车难", "小学门口停车堵", "医院门口停车难"], ["门口停车"], [3])
        let long = "解放路小区里夜里施工噪声吵得老人孩子睡不着"
        expect([long, long], ["解放路小区里夜里施工…"], [2])
    }

    @Test("a piece of a longer word is left out only where it stands in just as many titles")
    func pieces() {
        let hot = HotWords(stops: "").hottest(
            ["共享单车", "共享单车", "单车"], before: [], shown: 5)
        #expect(hot.map(\.word) == ["单车", "共享单车"])
        #expect(hot.map(\.count) == [3, 2])
    }
}
