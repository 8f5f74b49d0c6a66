import Storage
import Testing
import WorkingTime

@testable import Supervision

@Suite("The rules that come with the program")
struct DeliveredRulesTests {
    @Test("the delivered rules come into an empty house, once")
    func installs() async throws {
        let house = try await SupervisionHouse()
        try await house.watching.sweep(at: noon)
        try await house.watching.sweep(at: noon)
        let versions = try await house.database.read { try RuleStore.versions(in: $0) }
        #expect(versions.count == (try DeliveredRules.all().count) && versions.allSatisfy { $0.state == .on })
    }

    @Test("a house that runs is offered the rules of a new edition as drafts, once, and goes on by its own")
    func offers() async throws {
        let old = SupervisionHouse.rule("law-over")
        let house = try await SupervisionHouse(rules: [old])
        for _ in 1...2 { try await house.database.write { try DeliveredRules.offer(in: $0) } }
        let versions = try await house.database.read { try RuleStore.versions(in: $0) }
        #expect(versions.filter { $0.state == .on }.map(\.rule) == [old])
        let drafts = versions.filter { $0.state == .draft }
        #expect(Set(drafts.map(\.rule.key)) == Set(try DeliveredRules.all().map(\.key)))
        #expect(drafts.first { $0.rule.key == "law-over" }?.version == 2)
    }

    @Test("what came into an empty house is not offered to it again")
    func offersNothing() async throws {
        let house = try await SupervisionHouse()
        try await house.database.write { tx in
            try DeliveredRules.install(on: noon.day, in: tx)
            try DeliveredRules.offer(in: tx)
        }
        let versions = try await house.database.read { try RuleStore.versions(in: $0) }
        #expect(versions.allSatisfy { $0.state == .on })
    }
}
