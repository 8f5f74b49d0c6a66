import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("A step with a limit of its own")
struct StepLimitTests {
    private func story(_ limit: String, act: String = "review") throws -> Story {
        let nodes =
            Sketch.ends + Sketch.service("accept", "accept") + Sketch.task("a", act: act, limit: limit)
        return try Story(Sketch(nodes, "s > accept", "accept > a", "a > e"))
    }

    @Test("is due with the case when that is earlier")
    func withTheCase() throws {
        // The case has promised seven working days.
        #expect(try story("20 working_day").root.openTasks[0].dueAt == day("2026-11-18").endOfDay)
    }

    @Test("is due by its own limit when that is earlier")
    func ownLimit() throws {
        #expect(try story("3 working_day").root.openTasks[0].dueAt == day("2026-11-12").endOfDay)
    }

    @Test("stands still with the case, and goes on with it")
    func paused() throws {
        let story = try story("3 working_day")
        story.now = at("2026-11-10")
        try story.suspend(by: .post("officer", at: "zjj"))
        #expect(story.root.openTasks[0].dueAt == nil)
        story.now = at("2026-11-13")
        try story.resume(by: .post("officer", at: "zjj"))
        #expect(story.root.openTasks[0].dueAt == day("2026-11-17").endOfDay)
    }

    @Test("runs during the inspection it is the limit of, though the case stands still")
    func inspection() throws {
        let task = try story("3 working_day", act: "inspect").root.openTasks[0]
        #expect(task.dueAt == day("2026-11-12").endOfDay)
    }

    @Test("follows a new calendar")
    func calendar() throws {
        let story = try story("3 working_day")
        let old = Samples.calendar
        story.calendar = try WorkingCalendar(
            version: 2, years: old.years,
            holidays: old.holidays.merging([day("2026-11-11"): "台风停工"]) { first, _ in first },
            workdays: old.workdays)
        try story.change(by: .system) { $0.settle(by: $1.calendar, now: $1.now) }
        #expect(story.root.openTasks[0].dueAt == day("2026-11-13").endOfDay)
        #expect(story.root.openTasks[0].calendarVersion == 2)
    }
}
