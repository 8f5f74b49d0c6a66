import Cases
import DecisionModel
import HTTPTypes
import HummingbirdTesting
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("What is over is looked at as it ended")
struct EndTests {
    private func inspection(_ number: Value, verified: Value) -> [String: Value] {
        [
            "record_number": number, "place": "星湖早茶店", "inspected_on": "2026-11-02", "mend_by": "2026-11-12",
            "verified_on": verified, "result": "责令整改",
        ]
    }

    private func house(_ rules: SupervisionRule...) async throws -> SupervisionHouse {
        let house = try await SupervisionHouse(rules: rules).withKinds()
        try await house.watching.follow(at: noon)
        return house
    }

    @Test(
        "a record that comes when all is done, and was done too late, gets its card, once; in time it gets none"
    )
    func late() async throws {
        let house = try await house(
            SupervisionHouse.rule("law", .red, #"clock.name = "legal""#),
            SupervisionHouse.rule(
                "soon", .reminder, moment: .init(anchor: .due, isBefore: true, amount: 1, unit: .workingDay),
                "true"))
        try await house.report(
            "food-inspection",
            [inspection("A1", verified: "2026-11-12"), inspection("A2", verified: "2026-11-20")])
        try await house.watching.follow(at: noon)
        try await house.report(
            "food-inspection", [inspection("A2", verified: "2026-11-21")], at: noon.days(1))
        try await house.watching.follow(at: noon.days(1))
        let signals = try await house.signals()
        #expect(signals.map(\.number) == ["food-inspection:A2"] && signals.map(\.ruleKey) == ["law"])
        guard case .context(let clock) = signals.first?.evidence.facts["clock"] ?? .null else {
            Issue.record("no clock")
            return
        }
        #expect(clock["stopped"] == true && clock["over"] != 0)
    }

    @Test(
        "a case that ended late between two looks gets its card as well, and one that ended in time does not")
    func between() async throws {
        let house = try await house(SupervisionHouse.rule())
        try await house.file(1, due: noon.days(-2))
        try await house.file(2, due: noon.days(-2))
        try await house.close(1, at: noon.days(-1))
        try await house.close(2, at: noon.days(-3))
        try await house.place([("N1", "case.granted"), ("N2", "case.granted")])
        for _ in 1...2 { try await house.watching.follow(at: noon) }
        #expect(try await house.signals().map(\.number) == ["N1"])
    }

    @Test("what was over before a rule was switched on is not looked at by it")
    func before() async throws {
        let house = try await house()
        try await house.database.write { tx in
            let version = RuleVersion(
                id: tx.ids.next(), version: 1, rule: SupervisionHouse.rule(), state: .on, onFrom: noon.day,
                editedBy: 0, editedByName: "某人")
            try RuleStore.insert(version, in: tx)
        }
        try await house.file(1, due: noon.days(-2))
        try await house.close(1, at: noon.days(-1))
        try await house.place([("N1", "case.rated")])
        try await house.watching.follow(at: noon)
        #expect(try await house.signals().isEmpty)
    }

    @Test("how a step ended is asked when it has: an outcome without reasons is noticed, once")
    func outcome() async throws {
        let rules = try DeliveredRules.all().filter { $0.key == "refusal-unreasoned" }
        let house = try await house(rules[0])
        try await house.file(1)
        try await house.step(71, of: 1, done: noon.adding(seconds: -60), outcome: "deny", reasons: "面积不足")
        try await house.step(72, of: 1, done: noon.adding(seconds: -60), outcome: "deny")
        try await house.step(73, of: 1, done: noon.adding(seconds: -60), outcome: "grant")
        try await house.place([("N1", "task.completed")])
        for _ in 1...2 { try await house.watching.look(at: [1], noon) }
        #expect(try await house.signals().map(\.item) == ["task:72"])
    }

    @Test("a penalty that was decided without reasons is noticed when it is reported, decided as it is")
    func penalty() async throws {
        let rules = try DeliveredRules.all().filter { $0.key == "penalty-unreasoned" }
        let house = try await house(rules[0])
        let record: [String: Value] = [
            "document_number": "C1", "cause": "占道经营", "filed_on": "2026-11-02", "decided_on": "2026-11-20",
            "state": "决定",
        ]
        try await house.report(
            "administrative-penalty",
            [
                record.merging(["reasons_given": false]) { $1 },
                record.merging(["document_number": "C2", "reasons_given": true]) { $1 },
            ])
        try await house.watching.follow(at: noon)
        #expect(try await house.signals().map(\.number) == ["administrative-penalty:C1"])
    }
}

@Suite("Two yellow cards are a red one")
struct CardCountTests {
    private func house() async throws -> SupervisionHouse {
        let later = RuleMoment(anchor: .due, isBefore: false, amount: 1, unit: .day)
        let house = try await SupervisionHouse(
            rules: [SupervisionHouse.rule("one"), SupervisionHouse.rule("two", moment: later)]
                + DeliveredRules.all().filter { $0.key == "two-yellows" })
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        return house
    }

