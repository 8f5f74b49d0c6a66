import Cases
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The calendar of working days, seen by all staff and edited by the system administrator.
struct CalendarPages: Sendable {
    let directory: Directory
    let database: Database

    var routes: [Route] {
        [
            .get(OperationsPath.calendar, .staff, "工作日历") { request, officer in
                let calendar = try await directory.calendar()
                return .page(page(request, officer, CalendarEdition(calendar), calendar))
            },
            .post(OperationsPath.calendar, .may(.editCalendar), journal: "calendar.published", "公布工作日历") {
                request, officer in try await publish(request, officer)
            },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let edition = try CalendarEdition(try await request.form())
        do {
            try await publish(edition.calendar(), by: officer.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            let page = page(request, officer, edition, try await directory.calendar(), errors: errors)
            return .page(page, status: .unprocessableContent)
        }
        return .redirect(to: OperationsPath.calendar)
    }

    private func publish(_ calendar: WorkingCalendar, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let change = try Directory.publishCalendar(calendar, by: actor.accountID, at: now, in: tx)
            // Whatever runs is due on other days now.
            try Cases.follow(calendar, by: actor.accountID, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "calendar.published", subject: "calendar",
                    sentence: "\(actor.name)公布第 \(calendar.version) 版工作日历。",
                    beforeDigest: try Journal.digest(of: change.old),
                    afterDigest: try Journal.digest(of: change.new)),
                in: tx)
        }
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ edition: CalendarEdition,
        _ calendar: WorkingCalendar, errors: [FieldError] = []
    ) -> Page {
        CalendarPage(
            edition: edition, calendar: calendar, errors: errors, today: request.now.day,
            mayEdit: officer.may(.editCalendar)
        ).page(token: request.csrf)
    }
}
