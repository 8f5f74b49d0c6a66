import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("Who is next")
struct QueueTests {
    private let window = Samples.window(1, [1])

    @Test("nobody is called to a window that cannot help them")
    func skills() {
        let queue = Queue([Samples.ticket(1, group: 2)])
        #expect(queue.next(for: window) == nil)
        #expect(queue.next(for: Samples.window(2, [1, 2]))?.id == 1)
    }

    @Test("who was handed on is called by that window and by no other, whatever it serves")
    func reserved() throws {
        var ticket = Samples.ticket(1)
        try ticket.call(to: 1, at: morning)
        try ticket.handOn(to: 3)
        let queue = Queue([ticket])
        #expect(queue.next(for: window) == nil)
        #expect(queue.next(for: Samples.window(3, [9]))?.id == 1)
    }

    @Test("the elderly and the disabled go before those who came shortly before them")
    func priority() {
        let queue = Queue([
            Samples.ticket(1), Samples.ticket(2, priority: .elderly, at: Samples.minutes(10)),
            Samples.ticket(3, priority: .disabled, at: Samples.minutes(5)),
        ])
        #expect(queue.waiting.map(\.id) == [3, 2, 1])
    }

    @Test("nobody starves: whoever comes more than the head start after me is never called before me")
    func nobodyStarves() {
        // One plain ticket, and then an old person every minute for as long as anybody likes.
        let mine = Samples.ticket(1)
        let crowd = (1...240).map {
            Samples.ticket(Int64($0 + 1), priority: .elderly, at: Samples.minutes($0))
        }
        let place = Queue([mine] + crowd).waiting.firstIndex { $0.id == 1 }
        #expect(place == HallRules().priorityMinutes - 1)
        for (older, younger) in zip(crowd, crowd.dropFirst()) { #expect(older.since < younger.since) }
    }

    @Test("an appointment counts from its time, however early somebody comes")
    func early() {
        let start = Samples.minutes(60)
        let early = Queue.since(.appointment, takenAt: morning, appointmentAt: start, HallRules())
        let punctual = Queue.since(.appointment, takenAt: start, appointmentAt: start, HallRules())
        #expect(early == punctual)
        #expect(early == Samples.minutes(30))
        let queue = Queue([
            Samples.ticket(1, priority: .appointment, at: morning, appointmentAt: start),
            Samples.ticket(2, at: Samples.minutes(20)),
        ])
        #expect(queue.waiting.map(\.id) == [2, 1])
    }

    @Test("who has been called waits no longer")
    func calledIsGone() throws {
        var ticket = Samples.ticket(1)
        try ticket.call(to: 1, at: morning)
        #expect(Queue([ticket]).waiting.isEmpty)
    }
}

@Suite("How long somebody will wait")
struct ForecastTests {
    private func forecast(_ windows: [StaffedWindow], freeIn: [Int64: Int] = [:]) -> Forecast {
        Forecast(windows: windows, freeIn: freeIn, means: [1: 300], usualSeconds: 600)
    }

    @Test("without a window that can help nothing is promised")
    func noWindow() {
        #expect(forecast([]).seconds([Samples.ticket(1)]) == [:])
        #expect(forecast([Samples.window(1, [2])]).seconds([Samples.ticket(1)]) == [:])
    }

    @Test("two windows halve the wait, and who is being served is waited for")
    func windows() {
        let line = (1...4).map { Samples.ticket(Int64($0), at: Samples.minutes($0)) }
        let two = forecast([Samples.window(1, [1]), Samples.window(2, [1])], freeIn: [1: 120])
        #expect(two.seconds(line) == [1: 0, 2: 120, 3: 300, 4: 420])
        #expect(forecast([Samples.window(1, [1])]).seconds(line)[4] == 900)
    }

    @Test("a window that does more keeps to the order of all")
    func mixed() {
        let line = [Samples.ticket(1, group: 2), Samples.ticket(2, group: 1, at: Samples.minutes(1))]
        #expect(forecast([Samples.window(1, [1, 2])]).seconds(line) == [1: 0, 2: 600])
    }
}