    @Test("one is not enough; with the second one the red one comes at the same look")
    func second() async throws {
        let house = try await house()
        #expect(try await house.signals().map(\.ruleKey) == ["one"])
        try await house.watching.passTime(at: noon.days(1))
        #expect(Set(try await house.signals().map(\.ruleKey)) == ["one", "two", "two-yellows"])
        try await house.watching.look(at: [1], noon.days(1))
        #expect(try await house.signals().count == 3)
    }

    @Test("one yellow card each for three organs is no red one; two for one of them are")
    func eachOrgan() async throws {
        let denied = SupervisionHouse.rule(
            "denied", scope: .task, moment: nil, #"task.outcome = "deny""#)
        let house = try await SupervisionHouse(
            rules: [denied] + DeliveredRules.all().filter { $0.key == "two-yellows" })
        try await house.file(1, organ: "cgj")
        let done = noon.adding(seconds: -60)
        for (place, organ) in ["cgj", "zjj", "jtj"].enumerated() {
            try await house.step(71 + Int64(place), of: 1, organ: organ, done: done, outcome: "deny")
        }
        try await house.watching.look(at: [1], noon)
        let cards = try await house.signals()
        #expect(cards.map(\.ruleKey) == ["denied", "denied", "denied"])
        #expect(Set(cards.map(\.organ)) == ["cgj", "zjj", "jtj"])
        try await house.step(74, of: 1, organ: "cgj", done: done, outcome: "deny")
        for _ in 1...2 { try await house.watching.look(at: [1], noon) }
        let reds = try await house.signals().filter { $0.level == .red }
        #expect(reds.map(\.organ) == ["cgj"] && reds.map(\.state) == [.open])
    }

    @Test("a red card stays with the organ whose yellow ones made it when another organ gets the case")
    func handedOn() async throws {
        let house = try await house()
        try await house.watching.passTime(at: noon.days(1))
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE service_case SET organ = 'cgj' WHERE id = 1")
        }
        try await house.watching.look(at: [1], noon.days(1))
        let red = try #require(try await house.signals().first { $0.ruleKey == "two-yellows" })
        #expect(red.state == .open && red.organ == "scjg")
    }

    @Test("a card that the breaker kept back is not counted: no red one for a single yellow one")
    func keptBack() async throws {
        let house = try await SupervisionHouse(
            rules: [
                SupervisionHouse.rule("one"),
                SupervisionHouse.rule(
                    "all", scope: .matter, moment: nil, "not(case.closed)", perMinute: 3),
            ] + DeliveredRules.all().filter { $0.key == "two-yellows" })
        for id in Int64(1)...7 { try await house.file(id, due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        // The rules are others now, and those whose second card was kept back are looked at once more.
        for minutes in 0...3 {
            let now = noon.adding(seconds: minutes * 60)
            try await house.watching.sweep(at: now)
            try await house.watching.passTime(at: now)
        }
        let signals = try await house.signals()
        let reds = signals.filter { $0.ruleKey == "two-yellows" }
        let twice = signals.filter { $0.ruleKey == "all" }.map(\.number)
        #expect(twice.count == 3 && signals.count { $0.ruleKey == "one" } == 7)
        #expect(Set(reds.map(\.number)) == Set(twice) && reds.allSatisfy { $0.state == .open })
        #expect(try await house.count("SELECT count(*) FROM supervision_watch /* all */") == 0)
    }

    @Test("when one of the yellow ones is taken back, the red one falls by itself and says why")
    func fallen() async throws {
        let house = try await house()
        try await house.watching.passTime(at: noon.days(1))
        let one = try #require(try await house.signals().first { $0.ruleKey == "one" })
        try await house.visit(as: "supervisor", at: noon.days(1)) { client async throws in
            let answer = try await client.press(
                "\(SupervisionPath.signal(String(one.id)))/withdrawal", "reason=误报")
            #expect(answer.status == .seeOther)
        }
        try await house.watching.passTime(at: noon.days(1).adding(seconds: 60))
        let red = try #require(try await house.signals().first { $0.ruleKey == "two-yellows" })
        #expect(red.state == .cancelled && red.course.last?.words.contains("不再满足条件") == true)
    }
}
