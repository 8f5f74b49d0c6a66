import Storage
import Web
import WorkingTime

/// A hall for programs.
struct HallJSON: Encodable, Sendable {
    struct Group: Encodable, Sendable {
        let id: String
        let letter: String
        let name: String
        let words: String
        let accepts_appointments: Bool
        let waiting: Int
        let wait_minutes: Int?
    }

    let id: String
    let name: String
    let address: String
    let hours_today: String
    let is_open: Bool
    let groups: [Group]

    init(_ scene: HallScene, _ opening: OpeningHours) {
        let hall = scene.hall
        (id, name, address) = (String(hall.id), hall.name, hall.address)
        hours_today = opening.text
        is_open = opening.isOpen(at: scene.now.hour * 60 + scene.now.minute)
        groups = scene.groups.map { group in
            Group(
                id: String(group.id), letter: group.letter, name: group.name, words: group.words,
                accepts_appointments: group.capacity > 0, waiting: scene.waiting(for: group.id),
                wait_minutes: scene.minutes(forNewcomerTo: group.id))
        }
    }
}

/// A page of a list: the last one says so, `next` is there and null.
struct ListJSON<Item: Encodable & Sendable>: Encodable, Sendable {
    private let slice: Slice<Item>

    private enum CodingKeys: CodingKey { case items, next }

    init(_ slice: Slice<Item>) { self.slice = slice }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(slice.items, forKey: .items)
        try container.encode(slice.next, forKey: .next)
    }
}

/// What is left of a day.
struct SlotsJSON: Encodable, Sendable {
    struct Slot: Encodable, Sendable {
        let start: String
        let left: Int
    }

    let days: [CivilDate]
    let slots: [Slot]

    init(_ free: FreeSlots) {
        days = free.days
        slots = free.slots.map { Slot(start: $0.start.rfc3339, left: $0.left) }
    }
}

/// What a program asks for.
struct BookingJSON: Codable, Sendable {
    let group: String
    let start: String
}

/// An appointment for programs.
struct AppointmentJSON: Encodable, Sendable {
    let id: String
    let code: String
    let hall: String
    let hall_name: String
    let group: String
    let group_name: String
    let start: String
    let state: String

    init(_ line: AppointmentLine) {
        let appointment = line.appointment
        (id, code, state) = (String(appointment.id), appointment.code, appointment.state.rawValue)
        (hall, hall_name) = (String(line.hall.id), line.hall.name)
        (group, group_name) = (String(appointment.groupID), line.group)
        start = appointment.startsAt.rfc3339
    }
}

/// How the API document describes them.
enum HallSchemas {
    private static let tag = "办事大厅"

    static let halls = APIOperation(id: "listHalls", tag: tag, responses: [200: .page(of: hall)])

    static let slots = APIOperation(
        id: "listHallSlots", tag: tag,
        parameters: [
            .query("group", "业务类别的 id"), .query("day", "日期，不填为最近可约的一天", .formatted("date")),
        ],
        responses: [
            200: .object([
                .init("days", .list(.formatted("date")), "已放号的日期"),
                .init(
                    "slots",
                    .list(
                        .object([
                            .init("start", .formatted("date-time")), .init("left", .integer, "还剩几个"),
                        ]))),
            ])
        ])

    static let mine = APIOperation(
        id: "listAppointments", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [200: .page(of: appointment)])

    static let book = APIOperation(
        id: "bookAppointment", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个预约")],
        body: .json(
            .object([
                .init("group", .text, "业务类别的 id"), .init("start", .formatted("date-time"), "时段的开始时间"),
            ])),
        responses: [201: appointment])

    static let cancel = APIOperation(id: "cancelAppointment", tag: tag, responses: [204: nil])

    private static let hall = Schema.object([
        .init("id", .text), .init("name", .text), .init("address", .text),
        .init("hours_today", .text, "今天的开放时间，不开放为空"), .init("is_open", .boolean),
        .init(
            "groups",
            .list(
                .object([
                    .init("id", .text), .init("letter", .text, "号码的字头"), .init("name", .text),
                    .init("words", .text), .init("accepts_appointments", .boolean),
                    .init("waiting", .integer, "等候人数"),
                    .init("wait_minutes", .integer, "现在取号预计等几分钟；没有窗口受理时没有这一项", optional: true),
                ]))),
    ])

    private static let appointment = Schema.object([
        .init("id", .text), .init("code", .text, "预约码"), .init("hall", .text), .init("hall_name", .text),
        .init("group", .text), .init("group_name", .text), .init("start", .formatted("date-time")),
        .init("state", .oneOf(Appointment.State.allCases.map(\.rawValue))),
    ])
}
