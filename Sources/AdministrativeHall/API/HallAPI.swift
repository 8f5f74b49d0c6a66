import Government
import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Halls and appointments for programs, by the rules of the pages.
struct HallAPI: Sendable {
    static let halls = "/api/v1/halls"
    static let mine = "/api/v1/appointments"

    let appointments: Appointments

    var routes: [Route] {
        [
            .get(Self.halls, .anyone, "办事大厅", api: HallSchemas.halls) { request, _ in
                let now = request.now
                let halls = try await appointments.database.read { tx in
                    let calendar = try Directory.calendar(in: tx)
                    return try HallStore.halls(in: tx).map { hall in
                        HallJSON(try HallScene(hall.id, at: now, in: tx), hall.opening(on: now.day, calendar))
                    }
                }
                return try .json(ListDocument(halls))
            },
            .get("\(Self.halls)/{id}/slots", .anyone, "可以预约的时段", api: HallSchemas.slots) { request, _ in
                try await slots(request)
            },
            .get(Self.mine, .signedIn, "我的预约", api: HallSchemas.mine) { request, caller in
                let (holder, after) = (Holder(caller.account), request.query("after"))
                let lines = try await appointments.database.read {
                    try AppointmentList.own(holder, after: after, in: $0)
                }
                return try .json(ListDocument(lines) { AppointmentJSON($0) })
            },
            .post(
                "\(Self.halls)/{id}/appointments", .signedIn, journal: "appointment.booked", "预约办理时间",
                api: HallSchemas.book
            ) { request, caller in try await book(request, caller) },
            .delete(
                "\(Self.mine)/{id}", .signedIn, journal: "appointment.cancelled", "取消预约",
                api: HallSchemas.cancel
            ) { request, caller in
                try await appointments.cancel(
                    try request.number("id"), of: Holder(caller.account), by: caller.actor(request),
                    at: request.now)
                return .noContent
            },
        ]
    }

    private func slots(_ request: WebRequest) async throws -> WebResponse {
        let (id, now) = (try request.number("id"), request.now)
        guard let group = request.query("group").flatMap({ Int64($0) }) else {
            throw DomainError.invalid("group", "请给出业务类别的 id。")
        }
        let day = try request.query("day").map { text in
            guard let day = CivilDate(iso: text) else {
                throw DomainError.invalid("day", "日期请写成 2026-12-01 的样子。")
            }
            return day
        }
        let slots = try await appointments.database.read { [appointments] tx in
            try FreeSlots(id, SlotChoice(group: group, day: day), for: nil, appointments, at: now, in: tx)
        }
        guard slots.group != nil else { throw DomainError.notFound("这个大厅没有这类业务，或者它不接受预约。") }
        return try .json(SlotsJSON(slots))
    }

    /// The same key gives the same appointment.
    private func book(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, entry) = (try request.number("id"), try await request.json(BookingJSON.self))
        guard let group = Int64(entry.group) else { throw DomainError.invalid("group", "业务类别的 id 应为数字。") }
        guard let start = Instant(rfc3339: entry.start) else {
            throw DomainError.invalid("start", "时间请写成 2026-12-01T09:30:00+08:00 的样子。")
        }
        let booked = try await appointments.book(
            .init(hallID: id, groupID: group, startsAt: start, holder: Holder(caller.account)),
            once: try caller.account.once(
                request, "POST \(Self.halls)/\(id)/appointments", entry), by: caller.actor(request),
            at: request.now)
        let line = try await appointments.database.read { try AppointmentList.lines([booked], in: $0).first }
        guard let line else { throw DomainError.notFound("没有这个预约，或者您无权查看。") }
        return try .json(AppointmentJSON(line), status: .created)
    }
}
