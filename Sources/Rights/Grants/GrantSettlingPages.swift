import HTTPTypes
import Identity
import Refusals
import Web

/// Deciding about changes of the grants.
struct GrantSettlingPages: Sendable {
    let pages: GrantPages

    private var changes: GrantChanges { pages.changes }
    private var powers: [Power] { pages.powers.all }

    var routes: [Route] {
        [
            .post(
                RightsPath.settlingGrant("{id}", "approval"), .may(.decideGrants).fresh,
                journal: "grant.approved", "审定权限变动"
            ) { request, officer in
                try await settle(request, officer) { id, remark in
                    try await changes.approve(
                        id, among: powers, remark: remark, by: officer.actor(request), at: request.now)
                }
            },
            .post(
                RightsPath.settlingGrant("{id}", "refusal"), .may(.decideGrants), journal: "grant.refused",
                "不同意权限变动"
            ) { request, officer in
                try await settle(request, officer) { id, remark in
                    let (actor, now) = (officer.actor(request), request.now)
                    try await changes.settle(id, among: powers, by: actor, at: now) { change, _, _ in
                        try change.refuse(remark: remark, by: actor, at: now)
                    }
                }
            },
            .post(
                RightsPath.settlingGrant("{id}", "withdrawal"), .may(.askGrants), journal: "grant.withdrawn",
                "撤回权限变动"
            ) { request, officer in
                try await settle(request, officer) { id, _ in
                    let (actor, now) = (officer.actor(request), request.now)
                    try await changes.settle(id, among: powers, by: actor, at: now) { change, _, _ in
                        try change.withdraw(by: actor, at: now)
                    }
                }
            },
        ]
    }

    /// Says on the list why something was refused.
    private func settle(
        _ request: WebRequest, _ officer: OfficerContext, _ act: (Int64, String) async throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id("没有这项权限变动，可能链接不完整。")
        let remark = try await request.form()["remark"] ?? ""
        do { try await act(id, remark) } catch DomainError.conflict(let sentence) {
            return try await pages.list(request, officer, refusal: sentence, status: .conflict)
        } catch DomainError.invalid(let errors) {
            return try await pages.list(
                request, officer, refusal: errors[0].sentence, status: .unprocessableContent)
        }
        return .redirect(to: RightsPath.grants)
    }
}
