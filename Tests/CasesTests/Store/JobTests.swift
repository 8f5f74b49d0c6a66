import Codes
import Identity
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
        _ = try await Directory(stage.database).publishCalendar(new, by: 1, at: stage.now)
        try await stage.cases.reckonRunningClocks()
        let moved = try await stage.cases.matter(running, for: .system).root.clock(.acceptance)
        #expect(moved?.dueAt?.day == day("2026-11-17"))
        #expect(moved?.calendarVersion == 2)
        let kept = try await stage.cases.matter(finished, for: .system).root.clocks
        #expect(kept.allSatisfy { $0.calendarVersion == 1 })
        let due = try await stage.cases.list(CaseFilter(), for: .system, after: nil).items.last?.dueAt
        #expect(due?.day == day("2026-11-17"))
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
