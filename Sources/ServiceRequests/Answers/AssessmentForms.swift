import Cases
import Refusals
import Web
import WorkingTime

/// Whether the answer helped, and what can be done when it did not.
struct AssessmentForms {
    let page: MyRequestPage

    private var subject: Case { page.subject }

    var html: HTML? {
        guard page.isAuthor, subject.result?.outcome == .answered else { return nil }
        return "\(assessment)\(further)"
    }

    private var assessment: HTML {
        if let solved = page.row.solved {
            return Notice(solved ? "您表示问题已经解决" : "您表示问题没有解决", tone: .plain).html
        }
        let fields = [
            Field(
                "solved", "问题解决了没有", .choice, value: page.entered?["solved"] ?? "",
                options: Assessment.options(mayBeRepeated: mayBeRepeated), error: page.errors["solved"]),
            Field(
                "grade", "对办理的评价", .choice, value: page.entered?["grade"] ?? "",
                options: Rating.grades.map { Field.Option(String($0.value), $0.label) },
                error: page.errors["grade"]),
            Field(
                "lack", "还差什么", .longText, hint: hint, isRequired: false,
                value: page.entered?["lack"] ?? "", error: page.errors["lack"]),
        ]
        return Card(
            "问题解决了没有",
            Form(
                action: RequestPath.assessment(page.number), token: page.token, fields: fields, submit: "提交评价"
            ).html
        ).html
    }

    private var mayBeRepeated: Bool {
        page.next == nil && subject.isRepeatable(at: page.view.now, by: page.rules, page.view.calendar)
    }

    private func last(_ days: Int) -> CivilDate? { subject.lastDay(of: days, by: page.view.calendar) }

    private var hint: String {
        guard mayBeRepeated, let last = last(page.rules.limits.reopenDays) else { return "没有解决的填写。" }
        return "没有解决的填写。\(last.chinese)以前可以要求重办一次，重办的答复由承办单位负责人审签。"
    }

    /// What stands open beside the assessment: whoever has not asked for it with that may do so while there is time.
    private var further: HTML? {
        if let next = page.next {
            return "<p><a href=\"\(RequestPath.mine(next))\">您已经提出重办或者复查，编号 \(next)</a></p>"
        }
        if subject.requestProcess == .ticket {
            return form(
                mayBeRepeated && page.row.solved == false, "要求重办", RequestPath.again(page.number),
                within: page.rules.limits.reopenDays, hint: "重办的答复由承办单位负责人审签。写明哪一点没有解决。")
        }
        let review = page.rules.review(after: subject)
        return form(
            review != nil, "请求\(review?.name ?? "")", RequestPath.review(page.number),
            within: page.rules.limits.reviewAskDays, hint: "写明对意见的哪一点不服，有什么理由。")
    }

    private func form(
        _ isOpen: Bool, _ title: String, _ action: String, within days: Int, hint: String
    ) -> HTML? {
        guard isOpen, let last = last(days), page.view.now.day <= last else { return nil }
        let field = Field(
            "reason", "理由", .longText, hint: hint, value: page.entered?["reason"] ?? "",
            error: page.errors["reason"])
        return Card(
            title,
            """
            <p>\(last.chinese)以前可以\(title)。</p>\(Form(
                action: action, token: page.token, fields: [field], submit: "\(title)").html)
            """
        ).html
    }
}
