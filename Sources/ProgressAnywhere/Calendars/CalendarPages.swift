import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// 日历订阅: secret addresses for calendar programs, made and withdrawn.
struct CalendarPages: Sendable {
    let calendars: Calendars

    var routes: [Route] {
        [
            .get(ProgressPath.calendars, .signedIn, CalendarPage.title) { request, caller in
                .page(try await page(request, caller).page)
            },
            .post(ProgressPath.calendars, .signedIn, journal: "calendar.subscribed", "生成订阅地址") {
                try await subscribe($0, $1)
            },
            .post(
                ProgressPath.withdrawal("{id}"), .signedIn, journal: "calendar.withdrawn", "停用订阅地址"
            ) { request, caller in
                try await calendars.withdraw(
                    request.id(CalendarSubscription.unknown.sentence), by: caller.account,
                    caller.actor(request), at: request.now)
                return .redirect(to: ProgressPath.calendars)
            },
        ]
    }

    /// The address is shown on the answer to the form alone: what is not kept cannot be shown again.
    private func subscribe(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let name = try await request.form()["name"] ?? ""
        do {
            let token = try await calendars.subscribe(
                name, by: caller.account, caller.actor(request), at: request.now)
            var page = try await page(request, caller)
            page.address = calendars.publicAddress + ProgressPath.calendar(token)
            return .page(page.page).header("Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            var page = try await page(request, caller)
            (page.errors, page.name) = (errors, name)
            return .page(page.page, status: .unprocessableContent)
        } catch DomainError.conflict(let sentence) {
            var page = try await page(request, caller)
            page.refusal = sentence
            return .page(page.page, status: .conflict)
        }
    }

    private func page(_ request: WebRequest, _ caller: SignedIn) async throws -> CalendarPage {
        let account = caller.accountID
        let open = try await calendars.database.read { try CalendarStore.open(of: account, in: $0) }
        return CalendarPage(open: open, token: request.csrf)
    }
}
