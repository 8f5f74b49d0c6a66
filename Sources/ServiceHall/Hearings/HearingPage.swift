import Cases
import Codes
import Desk
import Refusals
import Web
import WorkingTime

/// How the hearing stands, and what the applicant can do about it now.
struct HearingPage {
    let view: CaseView
    let hearing: Hearing
    let errors: [FieldError]
    /// What was entered with the request.
    let words: String
    let isApplicant: Bool
    let token: CSRFToken

    private var number: String { view.subject.number.text }

    var page: Page {
        Page(
            "听证",
            crumbs: [
                Link("我的办件", ApplicantPath.cases), Link(number, ApplicantPath.progress(number)),
                Link("听证", nil),
            ],
            body: """
                \(ErrorSummary(errors).html)
                <h1>听证</h1>
                <p class="lead">\(view.subject.plan.name) · \(view.subject.applicant.name)</p>
                \(HearingSummary(hearing, now: view.now).html)
                \(if: isApplicant, doings)
                <p class="actions"><a class="button quiet" href="\(ApplicantPath.progress(number))">回到办件进度</a></p>
                """)
    }

    private var doings: HTML {
        switch hearing.state(at: view.now) {
        case .told: asking
        case .held: confirming
        case .waived, .requested, .scheduled, .closed: .empty
        }
    }

    private var asking: HTML {
        let field = Field(
            "words", "要求听证的理由", .longText, hint: "听证不收费。要求听证以后，办理时限停止计算，直到听证结束。", isRequired: false,
            value: words, error: errors["words"])
        return """
            \(Form(
                action: ApplicantPath.hearing(number, .requests), token: token, fields: [field],
                submit: HearingAct.requests.title).html)
            <p class="hint">不需要听证的，可以放弃，部门不用等到期限届满就能作出决定。</p>
            \(button(.waiver))
            """
    }

    private var confirming: HTML {
        """
        <p>请逐段核对笔录。没有错误的，请确认；有错误的，请联系主持人更正后再确认。</p>
        \(button(.confirmation))
        """
    }

    private func button(_ act: HearingAct) -> HTML {
        PostButton(
            act.title, action: ApplicantPath.hearing(number, act), token: token,
            tone: act == .confirmation ? .primary : .quiet
        ).html
    }
}
