import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// How a plan is approved, given up, and carried out by hand.
struct SettlingPages: Sendable {
    let restructurings: Restructurings

    var routes: [Route] {
        [
            .post(
                RestructuringPath.settling("{id}", "approval"), .may(.approvePlans).fresh,
                journal: "restructuring.approved", "批准改革方案"
            ) { request, officer in
                try await settle(request, officer) { id, _ in
                    let (actor, now) = (officer.actor(request), request.now)
                    try await restructurings.change(
                        id, by: actor, at: now, "restructuring.approved", "批准"
                    ) { plan, facts in try plan.approve(plan.findings(facts), by: actor, at: now) }
                }
            },
            .post(
                RestructuringPath.settling("{id}", "withdrawal"), .may(.editPlans),
                journal: "restructuring.withdrawn", "撤回改革方案"
            ) { request, officer in
                try await settle(request, officer) { id, form in
                    let (actor, now, remark) = (officer.actor(request), request.now, form["remark"] ?? "")
                    try await restructurings.change(
                        id, by: actor, at: now, "restructuring.withdrawn", "撤回"
                    ) { plan, _ in try plan.withdraw(remark, by: actor, at: now) }
                }
            },
            .post(
                RestructuringPath.settling("{id}", "execution"), .may(.executePlans).fresh,
                journal: "restructuring.carried_out", "执行改革方案"
            ) { request, officer in
                try await settle(request, officer) { id, _ in
                    try await restructurings.execute(id, by: officer.actor(request), at: request.now)
                }
            },
        ]
    }

    /// Says on the page of the plan why something was refused.
    private func settle(
        _ request: WebRequest, _ officer: OfficerContext,
        _ act: (Int64, FormData) async throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.planID, try await request.form())
        do {
            try await act(id, form)
            return .redirect(to: RestructuringPath.plan(String(id)))
        } catch DomainError.conflict(let sentence) {
            return try await show(id, request, officer, refusal: sentence)
        } catch DomainError.invalid(let errors) {
            return try await show(id, request, officer, errors: errors)
        }
    }

    private func show(
        _ id: Int64, _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [],
        refusal: Sentence? = nil
    ) async throws -> WebResponse {
        let (plan, facts) = try await restructurings.plan(id)
        let page = PlanPage(
            plan: plan, facts: facts, errors: errors, officer: officer, request: request, refusal: refusal)
        return .page(page.page, status: refusal == nil ? .unprocessableContent : .conflict)
    }
}
