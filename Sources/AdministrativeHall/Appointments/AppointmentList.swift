import Storage
import WorkingTime

/// An appointment as it stands in a list.
struct AppointmentLine: Sendable {
    let appointment: Appointment
    let hall: Hall
    let group: String
    /// The name of whoever it is for, on the desk.
    let name: String

    /// `市场准入（区政务服务中心），11月30日（周一） 09:30`.
    var label: String {
        "\(group)（\(hall.name)），\(appointment.startsAt.day.shortWithWeekday) \(appointment.startsAt.time)"
    }
}

/// Lists of appointments.
enum AppointmentList {
    /// Somebody's own, the newest first.
    static func own(_ holder: Holder, after text: String?, in tx: Transaction) throws -> Slice<
        AppointmentLine
    > {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT * FROM hall_appointment WHERE holder = \(holder.key) AND id < \(last)
            ORDER BY id DESC LIMIT \(AppointmentStore.pageSize + 1)
            """)
        return try slice(rows, in: tx) { Cursor(key: "", id: $0.appointment.id) }
    }

    /// Those of a hall on a day, in the order of their time.
    static func ofDay(_ day: CivilDate, in hall: Int64, after text: String?, tx: Transaction) throws
        -> Slice<AppointmentLine>
    {
        let page: SQL
        if let cursor = try text.map(Cursor.init) {
            page = "AND (starts_at, id) > (\(try cursor.numericKey), \(cursor.id))"
        } else {
            page = ""
        }
        let rows = try tx.rows(
            """
            SELECT * FROM hall_appointment WHERE hall_id = \(hall) AND day = \(day) \(page)
            ORDER BY starts_at, id LIMIT \(AppointmentStore.pageSize + 1)
            """)
        return try slice(rows, in: tx) { Cursor(key: $0.appointment.startsAt, id: $0.appointment.id) }
    }

    private static func slice(
        _ rows: [Row], in tx: Transaction, cursor: (AppointmentLine) -> Cursor
    ) throws -> Slice<AppointmentLine> {
        let lines = try lines(try rows.map(Appointment.init), in: tx)
        return Slice(fetched: lines, size: AppointmentStore.pageSize, cursor: cursor)
    }

    static func lines(_ appointments: [Appointment], in tx: Transaction) throws -> [AppointmentLine] {
        let halls = Dictionary(try HallStore.halls(in: tx).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let groups = try names(
            "SELECT id, name FROM hall_group WHERE id IN \(list: Set(appointments.map(\.groupID)))", in: tx)
        let persons = try names(
            "SELECT id, name FROM person WHERE id IN \(list: Set(appointments.compactMap(\.holder.personID)))",
            in: tx)
        let accounts = try names(
            """
            SELECT id, display_name AS name FROM account
            WHERE id IN \(list: Set(appointments.compactMap(\.holder.accountID)))
            """, in: tx)
        return appointments.compactMap { appointment in
            guard let hall = halls[appointment.hallID] else { return nil }
            let holder = appointment.holder
            let name =
                holder.personID.flatMap { persons[$0] } ?? holder.accountID.flatMap { accounts[$0] } ?? ""
            return AppointmentLine(
                appointment: appointment, hall: hall, group: groups[appointment.groupID] ?? "", name: name)
        }
    }

    private static func names(_ query: SQL, in tx: Transaction) throws -> [Int64: String] {
        Dictionary(
            try tx.rows(query).map { (try $0.id("id"), try $0.text("name")) }, uniquingKeysWith: { $1 })
    }
}
