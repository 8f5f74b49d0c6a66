import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("What rules publish")
struct PublishingTests {
    private func rule(after days: Int? = 5, _ level: SupervisionRule.Level = .red) -> SupervisionRule {
        var rule = SupervisionHouse.rule("over", level)
        rule.publishAfterDays = days
        return rule
    }

    /// A card about a case that was due the day before.
    private func house(_ rule: SupervisionRule) async throws -> SupervisionHouse {
        let house = try await SupervisionHouse(rules: [rule])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        return house
    }

    private func publish(_ house: SupervisionHouse, at now: Instant) async throws -> [PublishedSignal] {
        try await Publishing(database: house.database).publish(at: now)
        return try await house.database.read { try PublishedStore.list(after: nil, in: $0).items }
    }

    @Test("only cards, and after at least a day", arguments: [0, -1, 366])
    func days(days: Int) {
        #expect(throws: DomainError.self) { try rule(after: days).requireComplete() }
        #expect(throws: DomainError.self) { try rule(after: 5, .warning).requireComplete() }
    }

    @Test("rules that were written before say nothing of it, and publish nothing")
    func silent() async throws {
        let house = try await house(rule(after: nil))
        #expect(try await publish(house, at: noon.days(100)).isEmpty)
    }

    @Test("not while it may be appealed, nor before its days are over; then once, with who and how late")
    func published() async throws {
        let house = try await house(rule())
        #expect(try await publish(house, at: noon.days(2)).isEmpty)
        #expect(try await publish(house, at: noon.days(7)).isEmpty)
        let found = try await publish(house, at: noon.days(9))
        #expect(try await publish(house, at: noon.days(9)) == found)
        let one = try #require(found.first)
        #expect(found.count == 1 && one.organName.contains("市场监督管理局") && one.kind == "办件")
        #expect(one.lateDays == 10 && one.isOpen && one.lateness == "超过期限 10 天，公开时还没有办完")
        #expect(
            try await house.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'signal.published' /* all */") == 1)
    }

    @Test(
        "what kind of matter it is stands there, by its code and never by its name",
        arguments: [
            ("11441202007185204J4440131007000", "行政许可事项"), ("service-request", "群众诉求"), ("unknown", "办件"),
        ])
    func kinds(code: String, word: String) async throws {
        let house = try await house(rule())
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE service_case SET subject_code = \(code) WHERE id = 1")
        }
        try await Publishing(database: house.database, kinds: ["service-request": "群众诉求"])
            .publish(at: noon.days(9))
        let found = try await house.database.read { try PublishedStore.list(after: nil, in: $0).items }
        #expect(found.map(\.kind) == [word])
    }

    @Test("while an appeal is open nothing is published; when it is not upheld, its days begin then")
    func appealed() async throws {
        let house = try await house(rule())
        let id = try #require(try await house.signals().first).id
        let organ = Actor(accountID: 5, name: "甲", organ: "scjg", channel: "page", address: "")
        let judge = Actor(accountID: 6, name: "乙", organ: "jw", channel: "page", address: "")
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try await house.database.write { tx in
            var signal = try SignalStore.signal(id, SignalFilter(), in: tx)
            try signal.appeal("材料不全。", decideWithin: 5, by: organ, at: noon, calendar)
            try SignalStore.update(signal, in: tx)
        }
        #expect(try await publish(house, at: noon.days(30)).isEmpty)
        try await house.database.write { tx in
            var signal = try SignalStore.signal(id, SignalFilter(), in: tx)
            try signal.decide(isUpheld: true, "时限没有暂停。", by: judge, at: noon.days(30))
            try SignalStore.update(signal, in: tx)
        }
        #expect(try await publish(house, at: noon.days(34)).isEmpty)
        #expect(try await publish(house, at: noon.days(36)).count == 1)
    }

    @Test("everybody reads it without names and numbers; taken back, nothing but that stays")
    func read() async throws {
        let house = try await house(rule())
        _ = try await publish(house, at: noon.days(9))
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(SupervisionPath.published).text
            #expect(page.contains("市场监督管理局") && page.contains("规则 over") && page.contains("超过期限 10 天"))
            #expect(!page.contains("N1") && !page.contains("食品经营许可"))
            #expect(try await client.look(SupervisionPath.publishedFile).text.contains("\"红牌\",\"10\""))
            let json = try await client.look(SupervisionPath.publishedAPI).text
            #expect(
                json.contains("\"late_days\":10")
                    && json.contains("\"published_at\":\"2026-12-03T12:00:00+08:00\""))
        }
        try await house.database.write { tx in
            let id = try PublishedStore.list(after: nil, in: tx).items[0].signalID
            var signal = try SignalStore.signal(id, SignalFilter(), in: tx)
            let judge = Actor(accountID: 6, name: "乙", organ: "jw", channel: "page", address: "")
            try signal.withdraw("系统时间有误。", by: judge, at: noon.days(12))
            try SignalStore.update(signal, in: tx)
        }
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(SupervisionPath.published).text
            #expect(page.contains("撤销，内容不再显示") && !page.contains("规则 over"))
            #expect(!(try await client.look(SupervisionPath.publishedFile).text.contains("规则 over")))
            let json = try await client.look(SupervisionPath.publishedAPI).text
            #expect(json.contains("\"withdrawn_on\":\"2026-12-06\"") && !json.contains("late_days"))
        }
    }

    @Test("what is confirmed is told to those who look over organs")
    func confirmed() async throws {
        let house = try await house(rule())
        let (early, later) = try await house.database.read { tx in
            (
                try Supervision.confirmed(at: noon, limit: 10, in: tx),
                try Supervision.confirmed(at: noon.days(9), limit: 10, in: tx)
            )
        }
        #expect(early.isEmpty && later.map(\.organ) == ["scjg"])
    }
}
