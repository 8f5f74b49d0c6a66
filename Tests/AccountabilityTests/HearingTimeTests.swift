import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Accountability

@Suite("The time of a hearing")
struct HearingTimeTests {
    private func silent(_ house: AccountabilityHouse, days: Int) async throws -> String {
        let path = try await house.propose(from: "source=signal&reference=1")
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        house.clock.pass(days: days)
        try await house.cases.fireDueTimers()
        return path
    }

    @Test("when it ends in silence the person, supervision and leaders are told, once")
    func silence() async throws {
        let house = try await AccountabilityHouse()
        let path = try await silent(house, days: 2)
        try await house.desk.endSilence(at: house.clock.now)
        #expect(try await house.inquiry().stage == .hearing)
        house.clock.pass(days: 6)
        try await house.cases.fireDueTimers()
        for _ in 1...2 { try await house.desk.endSilence(at: house.clock.now) }
        for (name, words) in [
            ("officer-cgj", "您没有陈述，按已有材料决定"), ("supervisor", "当事人没有陈述，等待决定"),
            ("leader-2", "当事人没有陈述申辩"),
        ] {
            let told = try await house.told(name).filter { $0.contains(words) }
            #expect(told.count == 1 && !told.joined().contains("丁静怡"), "\(name)")
        }
        #expect(try await house.look("officer-cgj", path).text.contains("期限届满，没有陈述申辩"))
        #expect(!(try await house.look("head-cgj", path).text.contains("期限届满")))
        let number = try await house.inquiry().number
        let entries = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: false, limit: 50, in: $0)
        }
        #expect(entries.count { $0.entry.action == "accountability.time_ended" } == 1)
    }

    @Test(
        "when nobody appeals the person, their head and supervision are told that the decision stands, once")
    func unappealed() async throws {
        let house = try await AccountabilityHouse()
        let path = try await silent(house, days: 8)
        _ = try await house.press("leader", "\(path)/decision", "decision=criticism&words=属实")
        _ = try await house.press("supervisor", "\(path)/service", "words=当面")
        house.clock.pass(days: 31)
        try await house.cases.fireDueTimers()
        for _ in 1...2 { try await house.desk.endSilence(at: house.clock.now) }
        for name in ["officer-cgj", "head-cgj", "supervisor"] {
            let told = try await house.told(name).filter { $0.contains("申诉期限已过") }
            #expect(told.count == 1 && told[0].contains("决定生效"), "\(name)")
        }
        #expect(try await house.look("officer-cgj", path).text.contains("期限届满，没有申诉"))
        let inquiry = try await house.inquiry()
        #expect(inquiry.stage == .closed && inquiry.outcome == .measure)
    }

    @Test("of one who was decided about meanwhile nothing is told")
    func decided() async throws {
        let house = try await AccountabilityHouse()
        let path = try await silent(house, days: 8)
        #expect(try await house.press("leader", "\(path)/decision", "decision=none&words=情节轻微") == 303)
        try await house.desk.endSilence(at: house.clock.now)
        #expect(!(try await house.told("officer-cgj").contains { $0.contains("您没有陈述") }))
    }

    @Test("its days are data: who is proposed afterwards has the new ones, who was before keeps theirs")
    func days() async throws {
        let house = try await AccountabilityHouse()
        let before = try await house.propose(from: "source=signal&reference=1")
        let text = try AccountabilityRules.deliveredText().replacing(
            "hear: 5 working_day", with: "hear: 2 working_day")
        let (desk, now) = (house.desk, house.clock.now)
        try await house.database.write { tx in
            let actor = Actor(accountID: 0, name: "管理员", channel: "page", address: "")
            try desk.book.publish(text, after: 0, by: actor, at: now, in: tx)
        }
        let after = try await house.propose(from: "source=complaint&reference=C2&organ=cgj")
        for path in [before, after] {
            _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        }
        // Tuesday: two working days end with Thursday, five with the next Tuesday.
        #expect(try await house.look("officer-cgj", before).text.contains("2026年12月1日"))
        #expect(try await house.look("officer-cgj", after).text.contains("2026年11月26日"))
        house.clock.pass(days: 4)
        try await house.cases.fireDueTimers()
        #expect(try await house.press("officer-cgj", "\(after)/statement", "statement=迟了") == 409)
        #expect(try await house.press("officer-cgj", "\(before)/statement", "statement=当时下雨") == 303)
    }

    @Test("the page draws how far the process has come, for whoever may see it")
    func picture() async throws {
        let house = try await AccountabilityHouse()
        let path = try await silent(house, days: 1)
        for name in ["supervisor", "officer-cgj", "head-cgj"] {
            let page = try await house.look(name, path).text
            #expect(page.contains("<svg") && page.contains("办理中：陈述申辩"), "\(name)")
        }
    }
}
