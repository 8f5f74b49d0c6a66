import Journal
import Modules
import Refusals
import Storage
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("Tickets and windows")
struct QueueingTests {
    private let ten = Instant(day: morning.day, hour: 10)

    @Test("现在不开放就不取号，导办台除外")
    func closed() async throws {
        let house = try await HallHouse()
        house.clock.set(Instant(day: morning.day, hour: 18))
        await #expect(throws: DomainError.conflict("现在不取号。今天的开放时间：\("09:00—12:00、14:00—17:30")。")) {
            try await house.take()
        }
    }

    @Test("an appointment gives one ticket, on its day and in its hall")
    func appointment() async throws {
        let house = try await HallHouse()
        let visitor = Actor(accountID: 0, name: "访客", channel: "page", address: "")
        let appointment = try await house.book("zhangwei", at: ten)
        let tickets = house.halls.tickets
        await #expect(throws: DomainError.notFound("这个大厅没有这个预约码，请核对后重新输入，或者现场取号。")) {
            try await tickets.take(code: "ZZZZZZZZ", in: house.hall, by: visitor, at: ten)
        }
        let typed = HallCode.shown(appointment.code).lowercased()
        let ticket = try await tickets.take(code: typed, in: house.hall, by: visitor, at: ten)
        #expect(ticket.priority == .appointment && ticket.label == "A001")
        #expect(
            ticket.personID == appointment.holder.personID && ticket.accountID == appointment.holder.accountID
        )
        await #expect(throws: DomainError.conflict("这个预约已经取过号。")) {
            try await tickets.take(code: typed, in: house.hall, by: visitor, at: ten)
        }
    }

    @Test("age goes by the year of birth, and the person is known at the window")
    func priority() async throws {
        let house = try await HallHouse()
        #expect(try await house.take(identity: "441299199003071231").priority == .none)
        let old = try await house.take(identity: "441299194110030029")
        #expect(old.priority == .elderly && old.personID != nil)
        #expect(try await house.take(disabled: true).priority == .disabled)
    }

    @Test("nobody calls who does not sit there, and nobody sits at two windows")
    func sitting() async throws {
        let house = try await HallHouse()
        _ = try await house.take()
        await #expect(throws: DomainError.conflict("您没有在\("1 号窗口")值守，请先开始值守。")) {
            try await house.callNext(1, by: "clerk")
        }
        try await house.open(1, by: "clerk")
        await #expect(throws: DomainError.conflict("您已在另一个窗口值守，请先在那里结束值守。")) {
            try await house.open(2, by: "clerk")
        }
        await #expect(throws: DomainError.self) { try await house.open(3, by: "window-1") }
    }

    @Test("windows call by what their clerks can do, and one at a time")
    func calling() async throws {
        let house = try await HallHouse()
        let social = try await house.take("B")
        house.clock.advance(minutes: 1)
        let market = try await house.take("A")
        try await house.open(2, by: "window-1")
        // The window serves both; its clerk can do one.
        #expect(try await house.callNext(2, by: "window-1")?.id == market.id)
        await #expect(throws: DomainError.conflict("请先办结或者转走当前的 \("A001") 号。")) {
            try await house.callNext(2, by: "window-1")
        }
        try await house.open(3, by: "window-2")
        #expect(try await house.callNext(3, by: "window-2")?.id == social.id)
        try await house.act(.start, 3, by: "window-2")
        try await house.act(.finish, 3, by: "window-2")
        #expect(try await house.callNext(3, by: "window-2") == nil)
    }

    @Test("three windows that call at the same moment call three people")
    func together() async throws {
        let house = try await HallHouse(connections: 8)
        for _ in 0..<9 { _ = try await house.take("A") }
        try await house.open(1, by: "clerk")
        try await house.open(2, by: "window-1")
        for _ in 0..<3 {
            let called = try await withThrowingTaskGroup(of: Int64?.self) { tasks in
                tasks.addTask { try await house.callNext(1, by: "clerk")?.id }
                tasks.addTask { try await house.callNext(2, by: "window-1")?.id }
                return try await tasks.reduce(into: [Int64?]()) { $0.append($1) }
            }
            #expect(Set(called).count == 2 && !called.contains(nil))
            for (number, clerk) in [(1, "clerk"), (2, "window-1")] {
                try await house.act(.start, number, by: clerk)
                try await house.act(.finish, number, by: clerk)
            }
        }
    }

    @Test("who was handed on to a window that closes is called by any other")
    func handedOn() async throws {
        let house = try await HallHouse()
        let ticket = try await house.take("A")
        try await house.open(1, by: "clerk")
        _ = try await house.callNext(1, by: "clerk")
        let two = try house.window(2)
        await #expect(throws: DomainError.conflict("\("2 号窗口")现在没有人值守，请选别的窗口。")) {
            try await house.act(.handOn(two), 1, by: "clerk")
        }
        try await house.open(2, by: "window-1")
        try await house.act(.handOn(two), 1, by: "clerk")
        #expect(try await house.callNext(1, by: "clerk") == nil)
        try await house.halls.work.close(two, by: house.actor("window-1"), at: morning)
        #expect(try await house.callNext(1, by: "clerk")?.id == ticket.id)
    }

    @Test("who asked to be told is told when they are called, and a number passed over keeps its place")
    func told() async throws {
        let house = try await HallHouse()
        let first = try await house.take("A")
        house.clock.advance(minutes: 1)
        _ = try await house.take("A")
        let (me, now) = (try await house.actor("zhangwei"), house.clock.now)
        try await house.halls.tickets.send(first.code, to: me.accountID, by: me, at: now)
        let other = try await house.actor("chenjing")
        await #expect(throws: DomainError.conflict("这个号已经发给别人，请核对号码。")) {
            try await house.halls.tickets.send(first.code, to: other.accountID, by: other, at: now)
        }
        try await house.open(1, by: "clerk")
        _ = try await house.callNext(1, by: "clerk")
        #expect(try await house.told("zhangwei").first == "请 A001 号到1 号窗口办理。")
        try await house.act(.recall, 1, by: "clerk")
        try await house.act(.miss, 1, by: "clerk")
        try await house.halls.work.readmit("a001", in: house.hall, by: house.actor("clerk"), at: now)
        #expect(try await house.callNext(1, by: "clerk")?.id == first.id)
    }

    @Test("after a month nobody knows any more whose a ticket was")
    func forgotten() async throws {
        let house = try await HallHouse()
        let ticket = try await house.take(identity: "441299194110030029")
        let job = try #require(house.module.jobs.first { $0.name == "hall.sweep" })
        try await job.run(morning.adding(seconds: 86_400 * 29))
        let kept = try await house.database.read { try TicketStore.ticket(code: ticket.code, in: $0) }
        #expect(kept?.personID == ticket.personID && kept?.personID != nil)
        try await job.run(morning.adding(seconds: 86_400 * 30))
        let old = try await house.database.read { try TicketStore.ticket(code: ticket.code, in: $0) }
        #expect(old?.label == "A001" && old?.personID == nil)
    }

    @Test("what was left waiting is over the next day, and numbers begin anew")
    func nextDay() async throws {
        let house = try await HallHouse()
        let left = try await house.take("A")
        house.clock.set(morning.adding(seconds: 86_400))
        let (hall, now) = (house.hall, house.clock.now)
        try await house.database.write { try TicketStore.sweep(hall, before: now.day, at: now, in: $0) }
        #expect(try await house.take("A").label == left.label)
        let state = try await house.database.read { try TicketStore.ticket(code: left.code, in: $0)?.state }
        #expect(state == .missed)
    }
}
