import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("还没有提交的办结报告")
struct OwedReportTests {
    private static let path = "/desk/service-request-reports"

    @Test("交办的单位和承办单位各看到自己的；无关的单位、反映人看不到")
    func who() async throws {
        let house = try await House()
        let number = try await house.owe("2026-10-08")
        for name in ["officer-xfj", "head-xfj", "officer-zrzy", "head-zrzy"] {
            let page = try await house.visit(as: name) { try await $0.look(Self.path).text }
            #expect(page.contains(number) && !page.contains("已超期"), "\(name)")
        }
        for name in ["officer-zjj", "hotline", "leader"] {
            let page = try await house.visit(as: name) { try await $0.look(Self.path) }
            #expect(page.status == .ok && page.text.contains("没有等待提交的办结报告"), "\(name)")
        }
        let author = try await house.visit(as: "zhangwei") { try await $0.look(Self.path).status }
        #expect(author == .forbidden)
        let desk = try await house.visit(as: "officer-zrzy") {
            try await $0.look("/desk/service-requests").text
        }
        #expect(desk.contains(Self.path))
    }

    @Test("转送的、提交了的、退回以后交给别的单位的、撤回的，都不在单子上")
    func over() async throws {
        let house = try await House()
        let passed = try await house.owe(nil, titled: "转送的一件")
        let done = try await house.owe("2026-10-08", titled: "报告过的一件")
        try await house.office.report(
            done, with: "补偿款已经拨付。", by: house.actor("officer-zrzy", for: "zrzy"),
            as: house.account("officer-zrzy").viewer)
        let returned = try await house.owe("2026-10-08", titled: "退回的一件")
        try await house.finish(returned, "object", opinion: "属于住建部门职责。", by: "officer-zrzy")
        try await house.assign(returned, to: "zjj", isFinal: true, by: "officer-xfj")
        let withdrawn = try await house.owe("2026-10-08", titled: "撤回的一件")
        let author = try await house.account("zhangwei")
        try await house.cases.change(withdrawn, by: house.actor("zhangwei"), as: author.viewer) {
            try $0.withdraw(reason: "已经解决", on: $1)
        }
        #expect(passed != done)
        #expect(try await house.owed(["xfj", "zrzy", "zjj"]).isEmpty)
        #expect(try await house.office.background(of: house.subject(withdrawn)).report == nil)
    }

    @Test("超期的排在最前面，翻页不漏不重，写明超过几天")
    func order() async throws {
        let house = try await House()
        var made: [String] = []
        for turn in 0..<23 {
            let day = CivilDate(iso: "2026-10-01")?.adding(days: 23 - turn).iso
            made.append(
                try await house.owe(day, titled: "第 \(turn) 件补偿款", by: turn < 12 ? "zhangwei" : "chenjing"))
        }
        #expect(try await house.owed(["xfj"]) == made.reversed())
        #expect(try await house.owed(["xfj", "zrzy"]).count == 23)
        house.clock.move(days: 17)
        let page = try await house.visit(as: "officer-xfj") { try await $0.look(Self.path).text }
        #expect(page.contains("已超期 3 天") && page.contains("下一页"))
        #expect(page.ranges(of: "已超期").count == 3)
        let wrong = try await house.visit(as: "officer-xfj") {
            try await $0.look("\(Self.path)?after=x").status
        }
        #expect(wrong == .badRequest)
        let list = try await house.visit(as: "officer-zrzy") {
            try await $0.look("/api/v1/service-request-reports").text
        }
        #expect(list.contains(#""overdue":true"#) && list.contains(#""office":"xfj""#))
    }
}

extension House {
    /// A petition that is handed on, with a report by a day or without.
    fileprivate func owe(_ day: String?, titled title: String = "补偿款没有到账", by name: String = "zhangwei")
        async throws -> String
    {
        let number = try await say(by: name) {
            ($0.category, $0.kind, $0.title) = ("land", "complaint", title)
        }
        try await office.assign(
            number, to: "zrzy", isFinal: false, reportBy: OwedReport.day(day, on: clock.now.day),
            by: actor("officer-xfj"), as: account("officer-xfj").viewer)
        return number
    }

    /// The numbers of what is owed, through all pages.
    fileprivate func owed(_ organs: [String]) async throws -> [String] {
        var (all, after): ([String], String?) = ([], nil)
        repeat {
            let slice = try await database.read { [after] in try OwedReport.open(organs, after: after, in: $0)
            }
            all += slice.items.map(\.number)
            after = slice.next
        } while after != nil
        return all
    }
}
