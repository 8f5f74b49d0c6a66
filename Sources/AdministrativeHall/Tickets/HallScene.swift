import Storage
import WorkingTime

/// A hall as it stands at a moment: who waits, who is called, who sits where.
struct HallScene: Sendable {
    let hall: Hall
    let groups: [ServiceGroup]
    let windows: [StaffedWindow]
    let queue: Queue
    /// Those called last, the newest first.
    let called: [Ticket]
    let numbers: [Int64: Int]
    let now: Instant
    private let calls: [Int64: Int]

    static let shownCalls = 8

    init(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        self.now = now
        hall = try HallStore.hall(id, in: tx)
        groups = try HallStore.groups(of: id, in: tx)
        windows = try HallStore.staffed(of: id, in: tx)
        queue = Queue(try TicketStore.waiting(in: id, on: now.day, tx: tx))
        called = try TicketStore.called(in: id, on: now.day, limit: Self.shownCalls, tx: tx)
        numbers = Dictionary(
            try HallStore.windows(of: id, in: tx).map { ($0.id, $0.number) }, uniquingKeysWith: { $1 })
        var means: [Int64: Int] = [:]
        for group in groups { means[group.id] = try TicketStore.meanSeconds(of: group.id, in: tx) }
        let usual = hall.rules.serviceMinutes * 60
        let busy = try windows.compactMap { window in
            try TicketStore.current(at: window.id, in: tx).map { ticket in
                (window.id, (means[ticket.groupID] ?? usual) - (now - (ticket.startedAt ?? now)))
            }
        }
        let forecast = Forecast(
            windows: windows, freeIn: Dictionary(busy, uniquingKeysWith: { $1 }), means: means,
            usualSeconds: usual)
        calls = forecast.seconds(queue.waiting + Self.newcomers(groups, at: now))
    }

    /// How many wait for a group.
    func waiting(for group: Int64) -> Int { queue.waiting.count { $0.groupID == group } }

    /// How many are called before a ticket by those who call it.
    func ahead(of ticket: Ticket) -> Int {
        let able = windows.filter { Queue.fits(ticket, $0) }
        return queue.waiting.prefix { $0.id != ticket.id }
            .count { other in able.contains { Queue.fits(other, $0) } || other.groupID == ticket.groupID }
    }

    /// The minutes until a ticket is called; nil when no window is open for it.
    func minutes(until ticket: Ticket) -> Int? { calls[ticket.id].map { ($0 + 59) / 60 } }

    /// The minutes somebody waits who takes a ticket now; nil when no window is open for it.
    func minutes(forNewcomerTo group: Int64) -> Int? { calls[-group].map { ($0 + 59) / 60 } }

    /// One more for each group, who keeps nobody waiting: they are marked by negative ids.
    private static func newcomers(_ groups: [ServiceGroup], at now: Instant) -> [Ticket] {
        groups.map { group in
            Ticket(
                id: -group.id, hallID: group.hallID, groupID: group.id, day: now.day, label: "", code: "",
                priority: .none, appointmentID: nil, accountID: nil, personID: nil, takenAt: now, since: now)
        }
    }
}
