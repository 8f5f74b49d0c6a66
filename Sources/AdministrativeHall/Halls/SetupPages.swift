import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// How a hall is set up, for the system administrator.
struct SetupPages: Sendable {
    let setup: HallSetup
    let tablet: @Sendable (Int64) -> String?

    var routes: [Route] {
        [
            .post(HallPath.desk, .may(.editHalls), journal: "hall.added", "增加大厅") { request, officer in
                let (form, actor) = (try await request.form(), officer.actor(request))
                let id = try await setup.add(
                    form["name"] ?? "", address: form["address"] ?? "", organ: actor.organ ?? "", by: actor,
                    at: request.now)
                return .redirect(to: HallPath.setup(String(id)))
            },
            .get(HallPath.setup("{id}"), .may(.editHalls), "大厅设置") { request, _ in try await show(request) },
            changeHall("place", "修改大厅名称和地址") { hall, form in
                (hall.name, hall.address) = (form["name"] ?? "", form["address"] ?? "")
            },
            changeHall("hours", "修改大厅开放时间") { hall, form in
                hall.workingHours = try OpeningHours(form["working_hours"] ?? "", field: "working_hours")
                hall.restHours = try OpeningHours(form["rest_hours"] ?? "", field: "rest_hours")
            },
            change("groups", "hall.groups_set", "修改业务类别") { id, form, request, officer in
                try await setup.setGroups(
                    SetupForm.groups(form), of: id, by: officer.actor(request), at: request.now)
            },
            change("windows", "hall.windows_set", "修改窗口") { id, form, request, officer in
                try await setup.setWindows(
                    SetupForm.windows(form), of: id, by: officer.actor(request), at: request.now)
            },
            change("clerks", "hall.clerks_set", "修改窗口人员") { id, form, request, officer in
                try await setup.setClerks(
                    SetupForm.clerks(form), of: id, by: officer.actor(request), at: request.now)
            },
        ]
            + HallRule.Part.allCases.map { part in
                changeHall(part.rawValue, "修改大厅规则：\(part.chinese)") { hall, form in
                    try hall.rules.take(part) { form[$0] }
                }
            }
    }

    private func changeHall(
        _ part: String, _ title: String, _ edit: @escaping @Sendable (inout Hall, FormData) throws -> Void
    ) -> Route {
        change(part, "hall.changed", title) { id, form, request, officer in
            try await setup.change(id, by: officer.actor(request), at: request.now) { try edit(&$0, form) }
        }
    }

    /// Each part of the page is sent by itself and answers for its own mistakes.
    private func change(
        _ part: String, _ journal: String, _ title: String,
        _ change: @escaping @Sendable (Int64, FormData, WebRequest, OfficerContext) async throws -> Void
    ) -> Route {
        .post(HallPath.setup("{id}", part), .may(.editHalls), journal: journal, title) { request, officer in
            let (id, form) = (try request.number("id"), try await request.form())
            do {
                try await change(id, form, request, officer)
                return .redirect(to: "\(HallPath.setup(String(id)))?done=\(part)")
            } catch DomainError.invalid(let errors) {
                return try await show(request, errors: errors, entered: form)
            } catch DomainError.conflict(let sentence) {
                return try await show(request, errors: [FieldError(part, sentence)], entered: form)
            }
        }
    }

    private func show(_ request: WebRequest, errors: [FieldError] = [], entered: FormData? = nil) async throws
        -> WebResponse
    {
        let id = try request.number("id")
        let facts = try await setup.database.read { try SetupFacts(id, in: $0) }
        let page = SetupPage(
            facts: facts, errors: errors, entered: entered, done: request.query("done"), tablet: tablet,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
