import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The halls as clerks see them: where they sit down, and what they do for people who come to the guide's desk.
struct DeskHallPages: Sendable {
    let tickets: Tickets
    let work: WindowWork

    var routes: [Route] {
        [
            .get(HallPath.desk, .may(.serveInHall, .readHallFigures, .editHalls), "办事大厅") {
                request, officer in
                let halls = try await tickets.database.read { try HallStore.halls(in: $0) }
                return .page(DeskHallListPage(halls: halls, officer: officer, token: request.csrf).page)
            },
            .get(HallPath.desk("{id}"), .may(.serveInHall), "大厅窗口") { request, officer in
                try await show(request, officer)
            },
            .post(HallPath.deskTickets("{id}"), .may(.serveInHall), journal: "ticket.taken", "代取号") {
                try await take($0, $1)
            },
            .post(
                HallPath.desk("{id}") + "/readmissions", .may(.serveInHall), journal: "ticket.readmitted",
                "过号重新排队"
            ) { try await readmit($0, $1) },
        ]
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let (id, now) = (try request.number("id"), request.now)
        let (scene, windows) = try await tickets.database.read { tx in
            (try HallScene(id, at: now, in: tx), try HallStore.windows(of: id, in: tx))
        }
        try officer.requireServing(in: scene.hall)
        let page = DeskHallPage(
            scene: scene, windows: windows, officer: officer, errors: errors, entered: entered,
            done: request.query("done"), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// The hall in the path, in which the officer serves, and the form.
    private func served(_ request: WebRequest, _ officer: OfficerContext) async throws -> (Int64, FormData) {
        let id = try request.number("id")
        try officer.requireServing(in: try await tickets.database.read { try HallStore.hall(id, in: $0) })
        return (id, try await request.form())
    }

    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = try await served(request, officer)
        do {
            guard let group = form["group"].flatMap({ Int64($0) }) else {
                throw DomainError.invalid("group", "请选择要办的业务。")
            }
            let wish = Tickets.Wish(
                hallID: id, groupID: group, identityNumber: try KioskPages.number(form),
                isDisabled: form["disabled"] == "yes", atAnyHour: true)
            let ticket = try await tickets.take(wish, by: officer.actor(request), at: request.now)
            return .redirect(to: "\(HallPath.desk(String(id)))?done=\(ticket.label)")
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        }
    }

    private func readmit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = try await served(request, officer)
        do {
            let label = try form.required("label", "请填写号码，例如 A012。")
            try await work.readmit(label, in: id, by: officer.actor(request), at: request.now)
            return .redirect(to: "\(HallPath.desk(String(id)))?done=\(label.uppercased())")
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        } catch DomainError.conflict(let sentence) {
            return try await show(
                request, officer, errors: [FieldError("label", sentence)], entered: form)
        }
    }
}
