import Refusals
import Testing
import Web
import WorkingTime

@testable import Operations

@Suite("An administrator edits the calendar")
struct CalendarEditionTests {
    private let inForce: WorkingCalendar

    init() throws {
        let newYear = try CivilDate(year: 2026, month: 1, day: 1)
        let makeUp = try CivilDate(year: 2026, month: 1, day: 4)
        inForce = try WorkingCalendar(
            version: 3, years: [2026], holidays: [newYear: "元旦"], workdays: [makeUp], source: "国办通知")
    }

    @Test("a line that is no day is named by its number")
    func badLineIsNamed() throws {
        var edition = CalendarEdition(inForce)
        edition.holidays += "\n2027-02-30 春节"
        #expect(throws: DomainError.invalid("holidays", "第 \(2) 行应为「2027-01-01 元旦」这样的日期和名称。")) {
            try edition.calendar()
        }
    }

    @Test("a make-up day must be a weekend day", arguments: ["2026-01-05", "2026-01-01"])
    func makeUpDaysAreWeekends(_ day: String) throws {
        var edition = CalendarEdition(inForce)
        edition.workdays += "\n\(day)"
        #expect(throws: DomainError.self) { try edition.calendar() }
    }

    @Test("years must be given")
    func yearsAreNeeded() throws {
        var edition = CalendarEdition(inForce)
        edition.years = "明年"
        #expect(throws: DomainError.invalid("years", "请填写已公布放假安排的年份，例如「2025 2026 2027」。")) {
            try edition.calendar()
        }
    }

    @Test("what is not changed stays, one version later")
    func unchangedStays() throws {
        let next = try CalendarEdition(inForce).calendar()
        #expect(next.version == 4)
        #expect(
            next.holidays == inForce.holidays && next.workdays == inForce.workdays
                && next.years == inForce.years)
    }

    @Test("a new year is added")
    func yearIsAdded() throws {
        var edition = CalendarEdition(inForce)
        edition.years = "2026、2027"
        edition.holidays += "\n 2027-01-01 元旦 \n"
        let next = try edition.calendar()
        #expect(next.covers(2027))
        #expect(next.reason(try CivilDate(year: 2027, month: 1, day: 1)) == "元旦")
    }
}
