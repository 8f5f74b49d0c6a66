import Refusals
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("The course of a ticket")
struct TicketTests {
    @Test("没有叫到的号不能开始、办结、记过号，也不能转走")
    func tooEarly() {
        var ticket = Samples.ticket(1)
        #expect(throws: DomainError.conflict("\("A1") 号还没有叫到，或者已经开始办理。")) {
            try ticket.start(at: morning)
        }
        #expect(throws: DomainError.self) { try ticket.finish(at: morning) }
        #expect(throws: DomainError.self) { try ticket.miss(at: morning) }
        #expect(throws: DomainError.self) { try ticket.recall(at: morning) }
        #expect(throws: DomainError.self) { try ticket.handOn(to: 2) }
        #expect(throws: DomainError.self) { try ticket.comeBack(at: morning) }
    }

    @Test("只呼叫过一次不能记过号")
    func calledOnce() throws {
        var ticket = Samples.ticket(1)
        try ticket.call(to: 1, at: morning)
        #expect(throws: DomainError.conflict("\("A1") 号只呼叫过 \(1) 次，请再呼叫一次再记为过号。")) {
            try ticket.miss(at: morning)
        }
        try ticket.recall(at: Samples.minutes(1))
        try ticket.miss(at: Samples.minutes(2))
        #expect(ticket.state == .missed && ticket.endedAt == Samples.minutes(2))
    }

    @Test("不能转到同一个窗口")
    func sameWindow() throws {
        var ticket = Samples.ticket(1)
        try ticket.call(to: 1, at: morning)
        #expect(throws: DomainError.conflict("\("A1") 号就在这个窗口，请选另一个窗口。")) { try ticket.handOn(to: 1) }
    }

    @Test("过号的人回来，排在原来的位次")
    func comesBack() throws {
        var ticket = Samples.ticket(1)
        let since = ticket.since
        try ticket.call(to: 1, at: morning)
        try ticket.recall(at: morning)
        try ticket.miss(at: morning)
        try ticket.comeBack(at: Samples.minutes(30))
        #expect(ticket.state == .waiting && ticket.since == since && ticket.endedAt == nil)
    }

    @Test("called, served, done")
    func course() throws {
        var ticket = Samples.ticket(1)
        try ticket.call(to: 1, at: morning)
        #expect(throws: DomainError.conflict("\("A1") 号已经不在等候。")) { try ticket.call(to: 2, at: morning) }
        try ticket.start(at: Samples.minutes(1))
        try ticket.finish(at: Samples.minutes(9))
        #expect(ticket.state == .finished)
        #expect(throws: DomainError.self) { try ticket.finish(at: Samples.minutes(10)) }
    }
}

@Suite("A window")
struct WindowTests {
    private var window: Window { Window(id: 1, hallID: 1, number: 3, serves: [1, 2]) }

    @Test("不会办的人不能值守，有人值守的窗口不能再坐")
    func opening() throws {
        var window = window
        #expect(throws: DomainError.forbidden("您还没有登记会办\("3 号窗口")的业务，请大厅管理员在“大厅设置”里登记。")) {
            try window.open(by: 7, skills: [9], at: morning)
        }
        try window.open(by: 7, skills: [2], at: morning)
        #expect(throws: DomainError.conflict("\("3 号窗口")已有人值守，请先请对方结束值守。")) {
            try window.open(by: 8, skills: [1], at: morning)
        }
    }

    @Test("窗口还有人时不能结束值守")
    func closing() throws {
        var window = window
        try window.open(by: 7, skills: [2], at: morning)
        #expect(throws: DomainError.conflict("您没有在\("3 号窗口")值守，请先开始值守。")) {
            try window.close(by: 8, serving: nil)
        }
        #expect(throws: DomainError.conflict("请先办结或者转走当前的 \("A1") 号。")) {
            try window.close(by: 7, serving: Samples.ticket(1))
        }
        try window.close(by: 7, serving: nil)
        #expect(window.clerkID == nil && window.openedAt == nil)
    }
}
