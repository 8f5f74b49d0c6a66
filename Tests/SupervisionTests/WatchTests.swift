import Cases
import DecisionModel
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("The watch over cases")
struct WatchTests {
    @Test("a rule that fires on everything is stopped, and the supervisors are told")
    func breaker() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("all", scope: .matter, moment: nil, "not(case.closed)", perMinute: 5)
        ])
        try await house.database.write { tx in
            for id in Int64(1)...40 {
                try SupervisionHouse.insert(id, "scjg", "application", nil, [], noon.days(-3), in: tx)
            }
        }
        try await house.watching.sweep(at: noon)
        #expect(try await house.signals().count == 5)
        let version = try #require(try await house.database.read { try RuleStore.versions(in: $0) }.first)
        #expect(version.state == .stopped && version.reason?.contains("5 条") == true)
        let supervisor = try await house.account("supervisor")
        #expect(
            try await house.count(
                "SELECT count(*) FROM message WHERE account_id = \(supervisor.id) AND subject = 'supervision' /* all */"
            ) == 1)
        // Stopped is stopped.
        try await house.watching.look(at: Array(1...40), noon.days(1))
        #expect(try await house.signals().count == 5)
    }

    @Test("a rule that is switched on again days later raises what it had no room for")
    func goesOn() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(
                "deemed", .red, scope: .act, moment: nil, #"act.action = "case.deemed_accepted""#,
                perMinute: 1)
        ])
        try await house.watching.follow(at: noon)
        for id in Int64(1)...2 { try await house.file(id) }
        try await house.place([("N1", "case.deemed_accepted"), ("N2", "case.deemed_accepted")])
        try await house.watching.follow(at: noon)
        #expect(try await house.signals().count == 1)
        let later = noon.days(2)
        let id = try #require(try await house.database.read { try RuleStore.versions(in: $0) }.first).id
        try await house.visit(as: "leader", at: later) { client async throws in
            let on = "\(SupervisionPath.rule(String(id)))/activation"
            #expect(try await client.press(on, "on_from=\(later.day.iso)&tried=0").status == .seeOther)
        }
        try await house.watching.sweep(at: later)
        #expect(Set(try await house.signals().map(\.number)) == ["N1", "N2"])
    }

    @Test("ten thousand signals at once: each is written once, and nobody gets thousands of messages")
    func tenThousand() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule(perMinute: 50_000)])
        for first in stride(from: Int64(1), to: 10_000, by: 500) {
            try await house.database.write { tx in
                for id in first..<first + 500 {
                    try SupervisionHouse.insert(
                        id, "scjg", "application", noon.days(-1), [], noon.days(-20), in: tx)
                }
            }
        }
        try await house.watching.sweep(at: noon, stretches: 200)
        try await house.watching.sweep(at: noon, stretches: 200)
        #expect(try await house.count("SELECT count(*) FROM supervision_signal /* all */") == 10_000)
        #expect(try await house.count("SELECT count(*) FROM message /* all */") <= 500)
    }

    @Test("time alone: nothing before the moment, one signal at it, and the next look is known")
    func timeAlone() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(2))
        try await house.watching.sweep(at: noon)
        #expect(try await house.signals().isEmpty)
        #expect(try await house.count("SELECT count(*) FROM supervision_watch /* all */") == 1)
        try await house.watching.passTime(at: noon.days(1))
        #expect(try await house.signals().isEmpty)
        try await house.watching.passTime(at: noon.days(2).adding(seconds: 1))
        try await house.watching.passTime(at: noon.days(3))
        let signal = try #require(try await house.signals().first)
        #expect(try await house.signals().count == 1 && signal.number == "N1" && signal.organ == "scjg")
        #expect(signal.evidence.dueAt == noon.days(2) && !signal.evidence.working.isEmpty)
        #expect(try await house.count("SELECT count(*) FROM supervision_watch /* all */") == 0)
        let head = try await house.account("head-scjg")
        // Whoever is told finds the signal behind the message.
        let page = SupervisionPath.signal(String(signal.id))
        #expect(
            try await house.count(
                "SELECT count(*) FROM message WHERE account_id = \(head.id) AND subject = \(page) /* all */")
                == 1)
    }

    @Test("what is reported weeks after its limit gets its card, and nobody is reminded that the limit comes")
    func reportedLate() async throws {
        let delivered = try DeliveredRules.all().filter {
            ["running-out", "law-running-out", "milestone-running-out", "law-over"].contains($0.key)
        }
        let house = try await SupervisionHouse(rules: delivered).withKinds()
        try await house.watching.follow(at: noon)
        func award(_ number: Value, on day: Value) -> [String: Value] {
            [
                "project_number": number, "name": "办公设备", "buyer": "scjg", "awarded_on": day, "state": "已中标",
            ]
        }
        try await house.report(
            "procurement", [award("P1", on: "2026-10-03"), award("P2", on: "2026-10-25")])
        try await house.watching.follow(at: noon)
        let signals = try await house.signals()
        let late = signals.filter { $0.number == "procurement:P1" }
        #expect(late.map(\.ruleKey) == ["law-over"])
        let soon = signals.filter { $0.number == "procurement:P2" }
        #expect(soon.map(\.ruleName) == ["法定时限即将到期"])
        let card = try #require(late.first)
        let told = try await house.messages(to: "head-scjg").first { $0.contains("procurement:P1") }
        #expect(told?.contains("超过法定时限，\(card.appealUntil.day.chinese)以前可以申诉。") == true)
        let address = SupervisionPath.signal(String(card.id))
        #expect(
            try await house.count("SELECT count(*) FROM message WHERE subject = \(address) /* all */") > 0)
        #expect(try await house.messages(to: "officer-scjg").allSatisfy { !$0.contains("即将到期，") })
    }

    @Test(
        "a change is followed through the journal, and a kind of case that nobody knew is looked at like the others"
    )
    func follows() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(
                "returned", .warning, scope: .matter, moment: nil,
                #"count(acts[action = "task.sent_back"]) >= 2"#),
            SupervisionHouse.rule(
                "deemed", .red, scope: .act, moment: nil, #"act.action = "case.deemed_accepted""#),
        ])
        try await house.watching.follow(at: noon)
        try await house.file(7, organ: "zjj", kind: "kind-of-tomorrow")
        try await house.place([("N7", "task.sent_back"), ("N7", "case.read"), ("account", "session.opened")])
        try await house.watching.follow(at: noon)
        #expect(try await house.signals().isEmpty)
        try await house.place([("N7", "task.sent_back"), ("N7", "case.deemed_accepted")])
        try await house.watching.follow(at: noon)
        try await house.watching.follow(at: noon)
        let signals = try await house.signals()
        #expect(Set(signals.map(\.ruleKey)) == ["returned", "deemed"])
        #expect(signals.allSatisfy { $0.organ == "zjj" && $0.evidence.entry != nil })
    }

    @Test("a clock that was paused a whole year is suspicious")
    func pausedYear() async throws {
        let rules = try DeliveredRules.all().filter { $0.key == "paused-year" }
        let house = try await SupervisionHouse(rules: rules)
        try await house.file(1, pauses: [Pause(from: noon.days(-300), reason: "检测")], filed: noon.days(-310))
        try await house.watching.sweep(at: noon)
        #expect(try await house.signals().isEmpty)
        try await house.watching.passTime(at: noon.days(67))
        #expect(try await house.signals().map(\.ruleKey) == ["paused-year"])
    }

    @Test("what the law takes out of the time takes the card back by itself, with the reason")
    func excludedTime() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        #expect(try await house.signals().map(\.state) == [.open])
        let pause = Pause(from: noon.days(-8), until: noon.days(-2), reason: "征求第三方意见")
        try await house.database.write { tx in
            try tx.send(
                "UPDATE case_clock SET pauses = \(encodeJSON([pause])), due_at = \(noon.days(5)) WHERE case_id = 1"
            )
        }
        try await house.watching.look(at: [1], noon.days(1))
        let signal = try #require(try await house.signals().first)
        #expect(signal.state == .cancelled && signal.course.last?.words.contains("征求第三方意见") == true)
        // It is due again, later: that is another occasion.
        try await house.watching.passTime(at: noon.days(6))
        #expect(try await house.signals().map(\.state) == [.open, .cancelled])
    }

    @Test("a card that falls by itself is told to the organ and to whoever had appealed; a reminder is not")
    func toldOfFall() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(), SupervisionHouse.rule("near", .reminder),
        ])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        let card = try #require(try await house.signals().first { $0.level == .yellow })
        try await house.visit(as: "officer-scjg") { client async throws in
            let appeal = "\(SupervisionPath.signal(String(card.id)))/appeal"
            #expect(try await client.press(appeal, "appeal=当天断电").status == .seeOther)
        }
        try await house.database.write { tx in
            try tx.send("UPDATE case_clock SET due_at = \(noon.days(5)) WHERE case_id = 1")
        }
        for _ in 1...2 { try await house.watching.look(at: [1], noon.days(1)) }
        #expect(Set(try await house.signals().map(\.state)) == [.cancelled])
        for name in ["head-scjg", "officer-scjg"] {
            let told = try await house.messages(to: name).filter { $0.contains("自动取消") }
            #expect(told.count == 1, "\(name): \(told)")
            #expect(told.first?.contains("监察信号「规则 over」（N1）自动取消：") == true, "\(told)")
        }
        #expect(try await house.messages(to: "head-zjj").allSatisfy { !$0.contains("自动取消") })
    }

    @Test("many cards that fall together are told in one message")
    func manyFall() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        for id in Int64(1)...6 { try await house.file(id, due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        try await house.database.write { tx in
            for id in Int64(1)...6 {
                try tx.send("UPDATE case_clock SET due_at = \(noon.days(5)) WHERE case_id = \(id)")
            }
        }
        try await house.watching.look(at: Array(1...6), noon.days(1))
        let told = try await house.messages(to: "head-scjg").filter { $0.contains("自动取消") }
        #expect(told.count == 1 && told.first?.contains("6 条监察信号自动取消") == true, "\(told)")
    }

    @Test("a calendar that changes in the middle of the year sends the watch through all open cases again")
    func changedCalendar() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(2))
        try await house.watching.sweep(at: noon)
        let old = try await house.database.read { try Directory.calendar(in: $0) }
        try await house.database.write { tx in
            let new = try WorkingCalendar(
                version: old.version + 1, years: [2026, 2027],
                holidays: [noon.day.adding(days: 1): "临时放假"], workdays: [])
            _ = try Directory.publishCalendar(new, by: 1, at: noon, in: tx)
            // The clock is reckoned anew by those who keep it.
            try tx.execute("UPDATE case_clock SET due_at = \(noon.days(3)) WHERE case_id = 1")
        }
        try await house.watching.sweep(at: noon)
        let next = try await house.database.read {
            try $0.row("SELECT next_at FROM supervision_watch WHERE case_id = 1")?.instant("next_at")
        }
        #expect(next == Instant(milliseconds: noon.days(3).milliseconds + 1))
    }

    @Test("a condition that counts days, without a moment, is asked once a day until it holds")
    func countsDays() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule(
                "old", .warning, scope: .matter, moment: nil, "not(case.closed) and case.age_days > 21"),
            SupervisionHouse.rule("kind", .red, scope: .matter, moment: nil, #"case.kind = "other""#),
        ])
        try await house.file(1, filed: noon.days(-20))
        try await house.watching.sweep(at: noon)
        try await house.watching.passTime(at: noon.days(1))
        #expect(try await house.signals().isEmpty)
        try await house.watching.passTime(at: noon.days(2))
        #expect(try await house.signals().map(\.ruleKey) == ["old"])
        // What counts no days waits for a change.
        #expect(try await house.count("SELECT count(*) FROM supervision_watch /* all */") == 0)
    }

    @Test("a reminder is over when the clock has stopped, and a card stays on record")
    func settled() async throws {
        let before = RuleMoment(anchor: .due, isBefore: true, amount: 1, unit: .workingDay)
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("soon", .reminder, moment: before), SupervisionHouse.rule(),
        ])
        try await house.file(1, due: noon.adding(seconds: 60))
        try await house.watching.sweep(at: noon)
        let end = noon.adding(seconds: 120)
        try await house.watching.passTime(at: end)
        try await house.database.write { tx in
            try tx.send("UPDATE case_clock SET stopped_at = \(end) WHERE case_id = 1")
        }
        try await house.watching.look(at: [1], end)
        let states = Dictionary(try await house.signals().map { ($0.ruleKey, $0.state) }) { first, _ in first
        }
        #expect(states == ["soon": .settled, "over": .open])
    }

    @Test("the last year says how often a rule would have fired, without a signal")
    func trial() async throws {
        let house = try await SupervisionHouse()
        let version = try await house.put(SupervisionHouse.rule())
        for id in Int64(1)...3 { try await house.file(id, due: noon.days(-2)) }
        try await house.file(4, due: noon.days(2))
        try await house.file(5, due: noon.days(-400), filed: noon.days(-420))
        let trial = try await house.database.read { try RuleTrial.run(version, at: noon, in: $0) }
        #expect(trial.looked == 4 && trial.count == 3 && trial.sample.count == 3)
        #expect(try await house.signals().isEmpty)
    }
}
