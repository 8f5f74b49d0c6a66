import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What those see who act for enterprises: what is to be filed, the form, the sheet of results.
struct FilingPages: Sendable {
    let desk: InspectionDesk

    var routes: [Route] {
        let (filing, correction) = (
            InspectionPath.filing("{year}", "{code}"), InspectionPath.correction("{year}", "{code}")
        )
        return [
            .get(InspectionPath.mine, .signedIn, "我的年检") { .page(try await list($0, $1)) },
            .get(filing, .signedIn, "联合年检申报") { request, caller in
                .page(try await show(request, try await entity(request, caller)))
            },
            .post(filing, .signedIn, journal: "annual_inspection.filed", "申报联合年检") { try await file($0, $1) },
            .post(correction, .signedIn, journal: "annual_inspection.corrected", "提交整改说明") {
                try await correct($0, $1)
            },
        ]
    }

    /// The slug under which a mandate may be given for this.
    private static let service = "annual-inspection"

    /// The enterprise of the address.
    ///
    /// - Throws: `notFound` when the caller does not act for it.
    private func entity(_ request: WebRequest, _ caller: SignedIn) async throws -> LegalEntity {
        let code = try request.parameter("code")
        guard caller.account.entities(for: Self.service).contains(code),
            let known = try? CreditCode(code), let entity = try await desk.directory.entity(known)
        else { throw DomainError.notFound("没有这家企业的年检，或者您没有代它办事的授权。") }
        return entity
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> Page {
        let codes = caller.account.entities(for: Self.service)
        let rows = try await desk.database.read { tx in
            let plans = try InspectionStore.plans(in: tx).filter { $0.state == .published }.prefix(3)
            return try codes.prefix(50).flatMap { code -> [MyInspectionsPage.Row] in
                guard let known = try? CreditCode(code), let entity = try Directory.entity(known, in: tx)
                else {
                    return []
                }
                return try plans.map {
                    MyInspectionsPage.Row(
                        plan: $0, code: code, name: entity.name,
                        filing: try FilingStore.filing(of: code, in: $0.id, tx))
                }
            }
        }
        return MyInspectionsPage(rows: rows, today: request.now.day).page
    }

    private func show(
        _ request: WebRequest, _ entity: LegalEntity, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let code = entity.creditCode.text
        let (plan, filing, earlier) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            guard plan.state == .published else { throw DomainError.notFound("这个年度的方案还没有公布。") }
            return (
                plan, try FilingStore.filing(of: code, in: plan.id, tx),
                try FilingStore.earlier(than: plan.year, of: code, in: tx)
            )
        }
        let organs = try await desk.organNames()
        if let filing {
            return SheetPage(
                plan: plan, filing: filing, organs: organs, entered: entered, errors: errors,
                today: request.now.day, token: request.csrf
            ).page
        }
        return FilingFormPage(
            plan: plan, entity: entity, carried: CarriedAnswers(for: plan, from: earlier), organs: organs,
            entered: entered, errors: errors, today: request.now.day, token: request.csrf
        ).page
    }

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (entity, form) = (try await entity(request, caller), try await request.form())
        let plan = try await desk.database.read { try desk.plan(request, in: $0) }
        let entered = plan.form.pages.reduce(into: FormAnswers()) { $0.merge($1.parse(form.all)) { $1 } }
        let confirmed = Set(plan.fields.map(\.name).filter { form["same.\($0)"] == "true" })
        do {
            try await desk.file(
                entered, confirmed: confirmed, for: entity, by: caller.actor(request), request)
            return .redirect(to: InspectionPath.filing(String(plan.year), entity.creditCode.text))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, entity, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    private func correct(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (entity, form) = (try await entity(request, caller), try await request.form())
        let (code, organ) = (entity.creditCode.text, form["organ"] ?? "")
        let filing = try await desk.database.read { tx in
            try FilingStore.filing(of: code, in: desk.plan(request, in: tx).id, tx)
        }
        guard let filing else { throw DomainError.notFound("这家企业今年还没有申报年检。") }
        do {
            try await desk.change(
                filing.id, organ, "annual_inspection.corrected", "提交整改说明", by: caller.actor(request), request,
                telling: false
            ) { try $0.correct(form["words.\(organ)"] ?? "") }
            return .redirect(to: InspectionPath.filing(String(filing.year), code))
        } catch DomainError.invalid(let errors) {
            let placed = errors.map { FieldError("\($0.field).\(organ)", $0.sentence) }
            return .page(
                try await show(request, entity, entered: form, errors: placed), status: .unprocessableContent)
        }
    }
}
