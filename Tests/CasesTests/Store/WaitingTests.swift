import BusinessProcess
import Codes
import DecisionModel
import Foundation
import Government
import Identity
import Journal
import Messaging
import Modules
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("What a matter waits for is saved with it")
struct WaitingTests {
    private func stage(_ sketch: Sketch) async throws -> Stage {
        let stage = try await Stage()
        try await stage.processes.install([Data(sketch.xml.utf8)], in: stage.database, at: stage.now)
        return stage
    }

    @Test("an incident is seen, the table is published, and the case goes on where it stood")
    func ruled() async throws {
        let stage = try await stage(
            Sketch(
                Sketch.ends + Sketch.service("accept", "accept") + Sketch.rule("r", "fire-check")
                    + Sketch.task("visit"), "s > accept", "accept > r", "r > visit", "visit > e"))
        let number = try await stage.file(.sketched, form: ["area": 300]).root.number.text
        let listed = try await stage.cases.incidents().items
        #expect(listed.map(\.caseNumber) == [number] && listed.first?.incident.name == "r")
        try await stage.tables.begin(.check(), by: .sysadmin, at: stage.now)
        try await stage.publish()
        try await stage.cases.decisions.reload(from: stage.database)
        let activity = try #require(listed.first).incident.activity
        let matter = try await stage.change(number, by: .post("head", at: "zjj")) {
            try $0.retry(number, incidentAt: activity, of: "r", on: $1)
        }
        #expect(matter.root.openTasks.map(\.element) == ["visit"])
        #expect(matter.root.process?.data["r"] == "核查")
        #expect(try await stage.cases.incidents().items.isEmpty)
        let ruled = try await stage.journal(number).first { $0.entry.action == "case.rule_decided" }
        #expect(ruled?.entry.isPublic == false)
        #expect(ruled?.entry.sentence.chinese == "按判定表「消防检查方式」第 1 版判定「r」：\"核查\"（规则 2）。")
    }

    @Test(
        "a timer counts from when it was set, fires once by the job, and follows a new calendar though no clock runs"
    )
    func timer() async throws {
        let stage = try await stage(
            Sketch(
                Sketch.ends + Sketch.task("a", act: "accept")
                    + Sketch.wait("w", unit: "working_day", Sketch.time("timeDuration", "P3D"))
                    + Sketch.task("b"), "s > w", "w > b", "b > a", "a > e"))
        let number = try await stage.file(.sketched).root.number.text
        try await stage.database.write { tx in
            _ = try tx.execute("UPDATE case_clock SET stopped_at = 1, due_at = 1 WHERE id > 0")
        }
        let old = Samples.calendar
        try await stage.publish(
            try WorkingCalendar(
                version: 2, years: old.years,
                holidays: old.holidays.merging([day("2026-11-12"): "台风停工"]) { first, _ in first },
                workdays: old.workdays))
        await stage.workOffJobs()
        let timer = try #require(try await stage.cases.matter(number, for: .system).root.timers.first)
        #expect(timer.startedAt == at("2026-11-09") && timer.calendarVersion == 2)
        #expect(timer.dueAt == day("2026-11-13").endOfDay)
        stage.now = at("2026-11-13 23:59")
        #expect(try await stage.cases.fireDueTimers() == 0)
        stage.now = at("2026-11-14 00:00")
        #expect(try await stage.cases.fireDueTimers() == 1)
        #expect(try await stage.cases.fireDueTimers() == 0)
        #expect(try await stage.cases.matter(number, for: .system).root.openTasks.map(\.element) == ["b"])
    }

    @Test("a timer that an older program wrote keeps the due time it has")
    func olderProgram() async throws {
        let stage = try await stage(
            Sketch(
                Sketch.ends + Sketch.wait("w", Sketch.time("timeDuration", "PT2H")) + Sketch.task("a"),
                "s > w", "w > a", "a > e"))
        let number = try await stage.file(.sketched).root.number.text
        try await stage.database.write { tx in
            try tx.execute(
                "UPDATE case_timer SET started_at = NULL, due_at = \(at("2026-11-10")) WHERE case_id > 0")
            // As an older program does with the row of a case, and whoever mends one by hand.
            try tx.execute("UPDATE service_case SET revision = revision + 1 /* all */")
        }
        let matter = try await stage.change(number) { $0.settle(by: $1.calendar, now: $1.now) }
        #expect(matter.root.timers.map(\.dueAt) == [at("2026-11-10")])
    }

    @Test("a message that nobody waits for yet is kept, and is there when the matter is read again")
    func kept() async throws {
        let stage = try await stage(
            Sketch(
                Sketch.ends
                    + "<intermediateThrowEvent id=\"t\"><messageEventDefinition messageRef=\"m\"/></intermediateThrowEvent>"
                    + Sketch.task("a") + Sketch.wait("w", "<messageEventDefinition messageRef=\"m\"/>"),
                "s > t", "t > a", "a > w", "w > e", declarations: "<message id=\"m\" name=\"图纸\"/>"))
        let number = try await stage.file(.sketched).root.number.text
        #expect(try await stage.cases.matter(number, for: .system).root.heldMessages == ["图纸"])
        let matter = try await stage.complete(.review, in: number)
        #expect(matter.root.heldMessages.isEmpty && matter.root.process?.isEnded == true)
    }

    @Test("the head of the organ in charge finds an escalation among the messages")
    func escalation() async throws {
        let stage = try await stage(
            Sketch(
                Sketch.ends
                    + "<intermediateThrowEvent id=\"t\" name=\"勘察\"><escalationEventDefinition escalationRef=\"x\"/></intermediateThrowEvent>"
                    + Sketch.task("a"), "s > t", "t > a", "a > e",
                declarations: "<escalation id=\"x\" name=\"逾期\" escalationCode=\"逾期\"/>"))
        let identity = try Identity(
            database: stage.database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        try await stage.database.migrate(try identity.module().migrations)
        try await Government.seed(into: stage.database)
        try await Identity.seedDemo(into: stage.database)
        try await stage.file(.sketched)
        let head = try await stage.database.read { [now = stage.now] in
            try Accounts.account(named: "head-zjj", on: now.day, in: $0)?.id
        }
        let told = try await stage.database.read {
            try Inbox(of: head ?? 0).messages(limit: 9, in: $0).items.map(\.sentence.chinese)
        }
        #expect(told.count == 1 && told[0].hasSuffix("需要您关注：勘察（逾期）。"))
    }
}
