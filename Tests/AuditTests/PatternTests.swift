import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Audit

@Suite("从日志里找异常")
struct PatternTests {
    private func open(_ house: AuditHouse) async throws -> [Finding] {
        try await house.database.read { try FindingStore.findings(.open, after: nil, in: $0).items }
    }

    @Test("不到数的不算；同一件看多次算一件；再看一遍日志不重复计")
    func counting() async throws {
        let house = try await AuditHouse()
        try await house.read(59, by: "officer-scjg")
        try await house.read(59, by: "officer-scjg")
        try await house.watch()
        #expect(try await open(house).isEmpty)
        try await house.read(2, by: "officer-scjg", from: 59)
        try await house.watch()
        try await house.watch()
        let found = try await open(house)
        #expect(found.map(\.pattern) == [.hourlyReading] && found.first?.count == 61)
        #expect(found.first?.organ == "scjg" && found.first?.who == "李敏")
    }

    @Test("夜间查看、看了完整信息却没有办理，都找得出来")
    func nightAndIdle() async throws {
        let house = try await AuditHouse()
        let night = Instant(day: noon.day, hour: 23)
        try await house.read(5, by: "officer-scjg", at: night)
        try await house.read(1, by: "officer-zjj", action: "case.disclosed", from: 90)
        try await house.watch()
        #expect(try await open(house).map(\.pattern) == [.offHours])
        try await house.watch(at: noon.adding(seconds: 49 * 3_600))
        #expect(try await open(house).map(\.pattern).contains(.idleDisclosure))
    }

    @Test("看了完整信息又办理的，不是线索")
    func followedUp() async throws {
        let house = try await AuditHouse()
        try await house.read(1, by: "officer-zjj", action: "case.disclosed", from: 90)
        let actor = try await house.account("officer-zjj").actor(channel: "page", address: "")
        try await house.database.write { tx in
            _ = try Journal.append(
                JournalEntry(
                    at: noon, actor: actor, action: "task.completed", subject: "A90", sentence: "办了。"),
                in: tx)
        }
        try await house.watch()
        try await house.watch(at: noon.adding(seconds: 49 * 3_600))
        #expect(try await open(house).isEmpty)
    }

    @Test("移交要有说明，负责人收到消息；处理过的不能再处理；都留痕")
    func handedOver() async throws {
        let house = try await AuditHouse()
        try await house.read(60, by: "officer-scjg")
        try await house.watch()
        let id = try #require(try await open(house).first).id
        try await house.visit(as: "auditadmin") { client in
            let page = try await client.look("/desk/audit/patterns")
            #expect(page.text.contains("短时间大量查看"))
            let silent = try await client.press("/desk/audit/patterns/\(id)/handover", "reason=")
            #expect(silent.status == .unprocessableContent && silent.text.contains("请写明核查情况。"))
            let done = try await client.press("/desk/audit/patterns/\(id)/handover", "reason=check")
            #expect(done.status == .seeOther)
            let again = try await client.press("/desk/audit/patterns/\(id)/dismissal", "reason=check")
            #expect(again.status == .conflict)
            let none = try await client.press("/desk/audit/patterns/1/dismissal", "reason=check")
            #expect(none.status == .notFound)
        }
        let head = try await house.account("head-scjg")
        let messages = try await house.database.read { try Inbox(of: head.id).messages(in: $0).items }
        #expect(messages.first?.sentence.chinese.contains("查看了 60 件办件") == true)
        #expect(try await house.entries("audit.finding_handed").count == 1)
    }

    @Test("规则改了留下新版，先改的为准，也留痕；新规则管以后的日志")
    func rules() async throws {
        let house = try await AuditHouse()
        let typed = AuditRules.thresholds.map { "\($0.name)=\($0.name == "closesAtHour" ? 18 : 7)" }
        let form = typed.joined(separator: "&")
        try await house.visit(as: "auditadmin") { client in
            let wrong = try await client.press("/desk/audit/rules", "version=0&casesPerHour=0")
            #expect(wrong.status == .unprocessableContent)
            let done = try await client.press("/desk/audit/rules", "version=0&\(form)")
            #expect(done.status == .seeOther)
            let late = try await client.press("/desk/audit/rules", "version=0&\(form)")
            #expect(late.status == .conflict)
            let page = try await client.look("/desk/audit/rules")
            #expect(page.text.contains("现行第 1 版规则"))
        }
        try await house.read(7, by: "officer-scjg")
        try await house.watch()
        #expect(try await open(house).first?.rulesVersion == 1)
        #expect(try await house.entries("audit.rules_changed").count == 1)
    }
}
