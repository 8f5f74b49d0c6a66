import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// The government's side of requests, beside the ordinary desk: who answers, what is answered, whose name is protected.
struct RequestDeskPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.desk, .staff, "群众诉求") { try await list($0, $1) },
            .get(RequestPath.desk("{number}"), .staff, "群众诉求") { try await show($0, $1) },
            .post(
                RequestPath.assignment("{number}"), .may(.assignRequests), journal: "case.assigned", "转送、交办"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    try await office.assign(
                        number, to: form["organ"] ?? "", isFinal: form["final"] == "yes",
                        asking: AssistanceForm(form),
                        reportBy: OwedReport.day(form["report_by"], on: request.now.day),
                        by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.refusal("{number}"), .may(.assignRequests), journal: "case.refused", "告知不予受理"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    let finding = Finding(outcome: form["outcome"] ?? "", opinion: form["opinion"])
                    try await office.refuse(
                        number, with: finding, way: form["way"], by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.answer("{number}"), .may(.answerRequests), journal: "task.completed", "拟写答复"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    try await office.draft(AnswerForm(form), for: number, by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.identity("{number}"), .may(.openIdentities),
                journal: "service_request.identity_opened", "查看受保护的身份"
            ) { try await open($0, $1) },
        ] + assistanceRoutes + furtherRoutes
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let mine = officer.account.organs(for: .readCases).sorted()
        let (slice, rules, names) = try await office.database.read { tx in
            let slice = try RequestStore.desk(mine, after: request.query("after"), in: tx)
            return (
                slice, try office.book.current(in: tx),
                try Directory.names(of: Set(slice.items.map(\.organ)), in: tx)
            )
        }
        return .page(
            DeskListPage(
                rows: slice.items, rules: rules, organs: names,
                takesIn: officer.may(.takeInRequests), pager: Pager(next: slice.next, of: request)
            ).page)
    }

    /// Shown once and kept nowhere: whoever comes back to the page is asked for a reason anew.
    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let number = try request.parameter("number")
        let reason = try await request.form()["reason"] ?? ""
        let subject = try await office.subject(number, for: officer.viewer)
        let actor = officer.actor(request, organ: officer.organ(handling: subject))
        do {
            let author = try await office.identity(
                behind: number, because: reason, by: actor, as: officer.viewer)
            return try await show(request, officer, opened: author)
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors)
        }
    }

    /// Does what a form asks for and comes back to the page; what can be corrected is shown there.
    ///
    /// - Parameter acting: the organ for which it is done; that which handles it unless said otherwise.
    func act(
        _ request: WebRequest, _ officer: OfficerContext, for acting: ((Case) -> String?)? = nil,
        _ work: (String, FormData, Actor) async throws -> Void
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let form = try await request.form()
        let subject = try await office.subject(number, for: officer.viewer)
        do {
            let organ = (acting ?? officer.organ(handling:))(subject)
            try await work(number, form, officer.actor(request, organ: organ))
            return .redirect(to: RequestPath.desk(number))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, entered: form, errors: errors)
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = [],
        opened: HiddenAuthor? = nil
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let view = try await office.view(number, for: officer.viewer)
        let actor = officer.actor(request, organ: officer.organ(handling: view.subject))
        // What somebody says is personal data: who looked is written down before it is shown.
        async let recorded: Void = office.cases.record(.masked(error: nil), of: number, by: actor)
        async let background = office.background(of: view.subject)
        let answers = try await answers(for: view, officer)
        try await recorded
        let page = RequestDeskPage(
            view: view, background: try await background, entered: entered, errors: errors, opened: opened,
            answers: answers, chosen: answers.first { $0.id == request.query("entry") }, officer: officer,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }
}

extension OfficerContext {
    /// The organ for which the officer acts in a request: one that has a step open, else one of their own that has to do
    /// with it.
    func organ(handling subject: Case) -> String? {
        let steps = subject.openTasks.filter { !$0.isAssistance }.map(\.organ)
        let handling = steps + [subject.plan.organ, subject.plan.hall] + subject.assistance.map(\.organ)
        return handling.first(where: organs.contains)
    }
}
