import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("转送和交办：办结报告")
struct ReportTests {
    private func hand(_ house: House, _ number: String, by day: String?, to organ: String = "zrzy")
        async throws
    {
        try await house.office.assign(
            number, to: organ, isFinal: false,
            reportBy: OwedReport.day(day, on: house.clock.now.day), by: house.actor("officer-xfj"),
            as: house.account("officer-xfj").viewer)
    }

    private func report(_ house: House, _ number: String, _ words: String, by organ: String = "zrzy")
        async throws
    {
        try await house.office.report(
            number, with: words, by: house.actor("officer-\(organ)", for: organ),
            as: house.account("officer-\(organ)").viewer)
    }

    private func petition(_ house: House) async throws -> String {
        try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
    }

    @Test("报告的日子过了、太远、读不出来，都不行；热线工单不要报告")
    func days() async throws {
        let today = try #require(CivilDate(iso: "2026-09-18"))
        for text in ["2026-09-18", "2027-09-18", "下周"] {
            #expect(throws: DomainError.self) { try OwedReport.day(text, on: today) }
        }
        #expect(try OwedReport.day("", on: today) == nil)
        let house = try await House()
        let ticket = try await house.say()
        let said = await refusal {
            try await house.office.assign(
                ticket, to: "cgj", isFinal: false, reportBy: today.adding(days: 5),
                by: house.actor("hotline"), as: house.account("hotline").viewer)
        }
        #expect(said == "只有信访事项交办时要求报告。")
    }

    @Test("转送的不用报告；交办的由承办单位报告一次，封存在库里，交办的单位看得到、收到消息")
    func story() async throws {
        let house = try await House()
        let passed = try await petition(house)
        try await hand(house, passed, by: nil)
        #expect(await refusal { try await report(house, passed, "已经办结。") } == "这件不用提交办结报告。")
        let number = try await house.say {
            ($0.category, $0.kind, $0.title) = ("land", "complaint", "补偿款没有到账")
        }
        try await hand(house, number, by: "2026-10-08")
        #expect(await refusal { try await report(house, number, "好") }?.hasPrefix("请写明怎样办理") == true)
        let outsider = await refusal {
            try await house.office.report(
                number, with: "已经办结。", by: house.actor("officer-xfj", for: "xfj"),
                as: house.account("officer-xfj").viewer)
        }
        #expect(outsider == "由承办单位提交办结报告。")
        let asked = try await house.visit(as: "officer-zrzy") {
            try await $0.look("/desk/service-requests/\(number)").text
        }
        #expect(asked.contains("10月8日") || asked.contains("10 月 8 日"))
        let sent = try await house.visit(as: "officer-zrzy") {
            try await $0.press("/desk/service-requests/\(number)/report", "report=补偿款已于今天拨付。")
        }
        #expect(sent.status == .seeOther)
        #expect(await refusal { try await report(house, number, "再报一次。") } == "办结报告已经提交过。")
        #expect(try await house.told("officer-xfj").first?.contains("办结报告已经提交") == true)
        let page = try await house.visit(as: "officer-xfj") {
            try await $0.look("/desk/service-requests/\(number)").text
        }
        #expect(page.contains("补偿款已于今天拨付。"))
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT * FROM service_request_report /* all */").map { try $0.text("words") }
        }
        #expect(kept.count == 1 && kept.first?.contains("拨付") == false)
    }

    @Test("退回以后交给别的单位，原来的单位不用再报告")
    func objected() async throws {
        let house = try await House()
        let number = try await petition(house)
        try await hand(house, number, by: "2026-10-08")
        try await house.finish(number, "object", opinion: "属于住建部门职责。", by: "officer-zrzy")
        try await house.assign(number, to: "zjj", isFinal: true, by: "officer-xfj")
        #expect(await refusal { try await report(house, number, "已经办结。", by: "zjj") } == "这件不用提交办结报告。")
        #expect(try await house.office.background(of: house.subject(number)).report == nil)
    }
}
