import Government
import Storage
import WorkingTime

/// Tickets of the demonstration: those of the last two days on which the hall was open, and a few of today.
struct DemoQueue {
    let hall: Hall
    let now: Instant

    func insert(in tx: Transaction) throws {
        let calendar = try Directory.calendar(in: tx)
        let groups = try HallStore.groups(of: hall.id, in: tx)
        let windows = try HallStore.windows(of: hall.id, in: tx)
        let days = (1...14).map { now.day.adding(days: -$0) }.filter { calendar.isWorkingDay($0) }.prefix(2)
        for day in days {
            for turn in 0..<48 {
                let group = groups[turn % groups.count]
                let window = windows.first { $0.serves.contains(group.id) }
                try TicketStore.insert(past(turn, group, window, on: day, in: tx), in: tx)
            }
        }
        for turn in 0..<4 {
            let group = groups[turn % groups.count]
            let takenAt = now.adding(seconds: -60 * (9 - 2 * turn))
            let priority: Priority = turn == 2 ? .elderly : .none
            try TicketStore.insert(try ticket(group, priority, on: now.day, takenAt: takenAt, in: tx), in: tx)
        }
    }

    private func ticket(
        _ group: ServiceGroup, _ priority: Priority, on day: CivilDate, takenAt: Instant, in tx: Transaction
    ) throws -> Ticket {
        let number = try TicketStore.number(of: group.id, on: day, in: tx)
        return Ticket(
            id: tx.ids.next(), hallID: hall.id, groupID: group.id, day: day,
            label: group.letter + String(String(1_000 + number).dropFirst()), code: HallCode.random(),
            priority: priority, appointmentID: nil, personID: nil, takenAt: takenAt,
            since: Queue.since(priority, takenAt: takenAt, hall.rules))
    }

    /// One in twelve had gone, one in seven was old.
    private func past(
        _ turn: Int, _ group: ServiceGroup, _ window: Window?, on day: CivilDate, in tx: Transaction
    ) throws -> Ticket {
        let takenAt = Instant(day: day, hour: 9 + turn / 8, minute: turn * 7 % 60)
        var ticket = try ticket(group, turn % 7 == 3 ? .elderly : .none, on: day, takenAt: takenAt, in: tx)
        ticket.windowID = window?.id
        ticket.calls = 1
        let calledAt = takenAt.adding(seconds: 60 * (3 + turn * 5 % 17))
        ticket.calledAt = calledAt
        guard turn % 12 != 5 else {
            (ticket.state, ticket.calls, ticket.endedAt) = (.missed, 2, calledAt.adding(seconds: 180))
            return ticket
        }
        ticket.startedAt = calledAt.adding(seconds: 40)
        (ticket.state, ticket.endedAt) = (.finished, calledAt.adding(seconds: 60 * (5 + turn * 3 % 12)))
        return ticket
    }
}
