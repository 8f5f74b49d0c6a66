import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Targets

@Suite("Targets of an organ that is gone")
struct InheritingTests {
    private static let path = TargetTests.path

    private func end(_ organ: String, into heir: String, on day: CivilDate, in house: TargetHouse)
        async throws
    {
        try await house.database.write { try Directory.end(organ, successor: heir, from: day, in: $0) }
    }

    private func inherit(_ house: TargetHouse, at now: Instant = noon) async throws {
        try await TargetInheriting(office: house.office).inherit(at: now)
    }

    @Test("a chain of successors ends at the living one, on the day of the last passage")
    func chain() async throws {
        let house = try await TargetHouse()
        let day = noon.day
        try await end("zjj", into: "wsjk", on: day.adding(days: -9), in: house)
        try await end("wsjk", into: "scjg", on: day.adding(days: -2), in: house)
        // What ends only today still answers.
        try await end("ybj", into: "scjg", on: day.adding(days: 1), in: house)
        let organs = try await Directory(house.database).everyOrgan()
        let passages = TargetInheriting.passages(organs, on: day)
        #expect(Set(passages.map(\.organ)) == ["zjj", "wsjk"])
        let first = try #require(passages.first { $0.organ == "zjj" })
        #expect(first.heir == "scjg" && first.day == day.adding(days: -2) && first.year == 2026)
    }

    @Test("what was agreed goes on with the successor, whose head is told, and with a dated note, once")
    func inherited() async throws {
        let house = try await TargetTests.agreed()
        #expect(try await house.look("head-wsjk", Self.path).status == 404)
        try await end("zjj", into: "wsjk", on: noon.day.adding(days: -3), in: house)
        let before = house.watched.milestones.count
        try await inherit(house)
        try await inherit(house)
        let handed = house.watched.milestones.dropFirst(before)
        #expect(handed.count == 2 && handed.allSatisfy { $0.organ == "wsjk" && $0.endedOn == nil })
        let page = try await house.look("head-wsjk", Self.path)
        #expect(page.status == 200 && page.text.contains("2026年11月21日起由卫生健康局负责"), "\(page.text)")
        #expect(try await house.look("leader", "/desk/targets").text.contains("2026年11月21日起由卫生健康局承接"))
        #expect(try await house.look("officer-scjg", Self.path).status == 404)
        let head = try await house.account("head-wsjk").id
        let told = try await house.database.read {
            try Inbox(of: head).messages(after: nil, in: $0).items.map(\.sentence.chinese)
        }
        #expect(told.count == 1 && told[0].contains("住房和城乡建设局的 2026 年目标责任"))
        let entries = try await house.database.read {
            try Journal.entries(subject: "targets:2026:zjj", onlyPublic: false, limit: 50, in: $0)
        }
        #expect(entries.count { $0.entry.action == "targets.inherited" } == 1)
    }

    @Test(
        "the head of the successor reports, somebody else accepts, and nothing new is drafted for who is gone"
    )
    func goesOn() async throws {
        let house = try await TargetTests.agreed()
        try await end("zjj", into: "wsjk", on: noon.day, in: house)
        try await inherit(house)
        let key = try #require(try await house.plans().first?.targets[1].milestones[1].key)
        let form = "milestone=\(key)&words=已打通&evidence=照片"
        #expect(try await house.press("head-scjg", "\(Self.path)/reports", form) == 404)
        #expect(try await house.press("head-wsjk", "\(Self.path)/reports", form) == 303)
        let id = try #require(
            try await house.database.read { try TargetStore.reports(2026, "zjj", in: $0).first?.id })
        let ruling = "report=\(id)&ruling=accepted&opinion=属实"
        #expect(try await house.press("head-wsjk", "\(Self.path)/rulings", ruling) == 403)
        #expect(try await house.press("supervisor", "\(Self.path)/rulings", ruling) == 303)
        let last = try #require(house.watched.milestones.last)
        #expect(last.key == String(key) && last.state == "已完成" && last.organ == "wsjk")
        #expect(try await house.press("leader", TargetTests.draft) == 404)
    }
}
