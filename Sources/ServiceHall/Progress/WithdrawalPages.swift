import Cases
import Codes
import HTTPTypes
import Identity
import Refusals
import Web

/// 撤回申请: asked once more before it is done, for it cannot be taken back.
struct WithdrawalPages: Sendable {
    let cases: Cases

    var routes: [Route] {
        [
            .get(ApplicantPath.withdrawal("{number}"), .signedIn, "撤回申请") { request, caller in
                let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
                return .page(page(view, request))
            },
            .post(ApplicantPath.withdrawal("{number}"), .signedIn, journal: "case.withdrawn", "撤回申请") {
                try await withdraw($0, $1)
            },
        ]
    }

    private func withdraw(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let reason = try await request.form()["reason"] ?? ""
        do {
            try await cases.change(number, by: caller.actor(request), as: caller.viewer) {
                try $0.withdraw(reason: reason, on: $1)
            }
        } catch DomainError.invalid(let errors) {
            let view = try await cases.view(number, for: caller.viewer)
            return .page(page(view, request, reason, errors), status: .unprocessableContent)
        }
        return .redirect(to: "\(ApplicantPath.progress(number))?done=\(ProgressPage.Done.withdrawn.rawValue)")
    }

    private func page(
        _ view: CaseView, _ request: WebRequest, _ reason: String = "", _ errors: [FieldError] = []
    ) -> Page {
        let whole = view.parent ?? view.subject
        let number = whole.number.text
        let field = Field(
            "reason", "撤回的原因", .longText, isRequired: false, value: reason,
            error: errors["reason"])
        return Page(
            "撤回申请",
            crumbs: [
                Link("我的办件", ApplicantPath.cases), Link(number, ApplicantPath.progress(number)),
                Link("撤回申请", nil),
            ],
            body: """
                \(ErrorSummary(errors).html)
                <h1>确定要撤回这件申请吗？</h1>
                <p class="lead">\(whole.plan.name) · \(whole.applicant.name)</p>
                <p>撤回以后，所有部门都停止办理，不能恢复；需要时可以重新申请。已经提交的材料仍按规定存档。</p>
                \(form(number, field, token: request.csrf))
                """)
    }

    private func form(_ number: String, _ field: Field, token: CSRFToken) -> HTML {
        """
        <form class="form" method="post" action="\(ApplicantPath.withdrawal(number))" novalidate>
        \(token.field)\(field.html)
        <p class="actions"><button class="button danger">撤回申请</button>
        <a class="button quiet" href="\(ApplicantPath.progress(number))">不撤回，继续办理</a></p></form>
        """
    }
}
