import Foundation
import Testing

@testable import WorkingTime

@Suite("Civil dates")
struct CivilDateTests {
    @Test(
        "a day that does not exist is refused",
        arguments: [
            (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (0, 1, 1),
            (10_000, 1, 1), (2026, 1, 0),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(throws: ImpossibleDate(year: year, month: month, day: day)) {
            try CivilDate(year: year, month: month, day: day)
        }
    }

    @Test(
        "text that is not an ISO day is refused",
        arguments: [
            "", "2026", "2026-11", "2026-11-21x", "26-11-21", "2026-1-21", "2026/11/21", "+026-11-21",
            "2026-02-30", "２０２６-11-21", "2026--1-21", "2026-11-21-",
        ])
    func notISO(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test("JSON with an impossible day cannot be read")
    func impossibleJSON() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }

    @Test("every day from 1899 to 2101 follows the one before, in all its parts")
    func everyDay() throws {
        var date = day("1898-12-31")
        for year in 1899...2101 {
            for month in 1...12 {
                for number in 1...CivilDate.monthLength(year: year, month: month) {
                    let next = date.adding(days: 1)
                    #expect(try next == CivilDate(year: year, month: month, day: number))
                    #expect((next.year, next.month, next.day) == (year, month, number))
                    #expect(next.weekday == date.weekday % 7 + 1)
                    date = next
                }
            }
        }
    }

    @Test(
        "a month later is the same day, or the last where there is none",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", 1, "2026-04-30"),
            ("2026-11-21", 3, "2027-02-21"), ("2026-01-15", -1, "2025-12-15"),
            ("2024-02-29", 12, "2025-02-28"),
            ("9999-12-01", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
        ])
    func months(from: String, months: Int, to: String) {
        #expect(day(from).adding(months: months) == day(to))
    }

    @Test("the lengths of the months are those of the calendar")
    func monthLengths() {
        let lengths = (1...12).map { CivilDate.monthLength(year: 2026, month: $0) }
        #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
        #expect(
            [1900, 2000, 2024, 2100].map { CivilDate.monthLength(year: $0, month: 2) } == [28, 29, 29, 28])
    }

    @Test("arithmetic stays within the years 1 to 9999, however far it reaches")
    func saturates() {
        #expect(day("2026-11-21").adding(days: .max) == .last)
        #expect(day("2026-11-21").adding(days: .min) == .first)
        #expect(day("2026-11-21").adding(months: .max) == .last)
        #expect(day("2026-11-21").adding(months: .min) == .first)
        #expect(CivilDate.first.iso == "0001-01-01")
        #expect(CivilDate.last.iso == "9999-12-31")
    }

    @Test("a day is written for people and for machines")
    func text() throws {
        let date = day("2026-11-21")
        #expect(date.chinese == "2026年11月21日（周六）")
        #expect(date.shortChinese == "11月21日")
        #expect(date.days(since: day("2025-11-21")) == 365)
        #expect(try JSONEncoder().encode([date]) == Data(#"["2026-11-21"]"#.utf8))
    }
}
