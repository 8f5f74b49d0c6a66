import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The years on the desk, and the plan of each while it is prepared.
struct PlanPages: Sendable {
    let desk: InspectionDesk

    var routes: [Route] {
        [
            .get(InspectionPath.desk, .may(.readInspections), "联合年检") { request, officer in
                let plans = try await desk.database.read { try InspectionStore.plans(in: $0) }
                let mayPlan = !officer.account.organs(for: .planInspections).isEmpty
                return .page(
                    PlanListPage(
                        plans: plans, own: officer.account.organs(for: .readInspections), mayPlan: mayPlan,
                        organs: try await desk.organNames(), today: request.now.day
                    ).page)
            },
            .get(InspectionPath.new, .may(.planInspections), "新的年检方案") {
                .page(try await new($0, $1))
            },
            .post(InspectionPath.new, .may(.planInspections), journal: "annual_inspection.planned", "新的年检方案")
            {
                try await begin($0, $1)
            },
            .get(InspectionPath.plan("{year}"), .may(.readInspections), "年检方案") {
                .page(try await show($0, $1))
            },
            .post(
                InspectionPath.plan("{year}"), .may(.planInspections), journal: "annual_inspection.planned",
                "修改年检方案"
            ) { try await edit($0, $1) },
            .post(
                InspectionPath.publication("{year}"), .may(.publishInspections),
                journal: "annual_inspection.published", "公布年检方案"
            ) { request, officer in
                let actor = officer.actor(request)
                let own = officer.account.organs(for: .publishInspections)
                try await desk.change(request, "annual_inspection.published", "公布", by: actor) { plan in
                    try Self.require(plan.lead, in: own)
                    try plan.publish(by: actor, at: request.now)
                }
                return .redirect(to: InspectionPath.plan(try request.parameter("year")))
            },
        ]
    }

    /// - Throws: `forbidden` for the plan of another organ.
    static func require(_ lead: String, in own: Set<String>) throws {
        guard own.contains(lead) else { throw DomainError.forbidden("方案由牵头部门制定和公布。") }
    }

    /// Begins with the questions of the year before.
    private func new(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let organs = try await desk.organNames()
        let last = try await desk.database.read { try InspectionStore.plans(in: $0).first }
        let year = last.map { $0.year + 1 } ?? request.now.day.year
        return PlanFormPage(
            plan: nil, suggestion: .init(year: year, parts: last?.parts ?? []), organs: organs,
            entered: entered, errors: errors, acts: .init(mayEdit: true, mayPublish: false),
            today: request.now.day, token: request.csrf
        ).page
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let plan = try await desk.database.read { try desk.plan(request, in: $0) }
        let account = officer.account
        let acts = PlanFormPage.Acts(
            mayEdit: account.organs(for: .planInspections).contains(plan.lead),
            mayPublish: account.organs(for: .publishInspections).contains(plan.lead)
                && plan.editedBy != account.id)
        return PlanFormPage(
            plan: plan, suggestion: nil, organs: try await desk.organNames(), entered: entered,
            errors: errors,
            acts: acts, today: request.now.day, token: request.csrf
        ).page
    }

    private func entry(_ form: FormData) async throws -> InspectionPlan.Entry {
        guard let opens = form["opens_on"].flatMap({ CivilDate(iso: $0) }) else {
            throw DomainError.invalid("opens_on", "请填写开始日期。")
        }
        guard let closes = form["closes_on"].flatMap({ CivilDate(iso: $0) }) else {
            throw DomainError.invalid("closes_on", "请填写截止日期。")
        }
        let parts = try PlanLines.parts(of: form["parts"] ?? "", organs: try await desk.organNames())
        return InspectionPlan.Entry(opensOn: opens, closesOn: closes, parts: parts)
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let own = officer.account.organs(for: .planInspections)
        guard let lead = own.sorted().first else { throw DomainError.forbidden("方案由牵头部门制定和公布。") }
        do {
            guard let year = Int(form["year"] ?? "") else {
                throw DomainError.invalid("year", "请填写年度，例如 \(request.now.day.year)。")
            }
            let entry = try await entry(form)
            let (actor, now) = (officer.actor(request, organ: lead), request.now)
            try await desk.database.write { tx in
                try tx.exclude("inspection-plan")
                guard try InspectionStore.plan(of: year, in: tx) == nil else {
                    throw DomainError.conflict("\(year) 年度已有方案。")
                }
                let plan = try InspectionPlan.begin(
                    id: tx.ids.next(), year: year, lead: lead, entry, by: actor, today: now.day)
                try InspectionStore.save(plan, in: tx)
                try InspectionDesk.record(
                    "annual_inspection.planned", "起草", plan.title, "annual_inspection/\(year)", by: actor,
                    now, tx)
            }
            return .redirect(to: InspectionPath.plan(String(year)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await new(request, officer, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let own = officer.account.organs(for: .planInspections)
        let actor = officer.actor(request)
        do {
            let entry = try await entry(form)
            let seen = form["seen"].flatMap { Int($0) } ?? -1
            try await desk.change(request, "annual_inspection.planned", "修改", by: actor) { plan in
                try Self.require(plan.lead, in: own)
                try plan.edit(entry, seen: seen, by: actor)
            }
            return .redirect(to: InspectionPath.plan(try request.parameter("year")))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}
