import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The appointments of a hall on the desk: the list of a day, and booking for somebody who telephones or stands there.
struct DeskAppointmentPages: Sendable {
    let appointments: Appointments

    var routes: [Route] {
        [
            .get(HallPath.deskAppointments("{id}"), .may(.serveInHall), "大厅预约") { request, officer in
                try await show(request, officer)
            },
            .post(
                HallPath.deskAppointments("{id}"), .may(.serveInHall), journal: "appointment.booked", "代人预约"
            ) { try await book($0, $1) },
            .post(
                HallPath.deskCancellation("{id}", "{appointment}"), .may(.serveInHall),
                journal: "appointment.cancelled", "代人取消预约"
            ) { request, officer in
                let id = try await served(request, officer)
                try await appointments.cancel(
                    try request.number("appointment"), of: nil, in: id, by: officer.actor(request),
                    at: request.now)
                return .redirect(to: "\(HallPath.deskAppointments(String(id)))?done=cancelled")
            },
        ]
    }

    /// The hall in the path, in which the officer serves.
    private func served(_ request: WebRequest, _ officer: OfficerContext) async throws -> Int64 {
        let id = try request.number("id")
        let hall = try await appointments.database.read { try HallStore.hall(id, in: $0) }
        try officer.requireServing(in: hall)
        return id
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let (id, now) = (try await served(request, officer), request.now)
        let day = request.query("day").flatMap { CivilDate(iso: $0) } ?? now.day
        let after = request.query("after")
        let (lines, groups, hall) = try await appointments.database.read { tx in
            (
                try AppointmentList.ofDay(day, in: id, after: after, tx: tx),
                try HallStore.groups(of: id, in: tx), try HallStore.hall(id, in: tx)
            )
        }
        let page = DeskAppointmentsPage(
            hall: hall, groups: groups, day: day, lines: lines.items,
            pager: Pager(next: lines.next, of: request),
            now: now, errors: errors, entered: entered, done: request.query("done"), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func book(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try await served(request, officer), try await request.form())
        do {
            let holder = try await holder(form)
            guard let group = form["group"].flatMap({ Int64($0) }) else {
                throw DomainError.invalid("group", "请选择要办的业务。")
            }
            let made = try await appointments.book(
                .init(hallID: id, groupID: group, startsAt: try Self.start(form), holder: holder),
                by: officer.actor(request), at: request.now)
            let place = HallPath.deskAppointments(String(id))
            return .redirect(to: "\(place)?day=\(made.startsAt.day.iso)&done=\(made.code)")
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        } catch DomainError.conflict(let sentence) {
            return try await show(request, officer, errors: [FieldError("time", sentence)], entered: form)
        } catch DomainError.forbidden(let sentence) {
            return try await show(request, officer, errors: [FieldError("identity", sentence)], entered: form)
        }
    }

    /// Whoever is registered; messages go to their account when they have one.
    private func holder(_ form: FormData) async throws -> Holder {
        guard let number = try KioskPages.number(form) else {
            throw DomainError.invalid("identity", "请填写预约人的身份证号码。")
        }
        return try await appointments.database.read { tx in
            guard let person = try Directory.person(identityNumber: number, in: tx) else {
                throw DomainError.invalid("identity", "没有登记这个人，请改为到大厅现场取号。")
            }
            return Holder(
                accountID: try Accounts.accountID(ofPerson: person.id, in: tx), personID: person.id)
        }
    }

    /// - Throws: `invalid` when day or time is none.
    private static func start(_ form: FormData) throws -> Instant {
        guard let day = form["day"].flatMap({ CivilDate(iso: $0) }) else {
            throw DomainError.invalid("day", "请选择日期。")
        }
        let parts = (form["time"] ?? "").split { ":：".contains($0) }.compactMap { Int($0) }
        guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
            throw DomainError.invalid("time", "请按“09:30”的写法填写时段的开始时间。")
        }
        return Instant(day: day, hour: parts[0], minute: parts[1])
    }
}
