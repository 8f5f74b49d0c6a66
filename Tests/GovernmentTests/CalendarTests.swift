import Government
import Refusals
import Storage
import Testing
import WorkingTime

@Suite("工作日历") struct CalendarTests {
    private let now = Instant(milliseconds: 1_795_226_400_000)

    @Test("an installation without a calendar says so")
    func noCalendar() async throws {
        let directory = Directory(try await TestDistrict.empty())
        await #expect(throws: DomainError.notFound("还没有发布工作日历。")) {
            try await directory.calendar()
        }
    }

    @Test("a version that does not follow the one in force is refused", arguments: [1, 3])
    func wrongVersion(version: Int) async throws {
        let directory = Directory(try await TestDistrict.loaded())
        await #expect(throws: DomainError.conflict("工作日历现为第 \(1) 版，新版应为第 \(2) 版。请刷新后重新编辑。")) {
            try await directory.publishCalendar(calendar(version: version), by: 1, at: now)
        }
        #expect(try await directory.calendar().version == 1)
    }

    @Test("the next version comes into force and the old one stays readable")
    func nextVersion() async throws {
        let database = try await TestDistrict.loaded()
        let change = try await Directory(database).publishCalendar(calendar(version: 2), by: 1, at: now)
        #expect(change.old.version == 1 && change.new.version == 2)
        #expect(try await Directory(database).calendar() == change.new)
        let first = try await database.read { try Directory.calendar(version: 1, in: $0) }
        #expect(first == change.old)
    }

    @Test("the first calendar knows the State Council's year 2026")
    func stateCouncil() async throws {
        let calendar = try await Directory(TestDistrict.loaded()).calendar()
        #expect(calendar.covers(2026))
        #expect(try !calendar.isWorkingDay(CivilDate(year: 2026, month: 10, day: 1)))
        #expect(try calendar.isWorkingDay(CivilDate(year: 2026, month: 10, day: 10)))
    }

    private func calendar(version: Int) throws -> WorkingCalendar {
        let day = try CivilDate(year: 2027, month: 1, day: 1)
        return try WorkingCalendar(
            version: version, years: [2026, 2027], holidays: [day: "元旦"], workdays: [])
    }
}
