import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The plans: their list, a new one, one with its steps.
struct PlanPages: Sendable {
    let restructurings: Restructurings
    let directory: Directory

    var routes: [Route] {
        [
            .get(RestructuringPath.plans, .may(.readPlans), "机构改革") {
                try await list($0, $1)
            },
            .post(
                RestructuringPath.plans, .may(.editPlans), journal: "restructuring.drafted", "起草改革方案"
            ) { try await draft($0, $1) },
            .get(
                RestructuringPath.plan("{id}"), .may(.readPlans), "机构改革方案"
            ) { request, officer in
                try await show(try request.planID, request, officer)
            },
            .post(
                RestructuringPath.head("{id}"), .may(.editPlans), journal: "restructuring.edited", "修改改革方案"
            ) { try await head($0, $1) },
        ]
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, entry: HeadForm = .empty,
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let plans = try await restructurings.plans(after: request.query("after"))
        let page = PlanListPage(
            plans: plans.items, pager: Pager(next: plans.next, of: request), entry: entry, errors: errors,
            mayDraft: officer.may(.editPlans), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = HeadForm(try await request.form())
        do {
            let plan = try await restructurings.draft(
                form.title, basis: form.basis, effectiveOn: try form.effectiveOn,
                by: officer.actor(request), at: request.now)
            return .redirect(to: RestructuringPath.plan(String(plan.id)))
        } catch DomainError.invalid(let errors) {
            return try await list(request, officer, entry: form, errors: errors)
        }
    }

    private func head(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.planID, HeadForm(try await request.form()))
        let (actor, now) = (officer.actor(request), request.now)
        do {
            let day = try form.effectiveOn
            try await restructurings.change(id, by: actor, at: now, "restructuring.edited", "修改") { plan, _ in
                try plan.head(form.title, basis: form.basis, effectiveOn: day, by: actor, at: now)
            }
            return .redirect(to: RestructuringPath.plan(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(id, request, officer, errors: errors)
        }
    }

    private func show(
        _ id: Int64, _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = []
    ) async throws -> WebResponse {
        let (plan, facts) = try await restructurings.plan(id)
        let page = PlanPage(plan: plan, facts: facts, errors: errors, officer: officer, request: request)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension WebRequest {
    /// The plan in the path.
    var planID: Int64 {
        get throws { try id("没有这个改革方案，可能链接不完整。") }
    }
}

/// What is entered at the head of a plan.
struct HeadForm: Sendable {
    let title: String
    let basis: String
    let day: String

    init(_ form: FormData) {
        (title, basis, day) = (form["title"] ?? "", form["basis"] ?? "", form["day"] ?? "")
    }

    init(_ plan: RestructuringPlan) {
        (title, basis, day) = (plan.title, plan.basis, plan.effectiveOn.iso)
    }

    /// Nothing entered yet.
    static let empty = HeadForm(FormData([]))

    var effectiveOn: CivilDate {
        get throws {
            guard let day = CivilDate(iso: day) else {
                throw DomainError.invalid("day", "日期请写成 2026-12-01 的样子。")
            }
            return day
        }
    }

    func fields(_ errors: [FieldError]) -> [Field] {
        [
            Field("title", "名称", .text, hint: "例如：区级机构改革（第一批）。", value: title, error: errors["title"]),
            Field("basis", "依据", .text, hint: "文件名称和文号。", value: basis, error: errors["basis"]),
            Field(
                "day", "生效日期", .date, hint: "当天零时自动执行。", value: day, error: errors["day"]),
        ]
    }
}
