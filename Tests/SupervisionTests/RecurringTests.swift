import Cases
import Storage
import Testing
import WorkingTime

@testable import Supervision

@Suite("What comes again in the life of a case")
struct RecurringTests {
    private static let first = Pause(from: noon.days(-70), until: noon, reason: "检测")
    private static let second = Pause(from: noon.days(1), reason: "鉴定")

    private func house(_ rule: String) async throws -> SupervisionHouse {
        try await SupervisionHouse(rules: try DeliveredRules.all().filter { $0.key == rule })
    }

    /// A case whose clock has stood still for seventy days, which was noticed.
    private func paused(by rule: String = "paused-long") async throws -> SupervisionHouse {
        let house = try await house(rule)
        try await house.file(
            1, pauses: [Pause(from: Self.first.from, reason: "检测")], filed: noon.days(-80))
        try await house.watching.sweep(at: noon)
        return house
    }

    private func put(_ pauses: [Pause], in house: SupervisionHouse) async throws {
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE case_clock SET pauses = \(encodeJSON(pauses)) WHERE case_id = 1")
        }
    }

    private func states(_ house: SupervisionHouse) async throws -> [Signal.State] {
        try await house.signals().map(\.state)
    }

    @Test("the warning of a pause is settled when the clock runs again, and a second long pause warns again")
    func pausedAgain() async throws {
        let house = try await paused()
        for day in 0...1 { try await house.watching.look(at: [1], noon.days(day)) }
        #expect(try await states(house) == [.open])
        try await put([Self.first], in: house)
        try await house.watching.look(at: [1], noon.days(1))
        let settled = try #require(try await house.signals().first)
        #expect(settled.state == .settled && settled.course.last?.words == "提醒的情形已经结束。")
        try await put([Self.first, Self.second], in: house)
        try await house.watching.look(at: [1], noon.days(2))
        try await house.watching.passTime(at: noon.days(50))
        #expect(try await states(house) == [.settled])
        try await house.watching.passTime(at: noon.days(70))
        #expect(try await states(house) == [.open, .settled])
    }

    @Test("a second pause that is long already when the watch comes by warns, too")
    func lateWatch() async throws {
        let house = try await paused()
        try await put([Self.first, Self.second], in: house)
        try await house.watching.look(at: [1], noon.days(100))
        try await house.watching.passTime(at: noon.days(100).adding(seconds: 60))
        #expect(try await states(house) == [.open, .settled])
    }

    @Test("the warning of a silence is settled when somebody acts, and a second silence warns again")
    func silentAgain() async throws {
        let house = try await house("silence")
        try await house.file(1, filed: noon.days(-30))
        try await house.watching.sweep(at: noon)
        #expect(try await states(house) == [.open])
        try await house.place([("N1", "task.claimed")], at: noon.days(1))
        try await house.watching.look(at: [1], noon.days(1))
        #expect(try await states(house) == [.settled])
        try await house.watching.passTime(at: noon.days(30))
        #expect(try await states(house) == [.open, .settled])
        // While it lasts there is no other one.
        try await house.watching.look(at: [1], noon.days(31))
        #expect(try await states(house) == [.open, .settled])
    }

    @Test("a card stays on record though the pause it was raised for has ended")
    func card() async throws {
        let house = try await house("paused-year")
        let long = Pause(from: noon.days(-400), reason: "检测")
        try await house.file(1, pauses: [long], filed: noon.days(-410))
        try await house.watching.sweep(at: noon)
        #expect(try await states(house) == [.open])
        try await put([Pause(from: long.from, until: noon, reason: "检测")], in: house)
        try await house.watching.look(at: [1], noon.days(1))
        #expect(try await states(house) == [.open])
    }
}
