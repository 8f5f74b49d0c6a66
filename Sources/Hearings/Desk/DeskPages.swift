import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Hearings on the desk: prepared, and looked at.
struct DeskPages: Sendable {
    let office: HearingOffice

    var routes: [Route] {
        [
            .get(HearingPath.desk, .may(.editHearings), "听证会") { request, officer in
                let organs = officer.account.organs(for: .editHearings)
                let found = try await office.database.read {
                    try HearingStore.list(of: organs, after: request.query("after"), in: $0)
                }
                return .page(DeskListPage(hearings: found, request: request).page)
            },
            .get(HearingPath.new, .may(.editHearings), "筹备听证会") { request, _ in
                .page(try await new(request))
            },
            .post(HearingPath.new, .may(.editHearings), journal: "public_hearing.drafted", "筹备听证会") {
                try await begin($0, $1)
            },
            .get(HearingPath.edit("{id}"), .may(.editHearings), "听证会") { .page(try await show($0, $1)) },
            .post(
                HearingPath.edit("{id}"), .may(.editHearings), journal: "public_hearing.drafted", "修改听证会"
            ) {
                request, officer in
                try await answer(request, officer) { form in
                    let seen = form["seen"].flatMap { Int($0) } ?? -1
                    try await office.change(request, officer, .editHearings, "public_hearing.drafted", "修改") {
                        one, actor, tx in
                        let facts = try FactsForm.facts(form, HearingRules.current(in: tx))
                        try one.edit(facts, seen: seen, by: actor)
                    }
                }
            },
        ]
    }

    private func new(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = [])
        async throws
        -> Page
    {
        let rules = try await office.database.read { try HearingRules.current(in: $0) }
        return NewHearingPage(
            form: FactsForm(
                hearing: nil, entered: entered, errors: errors, rules: rules, token: request.csrf)
        ).page
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        guard let organ = officer.account.organs(for: .editHearings).sorted().first else {
            throw DomainError.forbidden("听证会由部门筹备。")
        }
        let (actor, now) = (officer.actor(request, organ: organ), request.now)
        do {
            let id = try await office.database.write { tx in
                let facts = try FactsForm.facts(form, HearingRules.current(in: tx))
                let one = try Hearing.begin(facts, id: tx.ids.next(), organ: organ, by: actor)
                try HearingStore.insert(one, in: tx)
                try HearingOffice.record(
                    "public_hearing.drafted", "筹备听证会：\(one.facts.title)。", one.id, by: actor, at: now, in: tx)
                return one.id
            }
            return .redirect(to: HearingPath.edit(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await new(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    /// The page of a hearing, again with what was entered and what is wrong with it.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> Page {
        let (account, organs) = (officer.account, officer.account.organs(for: .editHearings))
        return try await office.database.read { tx in
            let one = try office.own(request, organs, in: tx)
            return DeskPage(
                hearing: one, materials: try HearingMaterial.all(of: one.id, in: tx),
                registrations: try RegistrationStore.all(of: one.id, in: tx),
                lines: try RecordStore.lines(of: one.id, in: tx),
                mayAnnounce: account.organs(for: .announceHearings).contains(one.organ),
                isWriter: one.editedBy == account.id,
                form: FactsForm(
                    hearing: one, entered: entered, errors: errors, rules: try HearingRules.current(in: tx),
                    token: request.csrf),
                now: request.now
            ).page
        }
    }

    /// Back to the page, or the page again with what is wrong.
    func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ act: (FormData) async throws -> Void
    ) async throws
        -> WebResponse
    {
        let form = try await request.form()
        do {
            try await act(form)
            return .redirect(to: HearingPath.edit(String(try request.id(HearingOffice.missing))))
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }
}
