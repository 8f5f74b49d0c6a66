import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What roles may do: seen, and changes to it asked for.
struct GrantPages: Sendable {
    let changes: GrantChanges
    let powers: PowerList

    var routes: [Route] {
        [
            .get(RightsPath.grants, .may(.readGrants), "岗位权限") { request, officer in
                try await list(request, officer)
            },
            .get(RightsPath.grantHistory, .may(.readGrants), "权限的各个版本") { request, _ in
                let slice = try await changes.history(before: request.query("after"))
                return .page(
                    GrantHistoryPage(
                        changes: slice.items, powers: powers, pager: Pager(next: slice.next, of: request)
                    ).page)
            },
            .get(RightsPath.grant("{role}", "{power}"), .may(.askGrants), "提出权限变动") { request, _ in
                .page(try form(request))
            },
            .post(
                RightsPath.grant("{role}", "{power}"), .may(.askGrants), journal: "grant.asked", "提出权限变动"
            ) { request, officer in try await ask(request, officer) },
        ]
    }

    /// The list, with why something was refused.
    func list(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let open = try await changes.open(after: request.query("after"))
        let page = GrantListPage(
            role: request.query("role").flatMap(Role.init(rawValue:)) ?? .officer,
            grants: changes.grants(on: request.now.day), powers: powers, open: open.items, refusal: refusal,
            isAsked: request.query("done") == "asked", pager: Pager(next: open.next, of: request),
            officer: officer, token: request.csrf)
        return .page(page.page, status: status)
    }

    private func ask(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = GrantForm(try await request.form())
        let (role, power) = try subject(request)
        do {
            try await changes.ask(
                power, entry.terms(), for: role, from: entry.day(today: request.now.day),
                reason: entry.reason,
                by: officer.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            return .page(try form(request, entry, errors), status: .unprocessableContent)
        } catch DomainError.conflict(let sentence) {
            return .page(try form(request, entry, refusal: sentence), status: .conflict)
        }
        return .redirect(to: "\(RightsPath.grants)?role=\(role.rawValue)&done=asked")
    }

    private func subject(_ request: WebRequest) throws -> (Role, Power) {
        guard let role = Role(rawValue: try request.parameter("role")), role != .citizen,
            let power = powers[try request.parameter("power")]
        else { throw DomainError.notFound("没有这个岗位或者这项权限，可能链接不完整。") }
        return (role, power)
    }

    private func form(
        _ request: WebRequest, _ entry: GrantForm? = nil, _ errors: [FieldError] = [],
        refusal: Sentence? = nil
    ) throws -> Page {
        let (role, power) = try subject(request)
        let current = changes.grants(on: request.now.day)[role, power.name]
        return GrantFormPage(
            role: role, power: power, current: current, entry: entry ?? GrantForm(current?.terms),
            errors: errors, refusal: refusal, token: request.csrf
        ).page
    }
}
