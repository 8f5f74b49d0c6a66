import Foundation
import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("A card is confirmed")
struct ConfirmingTests {
    private let organ = Actor(accountID: 5, name: "甲", organ: "scjg", channel: "page", address: "")
    private let judge = Actor(accountID: 6, name: "乙", organ: "jw", channel: "page", address: "")

    /// A card about a case that was due the day before.
    private func house(_ level: SupervisionRule.Level = .red, cases: Int64 = 1) async throws
        -> SupervisionHouse
    {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule("over", level)])
        for id in 1...cases { try await house.file(id, due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        return house
    }

    private func confirm(_ house: SupervisionHouse, at now: Instant) async throws -> [Signal.State] {
        try await Confirming(database: house.database).confirm(at: now)
        return try await house.signals().map(\.state)
    }

    private func waiting(_ house: SupervisionHouse) async throws -> Int {
        try await house.database.read { try Supervision.openCards(in: $0) }.reduce(0) { $0 + $1.count }
    }

    @Test("not while it may be appealed, and not while an appeal is open")
    func notYet() async throws {
        let house = try await house()
        #expect(try await confirm(house, at: noon.days(3)) == [.open])
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try await house.database.write { [organ] tx in
            for var signal in try SignalStore.signals(SignalFilter(), after: nil, in: tx).items {
                try signal.appeal("断电。", decideWithin: 5, by: organ, at: noon, calendar)
                try SignalStore.update(signal, in: tx)
            }
        }
        #expect(try await confirm(house, at: noon.days(30)) == [.appealed])
    }

    @Test("a warning is none, however long nobody says anything")
    func noCard() async throws {
        let house = try await house(.warning)
        #expect(try await confirm(house, at: noon.days(30)) == [.open])
    }

    @Test("by itself when its days are over: it waits for nobody any more, and what rests on it goes on")
    func confirmed() async throws {
        let house = try await house(cases: 3)
        #expect(try await waiting(house) == 3)
        for _ in 1...2 {
            #expect(try await confirm(house, at: noon.days(4)) == [.confirmed, .confirmed, .confirmed])
        }
        #expect(try await waiting(house) == 0)
        #expect(
            try await house.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'signal.confirmed' /* all */")
                == 3)
        let id = try #require(try await house.signals().first).id
        let (card, others) = try await house.database.read { tx in
            (
                try Supervision.card(id, at: noon.days(4), in: tx),
                try Supervision.confirmed(at: noon.days(4), limit: 10, in: tx)
            )
        }
        #expect(card?.isConfirmed == true && others.count == 3)
    }

    @Test("at once when its appeal is not upheld; it can still be taken back, and is no longer counted then")
    func notUpheld() async throws {
        let house = try await house()
        var signal = try #require(try await house.signals().first)
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try signal.appeal("断电。", decideWithin: 5, by: organ, at: noon, calendar)
        try signal.decide(isUpheld: true, "没有断电。", by: judge, at: noon)
        #expect(signal.state == .confirmed)
        #expect(throws: DomainError.conflict("这条信号\(Signal.State.confirmed.chinese)，不能申诉。")) {
            try signal.appeal("再来。", decideWithin: 5, by: organ, at: noon, calendar)
        }
        try await house.database.write { [signal] in try SignalStore.update(signal, in: $0) }
        #expect(try await house.signals().map(\.state) == [.confirmed])
        try signal.withdraw("核实有误。", by: judge, at: noon)
        #expect(signal.state == .withdrawn)
    }

    @Test("a reminder whose appeal was not upheld is over when what it reminds of is done")
    func reminder() async throws {
        let house = try await house(.warning)
        var signal = try #require(try await house.signals().first)
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try signal.appeal("断电。", decideWithin: 5, by: organ, at: noon, calendar)
        try signal.decide(isUpheld: true, "没有断电。", by: judge, at: noon)
        try await house.database.write { [signal] in try SignalStore.update(signal, in: $0) }
        #expect(try await house.signals().map(\.state) == [.upheld])
        try await house.database.write { tx in
            try tx.send("UPDATE case_clock SET stopped_at = \(noon) WHERE case_id = 1")
        }
        try await house.watching.look(at: [1], noon)
        #expect(try await house.signals().map(\.state) == [.settled])
    }

    @Test("the pages, the file and programs tell it from what waits")
    func read() async throws {
        let house = try await house()
        _ = try await confirm(house, at: noon.days(4))
        let signal = try #require(try await house.signals().first)
        try await house.visit(as: "supervisor", at: noon.days(4)) { client async throws in
            let waiting = try await client.look(SupervisionPath.signals).text
            #expect(waiting.contains("红牌 0 条") && !waiting.contains("规则 over"))
            let list = try await client.look("\(SupervisionPath.signals)?state=confirmed").text
            #expect(list.contains("规则 over") && list.contains("已成立</span>"))
            #expect(
                !(try await client.look("\(SupervisionPath.signals)?state=upheld").text.contains("规则 over")))
            let both = try await client.look("\(SupervisionPath.signals)?state=confirmed&level=red").text
            #expect(both.contains("规则 over"))
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            #expect(page.contains("申诉期满，没有申诉") && page.contains("撤销信号"))
            #expect(try await client.look("\(SupervisionPath.file)?state=confirmed").text.contains("\"已成立\""))
            let json = try await client.look("\(SupervisionPath.api)?state=confirmed").text
            #expect(json.contains("\"state\":\"confirmed\""))
        }
    }
}
