import Cases
import Codes
import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web

/// Checking and handing in: `/applications/{id}/check` and `/applications/{id}/submission`.
extension ApplicationPages {
    var submission: [Route] {
        [
            .get(ApplicationPath.check, .signedIn, "核对申请") { request, caller in
                try await door.open(request, caller) { wizard in
                    let earlier = try await filings.cases.underWay(
                        wizard.service.code, for: wizard.draft.applicant)
                    return .page(
                        CheckPage(
                            wizard: wizard, problems: wizard.problems, earlier: earlier,
                            now: request.now, token: request.csrf
                        ).page)
                }
            },
            .post(
                ApplicationPath.precheck, .signedIn, journal: "application.precheck_requested", "请窗口预审"
            ) { request, caller in
                try await door.open(request, caller) { wizard in
                    let hall = try await filings.plan(of: wizard.service).hall
                    try await door.prechecks.request(
                        wizard.draft, at: hall, by: caller.actor(request), at: request.now)
                    return .redirect(to: ApplicationPath.check(wizard.draft.id))
                }
            },
            .post(ApplicationPath.submission, .signedIn, journal: "case.submitted", "提交申请") {
                try await submit($0, $1)
            },
        ]
    }

    private func submit(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let form = try await request.form()
            let choice = PromiseChoice(form)
            var wrong = wizard.errors(of: choice)
            if let seen = form[CheckPage.version], seen != String(wizard.service.version) {
                // Published between the check and the button: what was promised is another text.
                wrong.append(FieldError(CheckPage.promise, "您核对以后，这个事项的办事指南又更新了，请再核对一遍。"))
            } else if form[CheckPage.promise] != "true" {
                wrong.append(FieldError(CheckPage.promise, "请确认所填内容和材料真实、有效。"))
            }
            if let missing = ApplicantConfirmation.missing(wizard.confirmed, channel: wizard.draft.channel) {
                wrong.append(FieldError(ApplicantConfirmation.wayField, missing))
            }
            guard wrong.isEmpty, wizard.stale.isEmpty else {
                return refused([], promises: wrong, choice, wizard, request)
            }
            do {
                let number = try await file(wizard, choice, request, caller)
                return .redirect(to: ApplicationPath.receipt(number))
            } catch DomainError.invalid(let errors) {
                return refused(errors, promises: [], choice, wizard, request)
            }
        }
    }

    /// A draft becomes one case, however often it is handed in: the draft is the idempotency key.
    private func file(
        _ wizard: Wizard, _ choice: PromiseChoice, _ request: WebRequest, _ caller: SignedIn
    ) async throws -> String {
        let draft = wizard.draft
        let actor = caller.actor(request)
        // Between the first question and now a mandate may have ended.
        _ = try await applicants.named(draft.applicant.code, by: caller.account, for: wizard.service.item)
        let key = "application/\(draft.id)"
        let submission = Submission(
            service: wizard.service, form: wizard.form,
            materials: draft.handedIn.map { ($0.requirement, $0.fileID) }, applicant: draft.applicant,
            channel: request.isKiosk && !draft.isAtCounter ? FilingRecord.kiosk : draft.channel,
            deferred: choice.deferred, commits: choice.commits, drawings: draft.drawings,
            confirmation: draft.isAtCounter ? wizard.confirmed : nil)
        let matter = try await filings.file(
            submission, by: actor,
            once: .init(
                accountID: caller.accountID, key: key, operation: "POST /applications/{id}/submission",
                digest: key))
        try await door.drafts.close(draft, as: matter.root.number.text, by: actor, at: request.now)
        return matter.root.number.text
    }

    private func refused(
        _ errors: [FieldError], promises: [FieldError], _ choice: PromiseChoice, _ wizard: Wizard,
        _ request: WebRequest
    ) -> WebResponse {
        let problems = errors.isEmpty ? wizard.problems : errors
        return .page(
            CheckPage(
                wizard: wizard, problems: problems, promiseErrors: promises, choice: choice,
                now: request.now, token: request.csrf
            ).page,
            status: .unprocessableContent)
    }
}
