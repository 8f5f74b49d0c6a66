import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// What all that is posted from the page of a request has in common: who acts, and what is shown when it is refused.
extension RequestDeskPages {
    /// Does what an ordinary form asks for.
    func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ work: (String, FormData, Actor) async throws -> Void
    ) async throws -> WebResponse {
        let form = try await request.form()
        return try await attempt(request, officer, entered: nil) { try await work($0, form, $1) }
    }

    /// Does it and comes back to the page; what can be corrected is shown there.
    func attempt(
        _ request: WebRequest, _ officer: OfficerContext, entered: AnswerForm?,
        _ work: (String, Actor) async throws -> Void
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let subject = try await requests.view(number, for: officer.viewer).subject
        let actor = officer.handler(
            of: subject, channel: request.channel.rawValue, address: request.address)
        do {
            try await work(number, actor)
            return .redirect(to: DisclosurePath.desk(number))
        } catch DomainError.invalid(let errors) {
            return try await show(
                request, officer, entered: entered, errors: errors, status: .unprocessableContent)
        }
    }

    /// The page of a request.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: AnswerForm? = nil,
        errors: [FieldError] = [], status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let view = try await requests.view(number, for: officer.viewer)
        let actor = officer.handler(
            of: view.subject, channel: request.channel.rawValue, address: request.address)
        // Somebody's request is personal data: who looked is written down before it is shown.
        try await requests.cases.record(.masked(error: nil), of: number, by: actor)
        let (rules, asked, fees) = try await requests.database.read { tx in
            (
                try requests.book.current(in: tx), try ConsultationStore.all(of: view.subject.id, in: tx),
                try FeeStore.all(of: view.subject.id, in: tx)
            )
        }
        let page = RequestDeskPage(
            view: view, rules: rules, consultations: asked, fees: fees, entered: entered, errors: errors,
            actor: actor, token: request.csrf)
        return .page(page.page, status: status)
    }
}
