import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing
import WorkingTime

@testable import Hotline

@Suite("热线数据")
struct FigureTests {
    private func ticket(
        _ organ: String, _ day: String, onTime: Int, of timed: Int, filed: Int = 4, returned: Int = 0,
        passedOn: Int = 0
    ) -> TicketFigures {
        TicketFigures(
            organ: organ, day: CivilDate(iso: day) ?? .first, filed: filed, ended: timed, onTime: onTime,
            timed: timed, assessed: 2, solved: 1, satisfied: 2, repeated: 1, returned: returned,
            passedOn: passedOn)
    }

    @Test("没有分母的比率不是零，是没有")
    func nothing() {
        #expect(FigureLine.share(0, of: 0) == "—")
        #expect(FigureLine.share(2, of: 3) == "67%")
        #expect(FigureLine("空").cells.filter { $0 == "—" }.count == 7)
    }

    @Test("同样的数按单位、按天、按月合起来都一样多")
    func grouped() {
        let tickets = [
            ticket("cgj", "2026-09-01", onTime: 1, of: 2), ticket("cgj", "2026-09-02", onTime: 2, of: 2),
            ticket("rsj", "2026-10-01", onTime: 0, of: 1),
        ]
        for grouping in FigureGrouping.allCases {
            let lines = FigureLine.lines([], tickets, by: grouping)
            #expect(lines.map(\.filed).reduce(0, +) == 12)
        }
        #expect(FigureLine.lines([], tickets, by: .organ).map(\.key) == ["cgj", "rsj"])
        #expect(FigureLine.lines([], tickets, by: .month).map(\.onTime) == [3, 0])
        #expect(FigureLine.total([], tickets).cells[7] == "60%")
    }

    @Test("退回率是派到的工单里退回了多少：全退了的是百分之百，接着办的没有退回")
    func returned() {
        let tickets = [
            ticket("jtj", "2026-09-01", onTime: 0, of: 0, filed: 0, returned: 2, passedOn: 2),
            ticket("cgj", "2026-09-01", onTime: 0, of: 0),
        ]
        let lines = FigureLine.lines([], tickets, by: .organ)
        #expect(lines.map(\.key) == ["cgj", "jtj"])
        #expect(lines.map(\.cells.last) == ["0%", "100%"])
        #expect(FigureLine.total([], tickets).cells.last == "33%")
    }

    @Test("接通的、没接通的、当场答复的都数到；表格文件和页面一样；期限写反了说清楚")
    func counted() async throws {
        let house = try await House()
        _ = try await house.press("/desk/hotline/shift", "line=8001", as: "hotline")
        _ = try await house.tell("ringing", "c1")
        house.clock.now = morning.adding(seconds: 8)
        _ = try await house.tell("answered", "c1")
        let path = "/desk/hotline/calls/\(try await house.call().id)"
        _ = try await house.press("\(path)/answer", "question=几点下班&words=五点半", as: "hotline")
        _ = try await house.tell("ringing", "c2")
        _ = try await house.tell("ended", "c2")
        let file = try await house.look("/desk/hotline/figures.csv?by=day", as: "leader").text
        let cells = file.filter { $0 != "\"" }
        #expect(cells.contains("2026-09-18,2,50%,8,1,0,"), "\(file)")
        let page = try await house.look("/desk/hotline/figures?by=month", as: "head-zwfw").text
        #expect(page.contains("2026-09") && page.contains("50%"))
        let days = "from=2026-09-01&amp;through=2026-09-30"
        let span = try await house.look(
            "/desk/hotline/figures?by=month&from=2026-09-01&through=2026-09-30", as: "leader"
        ).text
        #expect(span.contains("href=\"/desk/hotline/figures?by=day&amp;\(days)\""), "\(span)")
        #expect(span.contains("href=\"/desk/hotline/figures.csv?by=month&amp;\(days)\""), "\(span)")
        let other = try await house.look("/desk/hotline/figures", as: "head-cgj").text
        #expect(other.contains("这段时间没有来电，也没有工单"))
        let wrong = try await house.look(
            "/desk/hotline/figures?from=2026-09-02&through=2026-09-01", as: "leader")
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("截止日期不早于开始日期"))
        #expect(try await house.look("/desk/hotline/figures", as: "clerk").status == .forbidden)
    }
}
