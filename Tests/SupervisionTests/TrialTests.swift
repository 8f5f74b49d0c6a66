import Cases
import DecisionModel
import HTTPTypes
import HummingbirdTesting
import Jobs
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

extension SupervisionHouse {
    /// A case is over.
    func close(_ id: Int64, at end: Instant) async throws {
        try await database.write { tx in
            try tx.send("UPDATE service_case SET closed_at = \(end), phase = 'closed' WHERE id = \(id)")
            try tx.send("UPDATE case_clock SET stopped_at = \(end) WHERE case_id = \(id)")
        }
    }

    /// A step that was done, with its outcome and perhaps with reasons.
    func step(
        _ id: Int64, of subject: Int64, organ: String = "scjg", done: Instant, outcome: String,
        reasons: String? = nil, urgings: Int = 0
    ) async throws {
        try await database.write { tx in
            try tx.send(
                """
                INSERT INTO case_task (id, case_id, activity, element, name, act, organ, role, outcomes, opened_at,
                    state, outcome, opinion, missing, completed_by, completed_by_name, completed_at, urgings)
                VALUES (\(id), \(subject), 1, 'decide', '决定', 'decide', \(organ), 'head', '[]',
                    \(done.adding(seconds: -3_600)), 'completed', \(outcome), \(reasons), '[]', 9, '李敏', \(done),
                    \(urgings))
                """)
        }
    }

    /// Works off the trials there are, a case at a time.
    func workOff() async {
        let now = noon.adding(seconds: 60)
        let work = TrialWork(database: database, clock: { now }, readsPerStep: 1, casesPerRead: 2)
        await QueueRunner(database: database, handlers: [work], clock: { now }).workOff()
    }
}

@Suite("A rule is tried on the last year")
struct TrialTests {
    private static let sentBack = #"not(case.closed) and count(acts[action = "task.sent_back"]) >= 3"#

    private func tried(_ house: SupervisionHouse, _ rule: SupervisionRule) async throws -> RuleTrial {
        let version = try await house.put(rule)
        return try await house.database.read { try RuleTrial.run(version, at: noon, in: $0) }
    }

    @Test("a case that is over was not always over: what it was at each act is looked at")
    func overNow() async throws {
        let house = try await SupervisionHouse()
        try await house.file(1)
        for day in [-9, -8, -7] { try await house.place([("N1", "task.sent_back")], at: noon.days(day)) }
        try await house.place([("N1", "case.granted")], at: noon.days(-2))
        try await house.close(1, at: noon.days(-2))
        let trial = try await tried(
            house, SupervisionHouse.rule("back", .warning, scope: .matter, moment: nil, Self.sentBack))
        #expect(trial.count == 1 && trial.sample.first?.at == noon.days(-7))
        #expect(trial.organs == ["scjg": 1])
    }

