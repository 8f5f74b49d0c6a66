import Codes
import Identity
import Jobs
import Journal
import Storage
import Testing
import WorkingTime

@testable import Cases
@testable import Government

@Suite("The hand of time")
struct JobTests {
    @Test("one matter that cannot go on does not keep the others waiting")
    func brokenMatter() async throws {
        let stage = try await Stage()
        let broken = try await stage.file(.drainage).root
        let sound = try await stage.file(.drainage).root.number.text
        try await stage.database.write { tx in
            _ = try tx.execute("UPDATE service_case SET body = '{}' WHERE id = \(broken.id)")
        }
        stage.now = at("2026-11-17")
        await #expect(throws: (any Error).self) { try await stage.cases.fireDueTimers() }
        #expect(try await stage.cases.matter(sound, for: .system).root.phase == .accepted)
    }

    @Test("a matter that cannot go on is tried again with patience, and seen when it is of no use")
    func setAside() async throws {
        let stage = try await Stage()
        let broken = try await stage.file(.drainage).root
        let body = try await stage.replaceBody(of: broken.id, with: "{}")
        stage.now = at("2026-11-17")
        await #expect(throws: (any Error).self) { try await stage.cases.fireDueTimers() }
        #expect(try await stage.cases.fireDueTimers() == 0)
        for _ in 1...20 {
            stage.now = stage.now.adding(seconds: 30_000)
            await stage.workOffJobs()
        }
        let stuck = try await stage.database.read { try JobQueue.jobs(.setAside, in: $0) }
        #expect(stuck.map(\.kind) == ["cases.timer"])
        #expect(stuck[0].key.hasPrefix("\(broken.number.text)@"))
        _ = try await stage.replaceBody(of: broken.id, with: body)
        let now = stage.now
        try await stage.database.write { try JobQueue.putBack(stuck[0].id, by: .system, at: now, in: $0) }
        await stage.workOffJobs()
        #expect(try await stage.cases.matter(broken.number.text, for: .system).root.phase == .accepted)
    }

    @Test("moves what is due, by the system's hand, and only once")
    func deemed() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.restaurant).root.number.text
        stage.now = at("2026-11-16 23:59")
        #expect(try await stage.cases.fireDueTimers() == 0)
        stage.now = at("2026-11-17 00:00")
        #expect(try await stage.cases.fireDueTimers() == 1)
        #expect(try await stage.cases.fireDueTimers() == 0)
        let deemed = try await stage.journal(number).filter { $0.entry.action == "case.deemed_accepted" }
        #expect(deemed.map(\.entry.actor.name) == ["系统"])
        #expect(try await stage.messages(to: .chenJing).count == 2)
    }

    @Test("has gone by for whoever comes a second too late, even when the job has not run")
    func tooLate() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        stage.now = at("2026-11-17 00:00")
        let refused = await refusal {
            try await stage.complete(.accept, in: number, "refuse", opinion: "不合条件")
        }
        #expect(refused == .conflict("「受理」已取消，不需要再办理。"))
        let withdrawn = try await stage.change(number, by: .chenJing) { try $0.withdraw(reason: "", on: $1) }
        #expect(withdrawn.root.acceptedAt == at("2026-11-09"))
        let deemed = try await stage.journal(number).first { $0.entry.action == "case.deemed_accepted" }
        #expect(deemed?.entry.actor.name == "系统")
    }

    @Test("a new calendar moves what still runs and leaves what is finished")
    func newCalendar() async throws {
        let stage = try await Stage()
        let running = try await stage.file(.drainage).root.number.text
        let finished = try await stage.file(.drainage).root.number.text
        try await stage.goOn(finished)
        let old = Samples.calendar
        let new = try WorkingCalendar(
            version: 2, years: old.years,
            holidays: old.holidays.merging([day("2026-11-12"): "台风停工"]) { first, _ in first },
            workdays: old.workdays)
        try await stage.publish(new)
        await stage.workOffJobs()
        let moved = try await stage.cases.matter(running, for: .system).root.clock(.acceptance)
        #expect(moved?.dueAt?.day == day("2026-11-17"))
        #expect(moved?.calendarVersion == 2)
        let kept = try await stage.cases.matter(finished, for: .system).root.clocks
        #expect(kept.allSatisfy { $0.calendarVersion == 1 })
        let due = try await stage.cases.list(CaseFilter(), for: .system, after: nil).items.last?.dueAt
        #expect(due?.day == day("2026-11-17"))
    }
}

