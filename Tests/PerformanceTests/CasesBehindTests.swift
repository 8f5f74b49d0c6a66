import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("What a figure opens to")
struct CasesBehindTests {
    /// A card, on a case or on what is done elsewhere.
    private static func card(_ id: Int64, _ number: String, in house: PerformanceHouse) async throws {
        try await house.database.write { tx in
            try tx.execute(
                """
                INSERT INTO supervision_rule (id, rule_key, version, body, state, on_from, edited_by, edited_by_name,
                    revision)
                VALUES (1, 'over', 1, '{}', 'on', '2026-01-01', 0, '甲', 0) ON CONFLICT (id) DO NOTHING
                """)
            try tx.execute(
                """
                INSERT INTO supervision_signal (id, rule_id, rule_key, rule_name, level, case_id, case_number, case_name,
                    organ, item, occasion, evidence, raised_at, appeal_until, state, course, revision)
                VALUES (\(id), 1, 'over', '超过时限', 'red', \(id), \(number), '场馆', 'scjg', 'S', '1', '{}',
                    \(day("2026-10-20")), \(day("2026-10-23")), 'open', '[]', 0)
                """)
        }
    }

    @Test("a visit opens to nothing, a card to its signal whatever it is about, the rest to the case")
    func pages() {
        #expect(Figure.rated.page(7, "") == nil)
        #expect(Figure.redCards.page(7, "government-project:X") == "/desk/supervision/signals/7")
        #expect(Figure.deemedAccepted.page(7, "N1") == "/desk/supervision/signals/7")
        #expect(Figure.accountabilityDecisions.page(7, "N1") == "/desk/accountability/7")
        #expect(Figure.closed.page(7, "N1") == "/desk/cases/N1")
    }

    @Test("the sample district has no card without its signal")
    func sample() async throws {
        let house = try await PerformanceHouse()
        try await Self.card(1, "N1", in: house)
        try await Performance.seedDemo(into: house.database, at: noon)
        let month = try #require(Period("2026-10"))
        let sums = try await house.database.read { try FigureStore.organs(in: month, $0) }
        let cards = sums.filter { $0.value[.yellowCards] != nil || $0.value[.redCards] != nil }
        #expect(cards.keys.map(\.organ) == ["scjg"])
        #expect(cards.values.first?[.redCards] == 1 && cards.values.first?[.yellowCards] == nil)
    }

    @Test("what opens first behind an indicator has its number, though no formula asks for it")
    func first() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"))
        try await house.finish(2, on: day("2026-10-11"), isLate: true)
        try await house.assessing.refresh(at: noon)
        try await house.visit(as: "leader") { client async throws in
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(sheet.contains(">超过承诺时限 1</a>") && sheet.contains(">不满意和非常不满意 0</a>"))
        }
    }

    @Test("what somebody did at one of their posts opens to that alone")
    func posts() async throws {
        let house = try await PerformanceHouse()
        let person = try await house.account("officer-scjg").id
        try await house.give(person, "head", in: "scjg")
        try await house.finish(1, on: day("2026-10-10"), by: person)
        try await house.finish(2, on: day("2026-10-11"), by: person)
        _ = try await house.database.write {
            try $0.execute("UPDATE case_task SET role = 'head' WHERE case_id = 2")
        }
        try await house.assessing.refresh(at: noon)
        let cases = PerformancePath.cases("2026-10", "scjg", "tasks_done")
        try await house.visit(as: "officer-scjg-2") { client async throws in
            #expect(try await client.look("\(cases)?post=officer").status == .notFound)
            #expect(try await client.look("\(cases)?person=\(person)&post=officer").status == .notFound)
        }
        try await house.visit(as: "leader") { client async throws in
            let sheet = PerformancePath.person("2026-10", "scjg", String(person))
            let text = try await client.look(sheet).text
            #expect(text.contains("post=officer") && text.contains("post=head"))
            for (post, own, other) in [("officer", "N1", "N2"), ("head", "N2", "N1")] {
                let page = try await client.look("\(cases)?person=\(person)&post=\(post)").text
                #expect(page.contains("/desk/cases/\(own)\"") && !page.contains("/desk/cases/\(other)\""))
            }
            let both = try await client.look("\(cases)?person=\(person)").text
            #expect(both.contains("/desk/cases/N1\"") && both.contains("/desk/cases/N2\""))
        }
    }

    @Test(
        "cards on what is done elsewhere open; one withdrawn after its month was frozen is said to be missing"
    )
    func cards() async throws {
        let house = try await PerformanceHouse()
        try await Self.card(11, "N1", in: house)
        try await Self.card(12, "government-project:X", in: house)
        try await house.freeze("2026-10", at: noon)
        let path = PerformancePath.cases("2026-10", "scjg", "red_cards")
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(path).text
            #expect(
                page.contains("signals/11\"") && page.contains("signals/12\"")
                    && !page.contains("/desk/cases/"))
            #expect(!page.contains("数不一样"))
        }
        _ = try await house.database.write {
            try $0.execute("UPDATE supervision_signal SET state = 'withdrawn' WHERE id = 11")
        }
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("绩效表里的数是 2。") && page.contains("核定时数到 2，现在列出 1："))
            let running = try await client.look(PerformancePath.cases("2026-Q4", "scjg", "red_cards")).text
            #expect(!running.contains("和核定的数不一样"))
            #expect(running.contains("表里统计到 2，现在列出 1："))
        }
    }
}
