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

@testable import ProgressAnywhere

@Suite("办件的日历")
struct CalendarTests {
    private func token(_ house: House, _ name: String = "chenjing") async throws -> String {
        try await house.calendars.subscribe(
            "手机", by: house.account(name), house.actor(name), at: noon)
    }

    @Test("不存在的、不像的、停用了的地址都是 404；别人不能停用")
    func closed() async throws {
        let house = try await House()
        for path in ["/calendars/abc.ics", "/calendars/\(String(repeating: "0", count: 40)).ics"] {
            #expect(try await house.visit { try await $0.look(path).status } == .notFound)
        }
        let token = try await token(house)
        let chenJing = try await house.account("chenjing")
        let id = try #require(
            try await house.database.read { try CalendarStore.open(of: chenJing.id, in: $0).first?.id })
        let foreign = try await house.visit(as: "zhangwei") {
            try await $0.press("/my/calendars/\(id)/withdrawal").status
        }
        #expect(foreign == .notFound)
        #expect(try await house.visit { try await $0.look("/calendars/\(token).ics").status } == .ok)
        let ended = try await house.visit(as: "chenjing") {
            try await $0.press("/my/calendars/\(id)/withdrawal").status
        }
        #expect(ended == .seeOther)
        #expect(try await house.visit { try await $0.look("/calendars/\(token).ics").status } == .notFound)
    }

    @Test("有自己的期限和关注的亲友的期限，没有单位的，没有姓名；每个期限的标识不变")
    func content() async throws {
        let house = try await House()
        let own = try await house.file(by: "zhangwei")
        let hers = try await house.file(by: "chenjing")
        _ = try await house.file(by: "chenjing", for: "91441202MA4W12346L")
        _ = try await house.follow()
        let token = try await token(house, "zhangwei")
        let file = try await house.visit { try await $0.look("/calendars/\(token).ics") }
        #expect(file.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(file.headers[.cacheControl] == "private, no-store")
        let read = try ReadCalendar(file.text)
        let clocks = try [own, hers].map { try #require($0.governingClock).id }
        #expect(Set(read["UID"]) == Set(clocks.map { "clock-\($0)@zwfw.example.gov.cn" }))
        #expect(read["SUMMARY"].contains("受理期限最后一天：食品经营许可"))
        #expect(read["SUMMARY"].contains("〔亲友〕受理期限最后一天：食品经营许可"))
        #expect(read["DTSTART;VALUE=DATE"] == ["20261127", "20261127"])
        #expect(
            !file.text.contains("陈静") && !file.text.contains("张伟") && !file.text.contains(own.number.text))
    }

    @Test("一个办件的文件只给能看到它的人")
    func oneMatter() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        let foreign = try await house.visit(as: "zhangwei") {
            try await $0.look("/cases/\(number)/calendar.ics").status
        }
        #expect(foreign == .notFound)
        let file = try await house.visit(as: "chenjing") {
            try await $0.look("/cases/\(number)/calendar.ics")
        }
        #expect(try ReadCalendar(file.text).eventCount == 1)
    }

    @Test("办件结束，日历里的期限写明取消，不再提醒；很久以前结束的不在订阅里")
    func ended() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        let token = try await token(house)
        let path = "/calendars/\(token).ics"
        let before = try ReadCalendar(try await house.visit { try await $0.look(path).text })
        #expect(before["STATUS"] == ["CONFIRMED"] && before["ACTION"] == ["DISPLAY"])
        let account = try await house.account("chenjing")
        try await house.cases.change(number, by: house.actor("chenjing"), as: account.viewer) {
            try $0.withdraw(reason: "不办了", on: $1)
        }
        let after = try ReadCalendar(try await house.visit { try await $0.look(path).text })
        #expect(after["STATUS"] == ["CANCELLED"] && after["ACTION"].isEmpty)
        #expect(after["UID"] == before["UID"])
        #expect(after["DTSTART;VALUE=DATE"] == before["DTSTART;VALUE=DATE"])
        let revisions = try (before["SEQUENCE"] + after["SEQUENCE"]).map { try #require(Int($0)) }
        #expect(revisions[1] == revisions[0] + 1)
        let later = try await house.calendars.calendar(token: token, at: noon.adding(seconds: 31 * 86_400))
        #expect(later.events.isEmpty)
        let own = try await house.calendars.calendar(
            of: number, for: account.viewer, at: noon.adding(seconds: 31 * 86_400))
        #expect(own.events.map(\.isCancelled) == [true])
    }

    @Test("没有名字、太多，都会说明；地址只显示一次，库里只有摘要")
    func page() async throws {
        let house = try await House()
        let nameless = try await house.visit(as: "chenjing") { try await $0.press("/my/calendars", "name=") }
        #expect(nameless.status == .unprocessableContent && nameless.text.contains("请给它起个名字"))
        let made = try await house.visit(as: "chenjing") { try await $0.press("/my/calendars", "name=手机") }
        let token = try #require(made.text.firstMatch(of: /calendars\/([0-9a-f]{40})\.ics/)?.output.1)
        #expect(made.headers[.cacheControl] == "no-store")
        let later = try await house.visit(as: "chenjing") { try await $0.look("/my/calendars").text }
        #expect(later.contains("手机") && !later.contains(token))
        let kept = try await house.database.read {
            try $0.rows("SELECT token_digest FROM calendar_subscription /* all */").map {
                try $0.text("token_digest")
            }
        }
        #expect(kept == [CalendarSubscription.digest(of: String(token))])
        for _ in 0..<4 { _ = try await self.token(house) }
        let full = try await house.visit(as: "chenjing") { try await $0.press("/my/calendars", "name=a") }
        #expect(full.status == .conflict && full.text.contains("最多同时有 5 个订阅地址"))
    }
}
