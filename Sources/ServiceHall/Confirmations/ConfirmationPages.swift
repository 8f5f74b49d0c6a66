import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Web

/// The applicant's yes at the counter: `/applications/{id}/confirmation`.
extension ApplicationPages {
    var confirmation: [Route] {
        [
            .post(
                ApplicationPath.confirmationCodeRoute, .signedIn, journal: "application.code_sent", "发送代办确认码"
            ) { request, caller in
                try await atTheCounter(request, caller) { wizard in
                    try await confirmations.send(wizard.content, by: caller.actor(request), at: request.now)
                }
            },
            .post(
                ApplicationPath.confirmationRoute, .signedIn, journal: "application.confirmed", "记录申请人的确认"
            ) { request, caller in
                try await atTheCounter(request, caller) { wizard in
                    try await confirm(wizard, request, caller)
                }
            },
        ]
    }

    private var confirmations: Confirmations {
        Confirmations(database: door.drafts.database, outbox: door.prechecks.outbox)
    }

    private func confirm(_ wizard: Wizard, _ request: WebRequest, _ caller: SignedIn) async throws {
        let (form, actor) = (try await request.form(), caller.actor(request))
        if let code = form[ApplicantConfirmation.codeField] {
            return try await confirmations.answer(code, wizard.content, by: actor, at: request.now)
        }
        let given = try ApplicantConfirmation.faceToFace(
            form[ApplicantConfirmation.wayField], of: wizard.draft.applicant, to: wizard.content.digest,
            by: actor,
            at: request.now)
        try await confirmations.keep(given, of: wizard.content, by: actor, at: request.now)
    }

    /// Only a clerk's draft for somebody else is confirmed; nobody confirms their own to themselves.
    private func atTheCounter(
        _ request: WebRequest, _ caller: SignedIn, _ work: (Wizard) async throws -> Void
    ) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            guard wizard.draft.isAtCounter else { throw Drafts.missing }
            try ApplicantConfirmation.admit(caller.account, for: wizard.draft.applicant)
            let now = request.now
            do {
                try await work(wizard)
                return .redirect(to: ApplicationPath.check(wizard.draft.id))
            } catch DomainError.invalid(let errors) {
                return .page(
                    CheckPage(
                        wizard: wizard, problems: wizard.problems, promiseErrors: errors, now: now,
                        token: request.csrf
                    ).page, status: .unprocessableContent)
            }
        }
    }
}
