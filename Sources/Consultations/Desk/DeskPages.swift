import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Drafts on the desk: written, published by a second person, revised, and closed.
struct DeskPages: Sendable {
    let office: ConsultationOffice

    var routes: [Route] {
        [
            .get(ConsultationPath.desk, .may(.editConsultations), "征求意见") { request, officer in
                let organs = officer.account.organs(for: .editConsultations)
                let found = try await office.database.read {
                    try ConsultationStore.list(of: organs, after: request.query("after"), in: $0)
                }
                return .page(DeskListPage(consultations: found, request: request).page)
            },
            .get(ConsultationPath.new, .may(.editConsultations), "起草征求意见稿") { request, _ in
                .page(try await new(request))
            },
            .post(
                ConsultationPath.new, .may(.editConsultations), journal: "consultation.drafted", "起草征求意见稿"
            ) { try await begin($0, $1) },
            .get(ConsultationPath.edit("{id}"), .may(.editConsultations), "征求意见稿") {
                .page(try await show($0, $1))
            },
            .post(
                ConsultationPath.edit("{id}"), .may(.editConsultations), journal: "consultation.drafted",
                "修改征求意见稿"
            ) { try await edit($0, $1) },
        ] + steps
    }

    private func new(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) async throws
        -> Page
    {
        let rules = try await office.database.read { try ConsultationRules.current(in: $0) }
        return NewConsultationPage(
            form: FactsForm(
                consultation: nil, entered: entered, errors: errors, rules: rules, token: request.csrf)
        ).page
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        guard let organ = officer.account.organs(for: .editConsultations).sorted().first else {
            throw DomainError.forbidden("征求意见稿由部门起草。")
        }
        do {
            let (facts, actor, now) = (
                try FactsForm.facts(form), officer.actor(request, organ: organ), request.now
            )
            let id = try await office.database.write { tx in
                let one = try Consultation.begin(facts, id: tx.ids.next(), organ: organ, by: actor)
                try ConsultationStore.insert(one, in: tx)
                try ConsultationOffice.record(
                    "consultation.drafted", "起草征求意见稿：\(one.facts.title)。", one.id, by: actor, at: now, in: tx)
                return one.id
            }
            return .redirect(to: ConsultationPath.edit(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await new(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    /// The page of a draft, again with what was entered and what is wrong with it.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (account, organs) = (officer.account, officer.account.organs(for: .editConsultations))
        return try await office.database.read { tx in
            let one = try office.own(request, organs, in: tx)
            return DeskPage(
                consultation: one,
                last: one.version == 0 ? nil : try VersionStore.version(one.version, of: one.id, in: tx),
                figures: try AnswerFigures.of(one.id, in: tx),
                mayOpen: account.organs(for: .openConsultations).contains(one.organ),
                isWriter: one.editedBy == account.id,
                form: FactsForm(
                    consultation: one, entered: entered, errors: errors,
                    rules: try ConsultationRules.current(in: tx), token: request.csrf),
                today: request.now.day
            ).page
        }
    }

    /// Back to the page, or the page again with what is wrong.
    func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ act: (FormData) async throws -> Void
    ) async throws -> WebResponse {
        let form = try await request.form()
        do {
            try await act(form)
            return .redirect(to: ConsultationPath.edit(String(try request.id(ConsultationOffice.missing))))
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        try await answer(request, officer) { form in
            let (facts, seen) = (try FactsForm.facts(form), form["seen"].flatMap { Int($0) } ?? -1)
            try await office.change(request, officer, .editConsultations, "consultation.drafted", "修改") {
                one, actor, _ in
                try one.edit(facts, seen: seen, by: actor)
            }
        }
    }
}
