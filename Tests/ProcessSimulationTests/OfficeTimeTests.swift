import Refusals
import Testing
import WorkingTime

@testable import ProcessSimulation

@Suite("Office time")
struct OfficeTimeTests {
    /// A week from Monday; Saturday and Sunday are free.
    private func week() -> OfficeTime {
        OfficeTime(origin: Samples.monday.day, days: 7, hours: .usual) { $0.weekday < 6 }
    }

    @Test(
        "hours that cannot be read, run backwards or overlap are refused",
        arguments: [
            "", "9-12", "12:00-09:00", "08:00-12:00, 11:00-17:00", "25:00-26:00", "08:00-24:30", "08:00",
        ])
    func broken(_ text: String) {
        #expect(throws: DomainError.self) { try OfficeHours(text) }
    }

    @Test("hours are read as people write them and written the same way")
    func readable() throws {
        #expect(try OfficeHours("08:30-12:00，14:30-17:30") == .usual)
        #expect(OfficeHours.usual.words == "08:30-12:00, 14:30-17:30")
        #expect(try OfficeHours("0:00-24:00") == .always)
    }

    @Test("nobody works at noon, in the night and on Saturday")
    func rest() {
        let time = week()
        let noon = 13 * 3_600
        #expect(time.work(until: noon) == 210 * 60)
        #expect(time.work(until: 23 * 3_600) == 390 * 60)
        #expect(time.work(until: 5 * 86_400 + noon) == 5 * 390 * 60)
        #expect(time.work(until: 100 * 86_400) == 5 * 390 * 60)
        #expect(time.work(until: -5) == 0)
    }

    @Test("work begun before noon is finished after it, and on Friday evening on no day of the week")
    func moments() {
        let time = week()
        #expect(time.moment(ofWork: 210 * 60) == 12 * 3_600)
        #expect(time.moment(ofWork: 211 * 60) == 14 * 3_600 + 31 * 60)
        #expect(time.moment(ofWork: 391 * 60) == 86_400 + 8 * 3_600 + 31 * 60)
        #expect(time.moment(ofWork: 5 * 390 * 60 + 1) == nil)
    }

    @Test(
        "a moment and its work lead to each other",
        arguments: [1, 600, 12_600, 12_601, 23_400, 23_401, 99_999])
    func inverse(_ work: Int) throws {
        let time = week()
        #expect(time.work(until: try #require(time.moment(ofWork: work))) == work)
    }
}
