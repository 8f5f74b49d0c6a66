import Foundation
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Performance

private func actor(_ id: Int64, _ organ: String) -> Actor {
    Actor(accountID: id, name: "人\(id)", organ: organ, channel: "page", address: "")
}

private let proof = [Evidence(file: 1, name: "总结.pdf")]

@Suite("What an organ reports of itself")
struct SelfReportTests {
    private let window: ClosedRange<CivilDate>

    init() throws {
        let month = try #require(Period("2026-11"))
        window = Reporting(opensBeforeDays: 10, closesAfterDays: 3, least: 0, most: 20).window(of: month)
    }

    private func report() throws -> SelfReport {
        SelfReport(id: 1, period: try #require(Period("2026-11")), organ: "scjg", indicator: "reform")
    }

    private func stated() throws -> SelfReport {
        var report = try report()
        try report.state(300, "三项", proof, within: window, by: actor(1, "scjg"), at: noon)
        return report
    }

    @Test(
        "the window opens before the end of the period and closes after it, and never before the period begins"
    )
    func windows() throws {
        #expect(window.lowerBound.iso == "2026-11-20" && window.upperBound.iso == "2026-12-03")
        let long = Reporting(opensBeforeDays: 90, closesAfterDays: 0, least: 0, most: 1)
        #expect(long.window(of: try #require(Period("2026-11"))).lowerBound.iso == "2026-11-01")
    }

    @Test("not by another organ, not before nor after its days, not without words, not without proof")
    func refusedStating() throws {
        var report = try report()
        #expect(throws: DomainError.forbidden("这不是您的部门的自评。")) {
            try report.state(300, "三项", proof, within: window, by: actor(1, "zjj"), at: noon)
        }
        for late in ["2026-11-19", "2026-12-04"] {
            #expect(throws: DomainError.conflict("自评从 \("2026年11月20日（周五）") 开始，到 \("2026年12月3日（周四）") 截止。")) {
                try report.state(300, "三项", proof, within: window, by: actor(1, "scjg"), at: day(late))
            }
        }
        #expect(throws: DomainError.invalid("words", "请写明这个结果是怎么来的。")) {
            try report.state(300, "", proof, within: window, by: actor(1, "scjg"), at: noon)
        }
        #expect(throws: DomainError.invalid("file1", "请附上佐证文件。")) {
            try report.state(300, "三项", [], within: window, by: actor(1, "scjg"), at: noon)
        }
        #expect(report.course.isEmpty)
    }

    @Test(
        "a value that is none, or out of bounds, is refused",
        arguments: ["", "x", "21", "-1", "1.234", "1e3", "20.01", "３"])
    func amounts(text: String) throws {
        let reporting = Reporting(opensBeforeDays: 10, closesAfterDays: 3, least: 0, most: 20)
        #expect(throws: DomainError.invalid("amount", "请填写 \(0) 至 \(20) 的数，最多两位小数。")) {
            try reporting.amount(text, "amount")
        }
        #expect(try reporting.amount("2.5", "amount") == 250)
    }

    @Test("nobody reviews their own organ, nor what they stated; no change and no return without a reason")
    func refusedReview() throws {
        var report = try stated()
        #expect(throws: DomainError.forbidden("这是您自己部门的自评，要由其他部门的人审核。")) {
            try report.review(.accept, 300, "", seen: 1, by: actor(9, "scjg"), at: noon)
        }
        #expect(throws: DomainError.forbidden("自评是您填报的，要由另一人审核。")) {
            try report.review(.accept, 300, "", seen: 1, by: actor(1, "jw"), at: noon)
        }
        for outcome in [SelfReport.Outcome.change, .return] {
            #expect(throws: DomainError.invalid("reason", "改变或者退回自评，请写明理由。")) {
                try report.review(outcome, 200, "", seen: 1, by: actor(9, "jw"), at: noon)
            }
        }
        #expect(throws: DomainError.conflict("部门刚刚改过自评，请刷新以后再审核。")) {
            try report.review(.accept, 300, "", seen: 0, by: actor(9, "jw"), at: noon)
        }
        #expect(report.state == .submitted && report.accepted == nil)
    }

    @Test("returned and stated anew, also after its days are over; accepted with another value, once")
    func course() throws {
        var report = try stated()
        try report.review(.return, 0, "第三项没有佐证", seen: 1, by: actor(9, "jw"), at: noon)
        #expect(report.state == .returned)
        try report.state(200, "两项", [], within: window, by: actor(2, "scjg"), at: day("2026-12-05"))
        try report.review(.change, 150, "一项只做了一半", seen: 3, by: actor(9, "jw"), at: day("2026-12-05"))
        #expect(report.accepted == 150 && report.stated == 200 && report.course.count == 4)
        #expect(report.course.map(\.kind) == [.stated, .returned, .stated, .changed])
        #expect(throws: DomainError.conflict("自评已经审核，不能再改。")) {
            try report.state(300, "三项", proof, within: window, by: actor(1, "scjg"), at: noon)
        }
        #expect(throws: DomainError.conflict("这项自评现在没有要审核的。")) {
            try report.review(.accept, 0, "", seen: 4, by: actor(9, "jw"), at: noon)
        }
    }

    @Test(
        "a model says wrongly how organs report",
        arguments: [
            ("closes_after_days: 3", "closes_after_days: 9", "「改革和便民举措」的自评要在期满前 366 天以内开始，在核定以前截止。"),
            ("least: 0", "least: 20", "「改革和便民举措」的自评要有下限和上限，下限低于上限。"),
            (
                "name: 改革和便民举措\n    applies: organ", "name: 改革和便民举措\n    applies: person",
                "「改革和便民举措」是自评的，只能考核部门。"
            ),
            (
                ", least: 0, most: 20 }", ", least: 0, most: 20 }\n    cap: 500",
                "「改革和便民举措」的下限要低于上限，上限不超过 120。"
            ),
            ("if orders_due = 0 then null", "if reported = 0 then null", "「督办按期办结」的公式里没有「reported」这个数。"),
        ])
    func faults(old: String, new: String, sentence: String) throws {
        let text = try PerformanceModel.deliveredText()
        #expect(text.contains(old))
        let model = try PerformanceModel(text: text.replacing(old, with: new))
        #expect(model.faults.map(\.description).contains(sentence))
    }

    @Test("what nobody reported weighs nothing; what was accepted counts by the formula")
    func scored() throws {
        let indicators = try PerformanceModel(text: PerformanceModel.deliveredText()).read(.organ)
        let line = { (score: Score) in score.lines.first { $0.indicator.key == "reform" } }
        #expect(line(Score(indicators, [:]))?.points == nil)
        #expect(line(Score(indicators, [:], reported: ["reform": 250]))?.points == 90)
        #expect(Score(indicators, [:], reported: ["reform": 0]).hundredths == 8_500)
    }
}
