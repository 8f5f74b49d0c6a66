import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// How the steps of a plan are written.
struct StepPages: Sendable {
    let restructurings: Restructurings
    let directory: Directory

    var routes: [Route] {
        [
            .post(
                RestructuringPath.steps("{id}"), .may(.editPlans), journal: "restructuring.edited", "添加改革步骤"
            ) { try await add($0, $1) },
            .post(
                RestructuringPath.removal("{id}", "{place}"), .may(.editPlans),
                journal: "restructuring.edited", "删除改革步骤"
            ) { request, officer in
                let place = try request.stepPlace
                try await edit(request, officer) { plan, actor, now in
                    try plan.replace(place, by: nil, by: actor, at: now)
                }
                return .redirect(to: RestructuringPath.plan(String(try request.planID)))
            },
            .get(
                RestructuringPath.step("{id}", "{place}"), .may(.readPlans), "拆分部门"
            ) { try await show($0, $1) },
            .post(
                RestructuringPath.step("{id}", "{place}"), .may(.editPlans), journal: "restructuring.edited",
                "分配事项、岗位和办件"
            ) { try await divide($0, $1) },
        ]
    }

    private func add(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = StepForm(try await request.form())
        do {
            let step = try entry.step()
            let plan = try await edit(request, officer) { plan, actor, now in
                try plan.add(step, by: actor, at: now)
            }
            let id = String(plan.id)
            if case .split = step {
                return .redirect(to: RestructuringPath.step(id, String(plan.steps.count - 1)))
            }
            return .redirect(to: RestructuringPath.plan(id))
        } catch DomainError.invalid(let errors) {
            let (plan, facts) = try await restructurings.plan(try request.planID)
            let page = PlanPage(
                plan: plan, facts: facts, errors: errors, officer: officer, request: request, stepForm: entry)
            return .page(page.page, status: .unprocessableContent)
        }
    }

    @discardableResult
    private func edit(
        _ request: WebRequest, _ officer: OfficerContext,
        _ rule: @escaping @Sendable (inout RestructuringPlan, Actor, Instant) throws -> Void
    ) async throws -> RestructuringPlan {
        let (actor, now) = (officer.actor(request), request.now)
        return try await restructurings.change(
            try request.planID, by: actor, at: now, "restructuring.edited", "修改"
        ) { plan, _ in try rule(&plan, actor, now) }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], cases: String? = nil
    ) async throws -> WebResponse {
        let (plan, facts) = try await restructurings.plan(try request.planID)
        let place = try request.stepPlace
        guard plan.steps.indices.contains(place), case .split(let split) = plan.steps[place] else {
            throw DomainError.notFound("没有这个步骤，可能已被删除。")
        }
        let page = SplitPage(
            plan: plan, place: place, split: split, facts: facts, errors: errors,
            cases: cases ?? split.caseLines,
            mayEdit: plan.state == .draft && officer.may(.editPlans), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func divide(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, place) = (try await request.form(), try request.stepPlace)
        do {
            let entry = try SplitForm(form)
            try await edit(request, officer) { plan, actor, now in
                guard plan.steps.indices.contains(place), case .split(let split) = plan.steps[place] else {
                    throw DomainError.notFound("没有这个步骤，可能已被删除。")
                }
                try plan.replace(place, by: .split(entry.applied(to: split)), by: actor, at: now)
            }
            return .redirect(to: RestructuringPath.plan(String(try request.planID)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, cases: form["cases"])
        }
    }
}

extension WebRequest {
    /// The place of a step in its plan, from 0.
    var stepPlace: Int {
        get throws {
            guard let place = Int(try parameter("place")) else {
                throw DomainError.notFound("没有这个步骤，可能链接不完整。")
            }
            return place
        }
    }
}
