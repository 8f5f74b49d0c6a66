import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import AdministrativeHall
@testable import Identity

@Suite("Booking")
struct BookingTests {
    private let ten = Instant(day: morning.day, hour: 10)

    @Test("at 8:00:00 a thousand want the last four places: four have one, and each of the others is told so")
    func rush() async throws {
        let house = try await HallHouse(connections: 16, capacity: 4)
        let eight = Instant(day: morning.day, hour: 8)
        let start = Instant(day: morning.day.adding(days: 7), hour: 9)
        let bookers = try await Self.bookers(1_000, in: house.database)
        let (hall, group) = (house.hall, try #require(house.groups["A"]))
        let outcomes = await withTaskGroup(of: String.self) { tasks in
            for id in bookers {
                tasks.addTask {
                    let actor = Actor(accountID: id, name: "市民", channel: "page", address: "")
                    let wish = Appointments.Wish(
                        hallID: hall, groupID: group, startsAt: start,
                        holder: Holder(accountID: id, personID: nil))
                    do {
                        _ = try await house.halls.appointments.book(wish, by: actor, at: eight)
                        return "booked"
                    } catch DomainError.conflict(let sentence) { return sentence.chinese } catch {
                        return "\(error)"
                    }
                }
            }
            return await tasks.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["booked": 4, "12月7日 09:00 已经约满，请另选时段。": 996])
        let (taken, rows) = try await house.database.read { tx in
            (
                try AppointmentStore.taken(group, from: start, to: start, in: tx),
                try tx.count("SELECT count(*) FROM hall_appointment /* all */")
            )
        }
        #expect(taken == [start: 4] && rows == 4)
    }

    @Test("one person who presses a hundred times at once has one appointment")
    func impatient() async throws {
        let house = try await HallHouse(connections: 8, capacity: 50)
        let start = ten
        let booked = try await withThrowingTaskGroup(of: Int.self) { tasks in
            for _ in 0..<100 {
                tasks.addTask {
                    do {
                        _ = try await house.book("zhangwei", at: start)
                        return 1
                    } catch DomainError.conflict { return 0 }
                }
            }
            return try await tasks.reduce(0, +)
        }
        #expect(booked == 1)
        let group = try #require(house.groups["A"])
        let taken = try await house.database.read {
            try AppointmentStore.taken(group, from: start, to: start, in: $0)
        }
        #expect(taken == [start: 1])
    }

    @Test("同一时段不能约两类，同一天不能约两次同类")
    func twice() async throws {
        let house = try await HallHouse()
        _ = try await house.book("zhangwei", at: ten)
        await #expect(throws: DomainError.conflict("这个时段已有预约，不能重复预约。")) {
            try await house.book("zhangwei", "B", at: ten)
        }
        await #expect(throws: DomainError.conflict("当天已经约过这类业务，取消以后才能改约。")) {
            try await house.book("zhangwei", at: ten.adding(seconds: 1_800))
        }
        _ = try await house.book("zhangwei", "B", at: ten.adding(seconds: 1_800))
    }

    @Test("nobody gives up what is another's, and a place given up is free again")
    func givingUp() async throws {
        let house = try await HallHouse(capacity: 1)
        let later = Instant(day: morning.day, hour: 16)
        let mine = try await house.book("zhangwei", at: later)
        let (other, owner) = (try await house.account("chenjing"), try await house.account("zhangwei"))
        await #expect(throws: DomainError.notFound("没有这个预约，或者您无权查看。")) {
            try await house.halls.appointments.cancel(
                mine.id, of: Holder(other), by: other.actor(channel: "page", address: ""), at: morning)
        }
        await #expect(throws: DomainError.self) { try await house.book("chenjing", at: later) }
        try await house.halls.appointments.cancel(
            mine.id, of: Holder(owner), by: owner.actor(channel: "page", address: ""), at: morning)
        _ = try await house.book("chenjing", at: later)
        #expect(try await house.told("zhangwei").count == 2)
    }

    @Test("who misses three appointments is told each time, and cannot book for a while")
    func noShows() async throws {
        let house = try await HallHouse()
        let day = AppointmentDay(appointments: house.halls.appointments)
        for turn in 0..<3 {
            let start = Instant(day: morning.day.adding(days: turn), hour: 10)
            house.clock.set(start.adding(seconds: -3_600))
            _ = try await house.book("zhangwei", at: start)
            try await day.run(at: start.adding(seconds: 900))
            #expect(try await house.told("zhangwei").first?.contains("失约") == false)
            try await day.run(at: start.adding(seconds: 901))
            try await day.run(at: start.adding(seconds: 960))
        }
        let told = try await house.told("zhangwei")
        #expect(told.count { $0.hasPrefix("您没有按时到场") } == 3)
        #expect(told.first?.contains("预约暂停到2027年1月1日（周五）") == true)
        await #expect(throws: DomainError.self) {
            try await house.book("zhangwei", at: Instant(day: morning.day.adding(days: 3), hour: 10))
        }
    }

    @Test("somebody is reminded once")
    func reminding() async throws {
        let house = try await HallHouse()
        let start = Instant(day: morning.day.adding(days: 2), hour: 10)
        _ = try await house.book("zhangwei", at: start)
        let day = AppointmentDay(appointments: house.halls.appointments)
        try await day.run(at: start.adding(seconds: -3_600 * 20 - 1))
        #expect(try await house.told("zhangwei").count == 1)
        try await day.run(at: start.adding(seconds: -3_600 * 20))
        try await day.run(at: start.adding(seconds: -3_600 * 19))
        #expect(try await house.told("zhangwei").count == 2)
        #expect(try await house.told("zhangwei").first?.hasPrefix("提醒您：市场准入（政务服务中心），12月2日（周三） 10:00") == true)
    }

    /// Accounts in numbers.
    private static func bookers(_ count: Int, in database: Database) async throws -> [Int64] {
        try await database.write { tx in
            try (0..<count).map { turn in
                let new = NewAccount(
                    name: "booker-\(turn)", displayName: "市民\(turn)", personID: nil, posts: [], entities: [],
                    assurance: nil)
                return try AccountStore.insert(new, passwordHash: "-", at: morning, in: tx)
            }
        }
    }
}
