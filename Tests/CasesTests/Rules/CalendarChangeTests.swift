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

    @Test("whoever's day does not move is told nothing")
    func nothingMoves() throws {
        let story = try Story(.drainage)
        try story.change(by: .system) { $0.followCalendar(on: $1) }
        #expect(story.actions.isEmpty)
        try story.complete(.accept)
        try story.suspend(by: .post("officer", at: "zjj"))
        story.calendar = try withAnotherHoliday()
        try story.change(by: .system) { $0.followCalendar(on: $1) }
        #expect(story.actions.isEmpty)
    }

    @Test("whose day moves is told the old and the new one, and why; of a joint service once")
    func told() throws {
        let story = try Story(.drainage)
        try story.complete(.accept)
        story.calendar = try withAnotherHoliday()
        try story.change(by: .system) { $0.followCalendar(on: $1) }
        #expect(story.actions == ["case.rescheduled"])
        #expect(
            story.notices == [
                "因工作日历调整，「污水排入排水管网许可」的承诺办结时限由 11月18日（周三）改为 11月19日（周四）。"
            ])
        let joint = try Story(.restaurant)
        try joint.goOn(until: .review)
        joint.calendar = try withAnotherHoliday()
        try joint.change(by: .system) { $0.followCalendar(on: $1) }
        #expect(joint.notices.count == 1 && joint.actions.count > 1)
    }
}
