import Cases
import Codes
import Identity
import Refusals
import Web

/// What the author says of an answer, and asks for next.
struct AssessmentPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .post(
                RequestPath.assessment("{number}"), .signedIn, journal: "service_request.assessed", "评价答复"
            ) { request, caller in
                try await attempt(request, caller) { number, form in
                    let said = try Assessment(
                        solved: form["solved"] ?? "", grade: form["grade"] ?? "", reason: form["lack"] ?? "")
                    return try await office.say(
                        said, of: number, by: caller.actor(request), as: caller.viewer) ?? number
                }
            },
            .post(RequestPath.again("{number}"), .signedIn, journal: "case.submitted", "要求重办") {
                request, caller in
                try await attempt(request, caller) { number, form in
                    try await office.sayAgain(
                        number, because: form["reason"] ?? "", account: caller.account,
                        actor: caller.actor(request)
                    ).root.number.text
                }
            },
            .post(RequestPath.review("{number}"), .signedIn, journal: "case.submitted", "请求复查复核") {
                request, caller in
                try await attempt(request, caller) { number, form in
                    try await office.askReview(
                        of: number, because: form["reason"] ?? "", by: caller.actor(request),
                        as: caller.viewer
                    ).root.number.text
                }
            },
        ]
    }

    /// Does it and comes to the page of the matter it leads to; what can be corrected is shown where it was entered.
    private func attempt(
        _ request: WebRequest, _ caller: SignedIn, _ work: (String, FormData) async throws -> String
    ) async throws -> WebResponse {
        let form = try await request.form()
        do {
            return .redirect(to: RequestPath.mine(try await work(try request.parameter("number"), form)))
        } catch DomainError.invalid(let errors) {
            return try await MyRequestPages(office: office).show(
                request, caller, errors: errors, entered: form)
        }
    }
}