@Suite("A new calendar")
struct CalendarFollowingTests {
    private func typhoon() throws -> WorkingCalendar {
        let old = Samples.calendar
        return try WorkingCalendar(
            version: 2, years: old.years,
            holidays: old.holidays.merging([day("2026-11-12"): "台风停工"]) { first, _ in first },
            workdays: old.workdays)
    }

    @Test("is followed with a count of the matters, and leaves one that cannot go on to a job of its own")
    func brokenMatter() async throws {
        let stage = try await Stage()
        let broken = try await stage.file(.drainage).root
        try await stage.file(.restaurant)
        try await stage.file(.drainage)
        _ = try await stage.replaceBody(of: broken.id, with: "{}")
        try await stage.publish(typhoon())
        await stage.workOffJobs()
        let (job, lone, left) = try await stage.database.read { tx in
            (
                try JobQueue.job(CalendarFollowing.kind, key: "2", in: tx),
                try JobQueue.jobs(.waiting, in: tx), try OutdatedCase.matterCount(before: 2, in: tx)
            )
        }
        #expect(job?.state == .done && job?.progress.done == 3)
        #expect(lone.map(\.kind) == ["cases.reckoning"] && left == 1)
    }

    @Test("also reaches a clock that was begun by the old one in the moment of its publication")
    func straggler() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.publish(typhoon())
        try await stage.cases.reckonStragglers()
        #expect(try await stage.database.read { try JobQueue.jobs(.waiting, in: $0) }.count == 1)
        await stage.workOffJobs()
        try await stage.database.write { tx in
            _ = try tx.execute(
                "UPDATE case_clock SET calendar_version = 1 WHERE stopped_at IS NULL /* all */")
        }
        try await stage.cases.reckonStragglers()
        await stage.workOffJobs()
        let clock = try await stage.cases.matter(number, for: .system).root.clock(.acceptance)
        #expect(clock?.calendarVersion == 2)
    }
}

extension Stage {
    /// Publishes a calendar as the administrator's page does.
    func publish(_ calendar: WorkingCalendar) async throws {
        let now = now
        try await database.write { tx in
            _ = try Directory.publishCalendar(calendar, by: 1, at: now, in: tx)
            try Cases.follow(calendar, by: 1, at: now, in: tx)
        }
    }

    /// Breaks a case, or makes it whole again; returns what it was.
    func replaceBody(of id: Int64, with body: String) async throws -> String {
        try await database.write { tx in
            let old = try tx.row("SELECT body FROM service_case WHERE id = \(id)")?.text("body")
            try tx.execute("UPDATE service_case SET body = \(body) WHERE id = \(id)")
            return old ?? ""
        }
    }
}

@Suite("The figures of the district")
struct FigureTests {
    @Test("count what was received, what runs, what was decided in time and how it was rated")
    func figures() async throws {
        let stage = try await Stage()
        try await stage.file(.drainage)
        let closed = try await stage.file(.marriage, of: .zhangWei, by: .zhangWei).root.number.text
        try await stage.goOn(closed)
        try await stage.change(closed, by: .zhangWei) { try $0.rate(closed, grade: 2, comment: nil, on: $1) }
        let figures = try await stage.cases.figures()
        #expect((figures.receivedToday, figures.running) == (2, 1))
        #expect((figures.decided, figures.decidedInTime) == (1, 1))
        #expect((figures.rated, figures.ratedWell) == (1, 0))
    }

    @Test("do not take a withdrawal for a decision")
    func withdrawn() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.complete(.accept, in: number)
        try await stage.change(number, by: .chenJing) { try $0.withdraw(reason: "", on: $1) }
        let figures = try await stage.cases.figures()
        #expect((figures.decided, figures.running) == (0, 0))
        #expect(figures.inTimePercent == nil)
    }
}
