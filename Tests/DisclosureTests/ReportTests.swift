import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Disclosure

@Suite("年度报告")
struct ReportTests {
    private func report(_ house: House, _ year: Int) async throws -> AnnualReport {
        let organs = try await house.requests.directory.everyOrgan().map(\.key)
        let rules = try await house.requests.rules()
        return AnnualReport(
            year: year,
            figures: try await house.database.read {
                try ReportFigures.read(year, organs: organs, in: $0)
            }, entry: ReportEntry(), rules: rules)
    }

    @Test("新收加结转等于办结加结转下年，跨年的结转过去")
    func balance() async throws {
        let house = try await House()
        try await house.answer(try await house.ask())
        let open = try await house.ask("跨年的申请内容", category: "legal")
        let second = try await house.ask("不予公开的申请内容", category: "business")
        try await house.answer(second) { ($0.kind, $0.ground) = ("refused", "process") }
        house.clock.now = at("2027-01-04")
        let year = try await report(house, 2026)
        #expect(year.figures.received == ["natural": 1, "legal": 1, "business": 1])
        #expect(year.figures.results == ["granted": ["natural": 1], "refused-process": ["business": 1]])
        let next = try await report(house, 2027)
        #expect(next.figures.carriedIn == ["legal": 1] && next.figures.received.isEmpty)
        for report in [year, next] {
            let totals = Dictionary(
                report.requests.map { ($0.title, $0.numbers.last ?? 0) }, uniquingKeysWith: { $1 })
            let came = (totals["一、本年新收政府信息公开申请数量"] ?? 0) + (totals["二、上年结转政府信息公开申请数量"] ?? 0)
            #expect(came == (totals["（七）总计"] ?? 0) + (totals["四、结转下年度继续办理"] ?? 0))
        }
        #expect(try await house.row(open).endedAt == nil)
        #expect(year.csv.contains(#""6.属于四类过程性信息","0","1","0","0","0","0","1""#))
    }

    @Test("负数、文字、太大的数字填不进报告")
    func entry() throws {
        let rules = try DisclosureRules.delivered()
        for text in ["-1", "三", "1.5", "999999999999999999999"] {
            #expect(throws: DomainError.invalid("rules.0", "请填写 0 到 \(99_999_999) 的整数。")) {
                try ReportEntry(FormData([("rules.0", text)]), rules: rules)
            }
        }
        let entry = try ReportEntry(FormData([("rules.2", "7"), ("review.0", "2")]), rules: rules)
        #expect(entry.line("rules", columns: 3) == [0, 0, 7] && entry.line("review", columns: 4)[0] == 2)
    }

    @Test("更正申请不是获取信息的申请，不计入")
    func corrections() async throws {
        let house = try await House()
        var form = RequestForm()
        form.organ = "scjg"
        form.purpose = .correction
        form.content = "登记的出生日期写错了"
        let account = try await house.account("zhangwei")
        _ = try await house.requests.file(
            form, of: try await house.requests.applicant(nil, for: account), by: .web, channel: "page",
            actor: try await house.actor("zhangwei"))
        #expect(try await report(house, 2026).figures.received.isEmpty)
    }
}
