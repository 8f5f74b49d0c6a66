import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Choosing a time, and one's own appointments.
struct BookingPages: Sendable {
    let appointments: Appointments
    /// An item by its short name; nil for one that is not offered.
    let item: @Sendable (String) -> HallItem?

    var routes: [Route] {
        [
            .get(HallPath.appointments, .anyone, "预约到大厅办理") { request, _ in try await find(request) },
            .get(HallPath.booking("{id}"), .signedIn, "预约办理时间") { request, caller in
                try await choose(request, caller)
            },
            .post(HallPath.booking("{id}"), .signedIn, journal: "appointment.booked", "预约办理时间") {
                try await book($0, $1)
            },
            .get(HallPath.mine, .signedIn, "我的预约") { request, caller in
                try await mine(request, caller)
            },
            .post(
                HallPath.cancellation("{id}"), .signedIn, journal: "appointment.cancelled", "取消预约"
            ) { request, caller in
                try await appointments.cancel(
                    try request.number("id"), of: Holder(caller.account), by: caller.actor(request),
                    at: request.now)
                return .redirect(to: "\(HallPath.mine)?done=cancelled")
            },
        ]
    }

    /// The one hall that does it, or which there are.
    private func find(_ request: WebRequest) async throws -> WebResponse {
        guard let item = request.query("item").flatMap(item) else { return .redirect(to: HallPath.halls) }
        let halls = try await appointments.database.read { tx in
            try HallStore.halls(in: tx).filter { hall in
                try HallStore.groups(of: hall.id, in: tx).first(doing: item) != nil
            }
        }
        if halls.count == 1 {
            return .redirect(to: HallPath.booking(String(halls[0].id), for: item.slug))
        }
        return .page(HallsForItemPage(item: item, halls: halls).page)
    }

    private func choose(_ request: WebRequest, _ caller: SignedIn, refusal: Sentence? = nil) async throws
        -> WebResponse
    {
        let id = try request.number("id")
        let choice = SlotChoice(
            group: request.query("group").flatMap { Int64($0) },
            day: request.query("day").flatMap { CivilDate(iso: $0) },
            item: request.query("item").flatMap(item))
        let now = request.now
        let slots = try await appointments.database.read { [appointments] tx in
            try FreeSlots(id, choice, for: Holder(caller.account), appointments, at: now, in: tx)
        }
        let page = BookingPage(slots: slots, refusal: refusal, token: request.csrf)
        return .page(page.page, status: refusal == nil ? .ok : .conflict)
    }

    /// Who was too late sees what is left.
    private func book(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.number("id"), try await request.form())
        guard let group = form["group"].flatMap({ Int64($0) }),
            let start = form["start"].flatMap({ Int64($0) })
        else { throw DomainError.invalid("start", "请选择一个时段。") }
        let startsAt = Instant(milliseconds: start)
        do {
            _ = try await appointments.book(
                .init(hallID: id, groupID: group, startsAt: startsAt, holder: Holder(caller.account)),
                by: caller.actor(request), at: request.now)
            return .redirect(to: "\(HallPath.mine)?done=booked")
        } catch DomainError.conflict(let refusal) {
            let now = request.now
            let slots = try await appointments.database.read { [appointments] tx in
                try FreeSlots(
                    id, SlotChoice(group: group, day: startsAt.day), for: Holder(caller.account),
                    appointments,
                    at: now, in: tx)
            }
            return .page(
                BookingPage(slots: slots, refusal: refusal, token: request.csrf).page, status: .conflict)
        }
    }

    private func mine(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (after, holder, now) = (request.query("after"), Holder(caller.account), request.now)
        let lines = try await appointments.database.read {
            try AppointmentList.own(holder, after: after, in: $0)
        }
        let page = MyAppointmentsPage(
            lines: lines.items, pager: Pager(next: lines.next, of: request), done: request.query("done"),
            now: now,
            token: request.csrf)
        return .page(page.page)
    }
}
