import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What an organ has to look at: its part of every filing.
struct ReviewPages: Sendable {
    let desk: InspectionDesk

    private static let unknown: Sentence = "没有这份年检申报，可能链接不完整。"

    var routes: [Route] {
        let (review, decision) = (
            InspectionPath.review("{year}", "{id}"), InspectionPath.decision("{year}", "{id}")
        )
        return [
            .get(InspectionPath.year("{year}"), .may(.readInspections), "本部门的联合年检") {
                .page(try await list($0, $1))
            },
            .get(review, .may(.readInspections), "一份年检申报") { .page(try await show($0, $1)) },
            .post(decision, .may(.reviewInspections), journal: "annual_inspection.decided", "年检结论") {
                try await decide($0, $1)
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let state = request.query("state").flatMap(InspectionPart.State.init) ?? .waiting
        let after = request.query("after")
        let (plan, organ, slice, counts, figures) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            let organ = try desk.organ(request, officer, .readInspections, plan)
            return (
                plan, organ, try FilingStore.list(state, of: organ, in: plan.id, after: after, tx),
                try FilingStore.figures(of: organ, in: plan.id, tx),
                try InspectionStore.figures(of: plan.id, in: tx)
            )
        }
        let name = try await desk.organNames()[organ] ?? organ
        return ReviewListPage(
            plan: plan, organ: name, state: state, counts: counts, figures: figures, filings: slice.items,
            pager: Pager(next: slice.next, of: request), today: request.now.day
        ).page
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(Self.unknown)
        let (plan, filing) = try await desk.database.read { tx in
            let plan = try desk.plan(request, in: tx)
            return (plan, try FilingStore.filing(id, in: plan.id, tx))
        }
        let organ = try desk.organ(request, officer, .readInspections, plan)
        return ReviewPage(
            plan: plan, filing: filing, organ: organ, organs: try await desk.organNames(),
            mayDecide: officer.account.organs(for: .reviewInspections).contains(organ), entered: entered,
            errors: errors, today: request.now.day, token: request.csrf
        ).page
    }

    private func decide(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.unknown), try await request.form())
        let plan = try await desk.database.read { try desk.plan(request, in: $0) }
        let organ = try desk.organ(request, officer, .reviewInspections, plan)
        let (actor, now) = (officer.actor(request, organ: organ), request.now)
        let reason = form["reason"] ?? ""
        do {
            try await desk.change(
                id, organ, "annual_inspection.decided", "审查了", by: actor, request, telling: true
            ) { part in
                try part.decide(
                    form["outcome"], reason, until: form["correct_by"].flatMap { CivilDate(iso: $0) },
                    by: actor, at: now)
            }
            return .redirect(to: InspectionPath.review(String(plan.year), String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}
