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
                .page(try await show(request, try await desk.entity(request, caller)))
            },
            .post(filing, .signedIn, journal: "annual_inspection.filed", "申报联合年检") { try await file($0, $1) },
            .post(correction, .signedIn, journal: "annual_inspection.corrected", "提交整改说明") {
                try await correct($0, $1)
            },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> Page {
        let rows = try await desk.duties(of: caller.account)
        return MyInspectionsPage(rows: rows, today: request.now.day).page
    }

    private func show(
        _ request: WebRequest, _ entity: LegalEntity, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (plan, filing, earlier) = try await desk.sheet(request, of: entity)
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
        let (entity, form) = (try await desk.entity(request, caller), try await request.form())
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
        let (entity, form) = (try await desk.entity(request, caller), try await request.form())
        let (code, organ) = (entity.creditCode.text, form["organ"] ?? "")
        do {
            let filing = try await desk.correct(
                form["words.\(organ)"] ?? "", to: organ, for: entity, by: caller.actor(request), request)
            return .redirect(to: InspectionPath.filing(String(filing.year), code))
        } catch DomainError.invalid(let errors) {
            let placed = errors.map { FieldError("\($0.field).\(organ)", $0.sentence) }
            return .page(
                try await show(request, entity, entered: form, errors: placed), status: .unprocessableContent)
        }
    }
}
