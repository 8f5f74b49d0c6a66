import Refusals
import Storage
import WorkingTime

/// The SQL of appointments.
enum AppointmentStore {
    static let pageSize = 50

    /// Takes one place of a slot, in one statement, so that no two take the last one.
    /// - Returns: whether there was one.
    static func take(_ start: Instant, of group: ServiceGroup, in tx: Transaction) throws -> Bool {
        guard group.capacity > 0 else { return false }
        let row = try tx.row(
            """
            INSERT INTO hall_slot (group_id, starts_at, taken) VALUES (\(group.id), \(start), 1)
            ON CONFLICT (group_id, starts_at) DO UPDATE SET taken = hall_slot.taken + 1
                WHERE hall_slot.taken < \(group.capacity)
            RETURNING taken
            """)
        return row != nil
    }

    /// Gives it back.
    static func giveBack(_ appointment: Appointment, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_slot SET taken = taken - 1
            WHERE group_id = \(appointment.groupID) AND starts_at = \(appointment.startsAt) AND taken > 0
            """)
    }

    /// How many places are taken, by the start of the slot.
    static func taken(_ group: Int64, from first: Instant, to last: Instant, in tx: Transaction) throws
        -> [Instant: Int]
    {
        let rows = try tx.rows(
            """
            SELECT starts_at, taken FROM hall_slot
            WHERE group_id = \(group) AND starts_at >= \(first) AND starts_at <= \(last)
            """)
        return Dictionary(
            try rows.map { (try $0.instant("starts_at"), try $0.int("taken")) }, uniquingKeysWith: { $1 })
    }

    static func insert(_ appointment: Appointment, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_appointment (id, code, hall_id, group_id, day, starts_at, holder, account_id,
                person_id, state, booked_by, created_at)
            VALUES (\(appointment.id), \(appointment.code), \(appointment.hallID), \(appointment.groupID),
                \(appointment.startsAt.day), \(appointment.startsAt), \(appointment.holder.key),
                \(appointment.holder.accountID), \(appointment.holder.personID), \(appointment.state),
                \(appointment.bookedBy), \(appointment.createdAt))
            """)
    }

    static func save(_ appointment: Appointment, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_appointment SET state = \(appointment.state), ended_at = \(appointment.endedAt)
            WHERE id = \(appointment.id)
            """)
    }

    /// The appointment, held until the end of the transaction.
    /// - Throws: `notFound` for an id that is none.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Appointment {
        try tx.lock("hall_appointment", id: id)
        guard let row = try tx.row("SELECT * FROM hall_appointment WHERE id = \(id)") else {
            throw DomainError.notFound("没有这个预约，或者您无权查看。")
        }
        return try Appointment(row)
    }

    static func id(ofCode code: String, in tx: Transaction) throws -> Int64? {
        try tx.row("SELECT id FROM hall_appointment WHERE code = \(code)")?.id("id")
    }

    /// What stands in the way of one more: the same slot, or the same group on the same day.
    static func open(of holder: String, on day: CivilDate, in tx: Transaction) throws -> [Appointment] {
        try tx.rows(
            """
            SELECT * FROM hall_appointment
            WHERE holder = \(holder) AND starts_at >= \(day.startOfDay) AND starts_at <= \(day.endOfDay)
                AND state = 'booked'
            """
        ).map(Appointment.init)
    }

    /// When the newest appointments began that somebody missed since an instant.
    static func missed(by holder: String, since: Instant, in tx: Transaction) throws -> [Instant] {
        try tx.rows(
            """
            SELECT starts_at FROM hall_appointment
            WHERE holder = \(holder) AND state = 'missed' AND starts_at >= \(since)
            ORDER BY starts_at DESC LIMIT 50
            """
        ).map { try $0.instant("starts_at") }
    }

    /// The ids of those that begin within a span and are open, at most `limit`.
    static func open(
        of hall: Int64, after first: Instant, through last: Instant, unreminded: Bool, limit: Int,
        in tx: Transaction
    ) throws -> [Int64] {
        let reminded: SQL = unreminded ? "AND reminded_at IS NULL" : ""
        return try tx.rows(
            """
            SELECT id FROM hall_appointment
            WHERE hall_id = \(hall) AND state = 'booked' AND starts_at > \(first) AND starts_at <= \(last)
                \(reminded)
            ORDER BY starts_at LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    /// Notes that somebody was reminded; false when another node was first.
    static func remind(_ id: Int64, at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.execute(
            "UPDATE hall_appointment SET reminded_at = \(now) WHERE id = \(id) AND reminded_at IS NULL"
        ) == 1
    }
}

extension Appointment {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), code: try row.text("code"), hallID: try row.id("hall_id"),
            groupID: try row.id("group_id"), startsAt: try row.instant("starts_at"),
            holder: Holder(
                accountID: try row.optionalID("account_id"), personID: try row.optionalID("person_id")),
            state: try row.value("state"), bookedBy: try row.id("booked_by"),
            createdAt: try row.instant("created_at"), endedAt: try row.optionalInstant("ended_at"))
    }
}
