import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("When the calendar changes")
struct CalendarChangeTests {
    /// The delivered calendar with Thursday 2026-11-12 off.
    private func withAnotherHoliday() throws -> WorkingCalendar {
        let old = Samples.calendar
        return try WorkingCalendar(
            version: old.version + 1, years: old.years,
            holidays: old.holidays.merging([day("2026-11-12"): "台风停工"]) { first, _ in first },
            workdays: old.workdays)
    }

    @Test("running clocks follow it, finished ones keep their version and their due day")
    func runningOnly() throws {
        let story = try Story(.drainage)
        try story.complete(.accept)
        let acceptance = story.root.clock(.acceptance)
        story.calendar = try withAnotherHoliday()
        try story.change(by: .system) { $0.settle(by: $1.calendar, now: $1.now) }
        #expect(story.root.clock(.acceptance) == acceptance)
        #expect(acceptance?.calendarVersion == 1)
        #expect(story.root.clock(.promised)?.calendarVersion == 2)
        #expect(try story.due(.promised) == "2026-11-19")
        #expect(try story.task(.review).dueAt == day("2026-11-19").endOfDay)
    }

    @Test("a finished clock without a limit keeps its version too")
    func withoutLimit() throws {
        let story = try Story(.allowance, of: .zhangWei, by: .zhangWei, street: "cd")
        try story.goOn()
        story.calendar = try withAnotherHoliday()
        try story.change(by: .system) { $0.settle(by: $1.calendar, now: $1.now) }
        #expect(story.root.clocks.allSatisfy { $0.calendarVersion == 1 })
    }

    @Test("silence counts a day later")
    func timers() throws {
        let story = try Story(.drainage)
        story.calendar = try withAnotherHoliday()
        try story.change(by: .system) { $0.settle(by: $1.calendar, now: $1.now) }
        try story.wait(until: "2026-11-17")
        #expect(story.root.phase == .submitted)
        try story.wait(until: "2026-11-18")
        #expect(story.root.phase == .accepted)
    }
}
