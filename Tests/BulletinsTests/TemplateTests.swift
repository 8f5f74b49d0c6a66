import Foundation
import Refusals
import Testing
import WorkingTime

@testable import Bulletins

@Suite("Sentences are made from figures")
struct TemplateTests {
    private func figures(_ totals: [String: Int], before: [String: Int]? = nil, yearAgo: [String: Int]? = nil)
        -> BulletinFigures
    {
        var figures = BulletinFigures(period: "2026-10")
        (figures.totals, figures.previous, figures.lastYear) = (totals, before, yearAgo)
        return figures
    }

    private func words(_ name: String, _ figures: BulletinFigures) throws -> String? {
        BulletinFacts(figures, try period("2026-10")).words[name]
    }

    @Test("what is no period", arguments: ["", "2026-13", "2026-Q5", "2026-1", "1999", "2026-10-01", "二〇二六"])
    func noPeriod(text: String) { #expect(BulletinPeriod(text) == nil) }

    @Test(
        "a period knows its days, its months and the one before",
        arguments: [
            ("2026-02", "2026-02-28", "2026-01", 1), ("2026-Q1", "2026-03-31", "2025-Q4", 3),
            ("2026-Q3", "2026-09-30", "2026-Q2", 3), ("2026", "2026-12-31", "2025", 12),
        ])
    func periods(text: String, last: String, before: String, months: Int) throws {
        let period = try period(text)
        #expect(period.text == text && period.last.iso == last)
        #expect(period.previous.text == before && period.months.count == months)
        #expect(!period.isOver(on: period.last) && period.isOver(on: period.last.adding(days: 1)))
    }

    @Test("a template that asks for what is not there is refused, with its words")
    func unknownFacts() throws {
        let section = BulletinTemplates.Section(
            key: "a", title: "一", chart: nil,
            lines: [
                .init(when: "nobody > 1", text: "{filed}"), .init(when: "filed >", text: "{typo}"),
            ], otherwise: "无")
        let templates = BulletinTemplates(
            title: "通报（{period}）", empty: "无", afterDays: 0, sections: [section, section])
        let faults = templates.faults.map(\.chinese).joined()
        for words in ["没有「nobody」", "没有「{typo}」", "第", "同一个代号", "1 至 60"] {
            #expect(faults.contains(words), "\(words)")
        }
    }

    @Test("the delivered templates fit together")
    func delivered() throws {
        #expect(try RuleReading.delivered().faults.map(\.chinese) == [])
    }

    @Test("more, less and the same are said as officials say them")
    func compared() throws {
        let some = figures(
            ["filed": 110, "closed": 90], before: ["filed": 100, "closed": 100], yearAgo: ["filed": 0])
        #expect(try words("filed_compared", some) == "，比上月增加 10 件（10.0%），比上年同期增加 110 件")
        #expect(try words("closed_compared", some)?.hasPrefix("，比上月减少 10 件（10.0%）") == true)
        #expect(try words("red_cards_compared", figures([:], before: [:])) == "，与上月持平")
        #expect(try words("filed_compared", figures(["filed": 1])) == "")
    }

    @Test("a share of nothing is no share")
    func shares() throws {
        #expect(try words("on_time_rate", figures([:])) == "—")
        let some = figures(
            ["promised_ended": 1_000, "promised_kept": 973],
            before: ["promised_ended": 1_000, "promised_kept": 981])
        #expect(try words("on_time_rate", some) == "97.3%")
        #expect(try words("on_time_compared", some) == "，比上月下降 0.8 个百分点")
    }

    @Test("what is drawn and what is written are rounded alike")
    func rounded() throws {
        var some = figures(["promised_ended": 150, "promised_kept": 148])
        #expect(try words("on_time_rate", some) == "98.7%")
        some.organs = [
            .init(key: "scjg", name: "市场监督管理局", points: 9_858, amounts: [:], remark: ""),
            .init(key: "zjj", name: "住房和城乡建设局", points: 8_796, amounts: [:], remark: ""),
            .init(key: "jyj", name: "教育局", points: 8_749, amounts: [:], remark: ""),
        ]
        #expect(BulletinChart.organs.drawing(some)?.bars.map(\.value) == [99, 88, 87])
    }

    @Test("without anything counted there is one kind sentence, and no section of noughts")
    func nothing() throws {
        let sections = try RuleReading.delivered().sections(figures([:]), try period("2026-10"))
        #expect(sections.map(\.key) == ["empty"])
        #expect(sections.first?.text.contains("本期没有可以通报的数据：2026年10月") == true)
    }

    @Test("cards among signals are counted from the signals, and from sums where there are none")
    func cards() throws {
        var some = figures(
            ["filed": 1, "yellow_cards": 9, "red_cards": 2], before: ["yellow_cards": 8, "red_cards": 2])
        some.organs = [
            .init(key: "scjg", name: "市场监督管理局", points: nil, amounts: ["red_cards": 2], remark: "")
        ]
        func text(_ figures: BulletinFigures) throws -> String? {
            let sections = try RuleReading.delivered().sections(figures, try period("2026-10"))
            return sections.first { $0.key == "signals" }?.text
        }
        let sums = "本期黄牌 9 张，比上月增加 1 张（12.5%），红牌 2 张，与上月持平。"
        #expect(try text(some) == "\(sums)红牌已经成立的部门：市场监督管理局（2 张）。")
        some.organs = []
        some.signals = [
            .init(name: "超期", level: "red", count: 0, confirmed: 0, withdrawn: 1),
            .init(name: "退回", level: "yellow", count: 1, confirmed: 1, withdrawn: 0),
            .init(name: "催办", level: "warning", count: 1, confirmed: 0, withdrawn: 0),
        ]
        let signals = "本期发出监察信号 3 条，其中撤销、取消 1 条；其余 2 条里有黄牌 1 张，红牌 0 张。"
        #expect(try text(some) == "\(signals)较多的情形是：催办 1 条、退回 1 条。")
        some.signals = [.init(name: "超期", level: "red", count: 0, confirmed: 0, withdrawn: 2)]
        #expect(try text(some) == "本期发出监察信号 2 条，经申诉和核实，已经全部撤销、取消。")
    }

    @Test(
        "no organ is named for cards that may still be appealed: they are counted, and it is said that they are"
    )
    func pending() throws {
        let raised = [
            OrganSignals(
                organ: "scjg", .init(name: "超期", level: "red", count: 1, confirmed: 0, withdrawn: 0)),
            OrganSignals(
                organ: "zjj", .init(name: "超期", level: "red", count: 2, confirmed: 1, withdrawn: 0)),
        ]
        var some = figures(raised.counted(in: ["filed": 1]))
        some.signals = raised.together
        some.organs = [("scjg", "市场监督管理局"), ("zjj", "住房和城乡建设局")].map { key, name in
            .init(key: key, name: name, points: nil, amounts: raised.counted(in: [:], of: key), remark: "")
        }
        #expect(some["red_cards"] == 3 && some["cards_pending"] == 2)
        let sections = try RuleReading.delivered().sections(some, try period("2026-10"))
        let text = try #require(sections.first { $0.key == "signals" }?.text)
        #expect(text.contains("红牌 3 张（其中 2 张还在申诉期内或者申诉中）。"))
        #expect(text.hasSuffix("红牌已经成立的部门：住房和城乡建设局（1 张）。") && !text.contains("市场监督管理局"))
        let file = FiguresFile(figures: some).text
        #expect(file.contains("全区的数里另有 2 张还在申诉期内或者申诉中"))
        // What was kept before knows of none that is pending.
        let kept = try JSONDecoder().decode(
            BulletinFigures.Signals.self,
            from: Data(#"{"name":"超期","level":"red","count":1,"withdrawn":0}"#.utf8))
        #expect(kept.pending == 0)
    }

    @Test("with few organs nobody stands at both ends")
    func ends() throws {
        var one = figures(["filed": 1])
        one.organs = [.init(key: "scjg", name: "市场监督管理局", points: 9_000, amounts: [:], remark: "")]
        #expect(try words("best", one) == "" && words("slowest", one) == "")
        let text = try RuleReading.delivered().sections(one, try period("2026-10")).map(\.text).joined()
        #expect(text.contains("本期只有 1 个部门") && !text.contains("得分靠后"))
    }

    @Test("what was changed is seen clause by clause")
    func changes() {
        let changes = WordChanges(from: "收到十件，办结九件。", to: "收到十件，办结十件。请继续。")
        #expect(
            changes.pieces == [.same("收到十件，"), .removed("办结九件。"), .added("办结十件。"), .added("请继续。")])
        #expect(WordChanges(from: "同样。", to: "同样。").pieces == [.same("同样。")])
    }
}
