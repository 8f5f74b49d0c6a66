import WorkingTime

@testable import AdministrativeHall

/// Tickets, windows and appointments for rules that need no database.
enum Samples {
    static func ticket(
        _ id: Int64, group: Int64 = 1, priority: Priority = .none, at takenAt: Instant = morning,
        appointmentAt: Instant? = nil
    ) -> Ticket {
        Ticket(
            id: id, hallID: 1, groupID: group, day: takenAt.day, label: "A\(id)", code: "\(id)",
            priority: priority, appointmentID: nil, personID: nil, takenAt: takenAt,
            since: Queue.since(priority, takenAt: takenAt, appointmentAt: appointmentAt, HallRules()))
    }

    static func window(_ id: Int64, _ groups: Set<Int64>) -> StaffedWindow {
        StaffedWindow(
            window: Window(
                id: id, hallID: 1, number: Int(id), serves: groups, clerkID: id, openedAt: morning),
            groups: groups, clerkName: "王国强")
    }

    static func appointment(at start: Instant) -> Appointment {
        Appointment(
            id: 1, code: "23456789", hallID: 1, groupID: 1, startsAt: start,
            holder: Holder(accountID: 7, personID: nil), bookedBy: 7,
            createdAt: start.adding(seconds: -86_400))
    }

    static func minutes(_ count: Int, after instant: Instant = morning) -> Instant {
        instant.adding(seconds: 60 * count)
    }
}
