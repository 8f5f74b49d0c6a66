import Government
import Storage
import Testing
import WorkingTime

@testable import Supervision

@Suite("The days for an appeal, when the calendar changes")
struct AppealDaysTests {
    /// Cards of a Tuesday, to be appealed until Friday.
    private func house(cases: Int64 = 1) async throws -> SupervisionHouse {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule("over", .red)])
        for id in 1...cases { try await house.file(id, due: noon.days(-1)) }
        try await house.watching.sweep(at: noon)
        return house
    }

    /// The next version of the calendar, with days off so many days after the card.
    private func publish(_ house: SupervisionHouse, off days: [Int]) async throws {
        try await house.database.write { tx in
            let version = try Directory.calendar(in: tx).version + 1
            let holidays = days.reduce(into: [CivilDate: String]()) {
                $0[noon.day.adding(days: $1)] = "临时放假"
            }
            let calendar = try WorkingCalendar(
                version: version, years: [2026, 2027], holidays: holidays, workdays: [])
            _ = try Directory.publishCalendar(calendar, by: 1, at: noon, in: tx)
        }
    }

    private func days(_ house: SupervisionHouse, at now: Instant, atOnce: Int = 200) async throws -> [Int] {
        try await AppealDays(database: house.database, atOnce: atOnce).reckon(at: now)
        return try await house.signals().map { $0.appealUntil.day.days(since: noon.day) }
    }

    private func extended(_ house: SupervisionHouse) async throws -> Int {
        try await house.count(
            "SELECT count(*) FROM journal_entry WHERE action = 'signal.appeal_extended' /* all */")
    }

    @Test("a day off gives a day more, to the last signal; the same calendar nothing again")
    func extended() async throws {
        let house = try await house(cases: 5)
        #expect(try await days(house, at: noon, atOnce: 2) == [3, 3, 3, 3, 3])
        try await publish(house, off: [2])
        // After Friday comes Monday.
        #expect(try await days(house, at: noon, atOnce: 2) == [6, 6, 6, 6, 6])
        #expect(try await days(house, at: noon, atOnce: 2) == [6, 6, 6, 6, 6])
        #expect(try await extended(house) == 5)
        try await Confirming(database: house.database).confirm(at: noon.days(5))
        #expect(try await house.signals().allSatisfy { $0.state == .open })
    }

    @Test("never shortened, and not given back when they are over or somebody has appealed")
    func kept() async throws {
        let house = try await house(cases: 2)
        try await publish(house, off: [2])
        #expect(try await days(house, at: noon) == [6, 6])
        try await publish(house, off: [])
        #expect(try await days(house, at: noon) == [6, 6])
        let first = try #require(try await house.signals().last).id
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE supervision_signal SET state = 'appealed' WHERE id = \(first)")
        }
        try await publish(house, off: [2, 3, 6])
        #expect(try await days(house, at: noon.days(1)) == [8, 6])
        try await publish(house, off: [2, 3, 6, 7, 8])
        #expect(try await days(house, at: noon.days(20)) == [8, 6])
    }
}
