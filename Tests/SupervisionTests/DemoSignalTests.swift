import DecisionModel
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("The first signals of the sample district")
struct DemoSignalTests {
    /// Two applications that were done too late, one that is late, an order that is, and one that came in yesterday.
    private func seeded() async throws -> SupervisionHouse {
        let house = try await SupervisionHouse()
        for id in Int64(1)...2 {
            try await house.file(id, due: noon.days(-70), filed: noon.days(-84))
            try await house.close(id, at: noon.days(-50))
        }
        try await house.file(3, organ: "rsj", due: noon.days(-4), filed: noon.days(-18))
        try await house.file(4, kind: "supervision_order", due: noon.days(-4), filed: noon.days(-18))
        try await house.file(5, due: noon.days(9), filed: noon.days(-1))
        for _ in 1...2 { try await Supervision.seedDemo(into: house.database, at: noon) }
        return house
    }

    @Test("are about applications that were late, raised when they were, against the organs that have them")
    func fit() async throws {
        let house = try await seeded()
        let signals = try await house.signals()
        let said = Set(signals.map { "\($0.number) \($0.ruleKey) \($0.organ)" })
        let expected = [
            "N1 promise-over scjg", "N1 promise-over-5 scjg", "N2 promise-over scjg",
            "N2 promise-over-5 scjg",
            "N3 promise-over rsj",
        ]
        #expect(said == Set(expected) && signals.count == expected.count)
        for signal in signals {
            let due = try #require(signal.evidence.dueAt)
            #expect(signal.raisedAt > due && signal.raisedAt < noon)
            let facts = signal.evidence.facts
            #expect(facts.value(at: ["case", "kind"]) == .string("application"))
            #expect(facts.value(at: ["case", "closed"]) == .bool(false))
            #expect(facts.value(at: ["clock", "name"]) == .string("promised"))
        }
        let entries = try await house.count(
            "SELECT count(*) FROM journal_entry WHERE action = 'signal.raised' /* all */")
        #expect(entries == expected.count)
    }

    @Test("wait where they may still be appealed, are published where they stand, and one was taken back")
    func stand() async throws {
        let house = try await seeded()
        let signals = try await house.signals()
        #expect(signals.filter { $0.state == .open }.map(\.number) == ["N3"])
        #expect(signals.filter { $0.state == .confirmed }.count == 3)
        #expect(signals.filter { $0.state == .withdrawn }.count == 1)
        let published = try await house.database.read { try PublishedStore.list(after: nil, in: $0).items }
        #expect(published.count == 2 && published.filter { $0.withdrawnOn != nil }.count == 1)
        #expect(published.allSatisfy { $0.lateDays == 20 && !$0.isOpen })
    }
}
