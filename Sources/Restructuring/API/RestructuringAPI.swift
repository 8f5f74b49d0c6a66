import Government
import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Plans for programs: drafted, looked at with what they move, approved and given up, by the rules of the pages.
struct RestructuringAPI: Sendable {
    static let path = "/api/v1/restructurings"

    let restructurings: Restructurings

    var routes: [Route] {
        [
            .get(Self.path, .may(.readPlans), "机构改革", api: RestructuringSchemas.list) {
                request, _ in
                let plans = try await restructurings.plans(after: request.query("after"))
                return try .json(ListDocument(plans) { PlanJSON($0) })
            },
            .post(
                Self.path, .may(.editPlans), journal: "restructuring.drafted", "起草改革方案",
                api: RestructuringSchemas.draft
            ) { request, officer in try await draft(request, officer) },
            .get(
                "\(Self.path)/{id}", .may(.readPlans), "机构改革方案",
                api: RestructuringSchemas.read
            ) { request, _ in try await answer(request.planID) },
            .get(
                "\(Self.path)/{id}/preview", .may(.readPlans), "改革方案预览",
                api: RestructuringSchemas.preview
            ) { request, _ in try await preview(request) },
            .post(
                "\(Self.path)/{id}/approval", .may(.approvePlans).fresh, journal: "restructuring.approved",
                "批准改革方案", api: RestructuringSchemas.approval
            ) { request, officer in
                let (actor, now) = (officer.actor(request), request.now)
                try await restructurings.change(
                    request.planID, by: actor, at: now, "restructuring.approved", "批准"
                ) { plan, facts in try plan.approve(plan.findings(facts), by: actor, at: now) }
                return try await answer(request.planID, status: .created)
            },
            .post(
                "\(Self.path)/{id}/withdrawal", .may(.editPlans), journal: "restructuring.withdrawn",
                "撤回改革方案",
                api: RestructuringSchemas.withdrawal
            ) { request, officer in
                let remark = try await request.json(WithdrawalJSON.self).remark
                let (actor, now) = (officer.actor(request), request.now)
                try await restructurings.change(
                    request.planID, by: actor, at: now, "restructuring.withdrawn", "撤回"
                ) { plan, _ in try plan.withdraw(remark, by: actor, at: now) }
                return try await answer(request.planID, status: .created)
            },
        ]
    }

    /// The same key gives the same plan.
    private func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = try await request.json(DraftJSON.self)
        guard let day = CivilDate(iso: entry.effective_on) else {
            throw DomainError.invalid("effective_on", "日期请写成 2026-12-01 的样子。")
        }
        let steps = try entry.steps.enumerated().map { try $1.step(at: $0) }
        let plan = try await restructurings.draft(
            entry.title, basis: entry.basis, effectiveOn: day, steps: steps,
            once: try officer.account.once(request, "POST \(Self.path)", entry), by: officer.actor(request),
            at: request.now)
        return try await answer(plan.id, status: .created)
            .header("Location", "\(Self.path)/\(plan.id)")
    }

    private func answer(_ id: Int64, status: HTTPResponse.Status = .ok) async throws -> WebResponse {
        let (plan, facts) = try await restructurings.plan(id)
        return try .json(PlanJSON(plan, plan.findings(facts)), status: status)
    }

    private func preview(_ request: WebRequest) async throws -> WebResponse {
        guard let kind = PreviewKind(rawValue: request.query("list") ?? PreviewKind.cases.rawValue) else {
            throw DomainError.invalid("list", "没有这个清单。")
        }
        let preview = try await restructurings.preview(
            request.planID, kind, after: request.query("after"))
        return try .json(PreviewJSON(preview))
    }
}
