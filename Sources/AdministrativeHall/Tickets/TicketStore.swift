import Refusals
import Storage
import WorkingTime

/// The SQL of tickets.
enum TicketStore {
    /// More do not fit into a hall.
    static let mostWaiting = 500

    /// The next number of a group on a day.
    static func number(of group: Int64, on day: CivilDate, in tx: Transaction) throws -> Int {
        try tx.row(
            """
            INSERT INTO hall_number (group_id, day, last) VALUES (\(group), \(day), 1)
            ON CONFLICT (group_id, day) DO UPDATE SET last = hall_number.last + 1
            RETURNING last
            """)?.int("last") ?? 1
    }

    static func insert(_ ticket: Ticket, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_ticket (id, hall_id, group_id, day, label, code, priority, appointment_id, account_id,
                person_id, state, since, window_id, taken_at, called_at, started_at, ended_at, calls)
            VALUES (\(ticket.id), \(ticket.hallID), \(ticket.groupID), \(ticket.day), \(ticket.label),
                \(ticket.code), \(ticket.priority), \(ticket.appointmentID), \(ticket.accountID),
                \(ticket.personID), \(ticket.state), \(ticket.since), \(ticket.windowID), \(ticket.takenAt),
                \(ticket.calledAt), \(ticket.startedAt), \(ticket.endedAt), \(ticket.calls))
            """)
    }

    static func save(_ ticket: Ticket, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_ticket SET account_id = \(ticket.accountID), state = \(ticket.state),
                window_id = \(ticket.windowID), reserved_window_id = \(ticket.reservedWindowID),
                called_at = \(ticket.calledAt), started_at = \(ticket.startedAt), ended_at = \(ticket.endedAt),
                calls = \(ticket.calls)
            WHERE id = \(ticket.id)
            """)
    }

    static func ticket(code: String, in tx: Transaction) throws -> Ticket? {
        try tx.row("SELECT * FROM hall_ticket WHERE code = \(code)").map(Ticket.init)
    }

    static func ticket(label: String, on day: CivilDate, in hall: Int64, tx: Transaction) throws -> Ticket? {
        try tx.row("SELECT * FROM hall_ticket WHERE hall_id = \(hall) AND day = \(day) AND label = \(label)")
            .map(Ticket.init)
    }

    static func waiting(in hall: Int64, on day: CivilDate, tx: Transaction) throws -> [Ticket] {
        try tx.rows(
            """
            SELECT * FROM hall_ticket WHERE hall_id = \(hall) AND day = \(day) AND state = 'waiting'
            ORDER BY since, id LIMIT \(mostWaiting)
            """
        ).map(Ticket.init)
    }

    /// Who stands at a window, or is on the way there.
    static func current(at window: Int64, in tx: Transaction) throws -> Ticket? {
        try tx.row("SELECT * FROM hall_ticket WHERE window_id = \(window) AND state IN ('called', 'serving')")
            .map(Ticket.init)
    }

    /// Who was served last at a window since a moment.
    static func finished(at window: Window, on day: CivilDate, since: Instant, tx: Transaction) throws
        -> Ticket?
    {
        try tx.row(
            """
            SELECT * FROM hall_ticket
            WHERE hall_id = \(window.hallID) AND day = \(day) AND called_at IS NOT NULL AND window_id = \(window.id)
                AND state = 'finished' AND ended_at >= \(since)
            ORDER BY called_at DESC LIMIT 1
            """
        ).map(Ticket.init)
    }

    /// Those called last, the newest first.
    static func called(in hall: Int64, on day: CivilDate, limit: Int, tx: Transaction) throws -> [Ticket] {
        try tx.rows(
            """
            SELECT * FROM hall_ticket WHERE hall_id = \(hall) AND day = \(day) AND called_at IS NOT NULL
            ORDER BY called_at DESC LIMIT \(limit)
            """
        ).map(Ticket.init)
    }

    /// How long those took who were served last, in seconds; nil while they are too few to tell.
    static func meanSeconds(of group: Int64, in tx: Transaction) throws -> Int? {
        let rows = try tx.rows(
            """
            SELECT started_at, ended_at FROM hall_ticket
            WHERE group_id = \(group) AND state = 'finished' AND ended_at IS NOT NULL
            ORDER BY ended_at DESC LIMIT 20
            """)
        let times = try rows.compactMap { row -> Int? in
            guard let start = try row.optionalInstant("started_at") else { return nil }
            return try row.instant("ended_at") - start
        }
        guard times.count >= 3 else { return nil }
        return max(30, times.reduce(0, +) / times.count)
    }

    /// Gives those who were handed on to a window that closes back to all others.
    static func release(from window: Int64, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE hall_ticket SET reserved_window_id = NULL WHERE reserved_window_id = \(window)")
    }

    /// Forgets for whom tickets of a span were: what is counted afterwards needs numbers only.
    static func forgetPersons(_ hall: Int64, from first: CivilDate, to last: CivilDate, in tx: Transaction)
        throws
    {
        try tx.execute(
            """
            UPDATE hall_ticket SET account_id = NULL, person_id = NULL
            WHERE hall_id = \(hall) AND day >= \(first) AND day <= \(last)
                AND (account_id IS NOT NULL OR person_id IS NOT NULL)
            """)
    }

    /// Ends what was left over in a hall from a day before.
    static func sweep(_ hall: Int64, before day: CivilDate, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_ticket SET state = 'missed', ended_at = \(now), reserved_window_id = NULL
            WHERE hall_id = \(hall) AND day < \(day) AND state = 'waiting'
            """)
    }
}

extension Ticket {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), hallID: try row.id("hall_id"), groupID: try row.id("group_id"),
            day: try row.day("day"), label: try row.text("label"), code: try row.text("code"),
            priority: try row.value("priority"), appointmentID: try row.optionalID("appointment_id"),
            accountID: try row.optionalID("account_id"), personID: try row.optionalID("person_id"),
            takenAt: try row.instant("taken_at"), since: try row.instant("since"),
            state: try row.value("state"), windowID: try row.optionalID("window_id"),
            reservedWindowID: try row.optionalID("reserved_window_id"),
            calledAt: try row.optionalInstant("called_at"), startedAt: try row.optionalInstant("started_at"),
            endedAt: try row.optionalInstant("ended_at"), calls: try row.int("calls"))
    }
}