    @Test("a step that was done before the last act is looked at while it was open, and at its end")
    func doneBefore() async throws {
        let house = try await SupervisionHouse()
        try await house.file(1)
        try await house.step(71, of: 1, done: noon.days(-5), outcome: "deny", urgings: 3)
        try await house.place([("N1", "task.completed")], at: noon.days(-5))
        try await house.place([("N1", "case.delivered")], at: noon.days(-1))
        let urged = try await tried(
            house, SupervisionHouse.rule("urged", scope: .task, moment: nil, "task.urgings >= 3"))
        #expect(urged.count == 1)
        let denied = try await tried(
            house,
            SupervisionHouse.rule(
                "denied", scope: .task, moment: nil, #"task.outcome = "deny" and not(task.reasoned)"#))
        #expect(denied.count == 1 && denied.sample.first?.at == noon.days(-5))
        let soon = try await tried(
            house, SupervisionHouse.rule("soon", scope: .task, moment: nil, #"task.outcome = "grant""#))
        #expect(soon.count == 0)
    }

    @Test("what counts days is asked daily, and a clock that stopped in time is not found")
    func days() async throws {
        let house = try await SupervisionHouse()
        try await house.file(1, due: noon.days(-4))
        try await house.close(1, at: noon.days(-5))
        try await house.file(2, due: noon.days(-4))
        try await house.close(2, at: noon.days(-3))
        let late = try await tried(house, SupervisionHouse.rule())
        #expect(late.count == 1 && late.sample.first?.number == "N2")
        let old = try await tried(
            house,
            SupervisionHouse.rule(
                "old", .warning, scope: .matter, moment: nil, "not(case.closed) and case.age_days >= 16"))
        #expect(old.sample.map(\.number) == ["N2"] && old.sample.first?.at.day == noon.days(-4).day)
    }

    @Test("a rule whose condition cannot be read is not tried, and who may not read rules starts nothing")
    func refused() async throws {
        let house = try await SupervisionHouse()
        let wrong = try await house.put(SupervisionHouse.rule("wrong", .yellow, "clock.left <"))
        let path = SupervisionPath.rule(String(wrong.id))
        try await house.visit(as: "supervisor") { client async throws in
            let asked = try await client.press("\(path)/trials")
            #expect(asked.status == .conflict && asked.text.contains("读不懂"))
            #expect(try await client.press("\(path)/trial-cancellation").status == .notFound)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.press("\(path)/trials").status == .forbidden)
        }
    }

    @Test("a job goes through all of twelve months a stretch at a time, and the page says what it found")
    func whole() async throws {
        let house = try await SupervisionHouse().withKinds()
        let version = try await house.put(SupervisionHouse.rule())
        let path = SupervisionPath.rule(String(version.id))
        for id in Int64(1)...5 { try await house.file(id, due: noon.days(-2)) }
        try await house.file(6, due: noon.days(-400), filed: noon.days(-420))
        // What comes in after it was asked for is in neither look.
        try await house.file(7, due: noon.days(3), filed: noon.adding(seconds: 1))
        try await house.report(
            "food-inspection",
            [
                [
                    "record_number": "A1", "place": "星湖早茶店", "inspected_on": "2026-11-02",
                    "mend_by": "2026-11-12", "result": "责令整改",
                ]
            ], at: noon.days(-3))
        try await house.visit(as: "leader") { client async throws in
            let quick = try await client.look("\(path)/trial").text
            #expect(quick.contains("近一年的 6 个办件中，会发出 6 条信号") && !quick.contains("抽样"))
            #expect(quick.contains("还没有在全部办件上试算"))
            #expect(try await client.press("\(path)/trials").status == .seeOther)
            #expect(try await client.press("\(path)/trials").status == .seeOther)
            #expect(try await client.look(path).text.contains("取消试算"))
        }
        #expect(try await house.count("SELECT count(*) FROM queued_job /* all */") == 1)
        await house.workOff()
        let kept = try #require(
            try await house.database.read { try TrialStore.find(version.id, in: $0) }?.outcome)
        #expect(kept.looked == 6 && kept.count == 6)
        let job = try await house.database.read { try TrialStore.standing(of: version.id, in: $0)?.job }
        #expect(job?.progress.total == 6 && job?.progress.done == 6)
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("6 个办件中，会发出 6 条信号"))
            #expect(page.contains("<td") && page.contains("市场监督管理局") && !page.contains(">scjg<"))
            #expect(page.contains("href=\"/desk/cases/N1\"") && page.contains("/desk/supervised-matters/"))
        }
        #expect(
            try await house.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'supervision_rule.tried' /* all */") == 1)
    }

    @Test("a text that was changed asks for a new trial, and a trial under way can be stopped")
    func changed() async throws {
        let house = try await SupervisionHouse()
        let version = try await house.put(SupervisionHouse.rule())
        let path = SupervisionPath.rule(String(version.id))
        try await house.file(1, due: noon.days(-2))
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await client.press("\(path)/trials")
            #expect(try await client.press("\(path)/trial-cancellation").status == .seeOther)
            #expect(try await client.look(path).text.contains("试算已取消"))
            _ = try await client.press("\(path)/trials")
        }
        // In the same millisecond it is the same job: a cancelled one stays cancelled.
        try await house.visit(as: "supervisor", at: noon.adding(seconds: 1)) { client async throws in
            #expect(try await client.press("\(path)/trials").status == .seeOther)
        }
        await house.workOff()
        try await house.database.write { tx in
            let other = RuleVersion(
                id: version.id, version: 1, rule: SupervisionHouse.rule("over", .yellow, "clock.over > 3"),
                state: .on,
                onFrom: noon.day, editedBy: 0, editedByName: "某人")
            try RuleStore.update(other, in: tx)
        }
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("规则改过，请重新试算") && page.contains("not(clock.paused)"))
        }
    }
}
