import Foundation
import Testing

@testable import WorkingTime

@Suite("The working calendar")
struct WorkingCalendarTests {
    @Test("a calendar that contradicts itself is refused")
    func contradictions() {
        #expect(throws: WorkingCalendarError.contradictory(day("2026-01-04"))) {
            try WorkingCalendar(decoding: json(holidays: #""2026-01-04":"元旦""#, workdays: #""2026-01-04""#))
        }
        #expect(throws: WorkingCalendarError.weekdayMadeUp(day("2026-01-05"))) {
            try WorkingCalendar(decoding: json(holidays: "", workdays: #""2026-01-05""#))
        }
    }

    @Test(
        "what is not a calendar is refused",
        arguments: [
            "", "[]", "{}", #"{"version":1,"years":[2026],"holidays":{"2026-02-30":"x"},"workdays":[]}"#,
        ])
    func unreadable(text: String) {
        #expect(throws: WorkingCalendarError.self) { try WorkingCalendar(decoding: Data(text.utf8)) }
    }

    @Test("a year that was not announced is answered by weekends alone")
    func uncovered() {
        #expect(!calendar.covers(2027))
        #expect(calendar.isWorkingDay(day("2027-01-01")))
        #expect(!calendar.isWorkingDay(day("2027-01-02")))
        #expect(!WorkingCalendar.weekendsOnly.covers(2026))
        #expect(WorkingCalendar.weekendsOnly.isWorkingDay(day("2026-10-01")))
    }

    @Test(
        "each month has as many working days as the State Council's notice leaves it",
        arguments: [
            (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
            (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
        ])
    func monthly(year: Int, expected: [Int]) throws {
        let counts = try (1...12).map { month in
            let eve = try CivilDate(year: year, month: month, day: 1).adding(days: -1)
            let length = CivilDate.monthLength(year: year, month: month)
            return calendar.workingDays(after: eve, through: eve.adding(days: length))
        }
        #expect(counts == expected)
        #expect(counts.reduce(0, +) == 248)
        #expect(calendar.covers(year))
    }

    @Test(
        "every day says why it is worked or not",
        arguments: [
            ("2026-10-01", "国庆节"), ("2025-10-06", "国庆节、中秋节"), ("2026-10-10", "调休上班"),
            ("2026-11-21", "周末"), ("2026-11-23", "工作日"), ("2026-02-17", "春节"), ("2026-02-14", "调休上班"),
        ])
    func reasons(iso: String, reason: String) { #expect(calendar.reason(day(iso)) == reason) }

    @Test("the next working day skips a whole holiday")
    func next() {
        #expect(calendar.workingDay(onOrAfter: day("2026-02-15")) == day("2026-02-24"))
        #expect(calendar.workingDay(onOrAfter: day("2026-02-14")) == day("2026-02-14"))
        #expect(calendar.workingDays(after: day("2026-11-21"), through: day("2026-11-20")) == 0)
    }

    @Test("a calendar written as JSON is read back the same")
    func roundTrip() throws {
        #expect(try WorkingCalendar(decoding: JSONEncoder().encode(calendar)) == calendar)
    }

    private func json(holidays: String, workdays: String) -> Data {
        Data(#"{"version":1,"years":[2026],"holidays":{\#(holidays)},"workdays":[\#(workdays)]}"#.utf8)
    }
}
