import Cases
import Codes
import HTTPTypes
import Identity
import Refusals
import Web

/// 听证, as the applicant meets it: asked for or waived, then the day, then the record.
struct HearingPages: Sendable {
    let cases: Cases

    var routes: [Route] {
        [
            .get(ApplicantPath.hearing("{number}"), .signedIn, "听证") { request, caller in
                let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
                return .page(try page(view, [], "", request, caller))
            }
        ]
            + HearingAct.allCases.map { act in
                .post(ApplicantPath.hearing("{number}", act), .signedIn, journal: act.journal, act.title) {
                    try await perform(act, $0, $1)
                }
            }
    }

    private func perform(
        _ act: HearingAct, _ request: WebRequest, _ caller: SignedIn
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let words = try await request.form()["words"] ?? ""
        do {
            try await cases.change(number, by: caller.actor(request), as: caller.viewer) {
                try act.perform(number, words: words, on: &$0, $1)
            }
        } catch DomainError.invalid(let errors) {
            let view = try await cases.view(number, for: caller.viewer)
            return .page(
                try page(view, errors, words, request, caller), status: .unprocessableContent)
        }
        return .redirect(to: ApplicantPath.hearing(number))
    }

    private func page(
        _ view: CaseView, _ errors: [FieldError], _ words: String, _ request: WebRequest, _ caller: SignedIn
    ) throws -> Page {
        guard let hearing = view.subject.hearing else {
            throw DomainError.notFound("这件申请没有听证。")
        }
        return HearingPage(
            view: view, hearing: hearing, errors: errors, words: words,
            isApplicant: view.subject.isApplicant(caller.actor(request)), token: request.csrf
        ).page
    }
}
