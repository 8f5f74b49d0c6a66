import Cases
import Codes
import Refusals
import Web

/// 好差评: five grades and, if one likes, a few words; once, after the matter is over.
struct RatingForm {
    var grade: Int?
    var comment = ""
    var reasons: [String] = []
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormData) {
        grade = form["grade"].flatMap { Int($0) }
        comment = form["comment"] ?? ""
        reasons = form.all("reasons")
    }

    /// The comment; `nil` when nothing was written.
    var commentOrNil: String? { comment.isEmpty ? nil : comment }

    /// The same form with what is wrong with it.
    func refused(_ errors: [FieldError]) -> RatingForm {
        var form = self
        form.errors = errors
        return form
    }

    /// The form when it is the time to rate, what was given when it has been, else nothing.
    func html(for subject: Case, mayRate: Bool, token: CSRFToken) -> HTML? {
        if let rating = subject.rating { return "<p>您的评价：\(rating.label)。\(rating.comment ?? "")</p>" }
        guard mayRate, subject.phase.isFinal, subject.phase != .withdrawn, !subject.isChild else {
            return nil
        }
        return Form(
            action: ApplicantPath.ratings(subject.number.text), token: token, fields: [grades, ticks, words],
            submit: "提交评价"
        ).html
    }

    private var grades: Field {
        Field(
            "grade", "您对这次办事满意吗？", .choice, value: grade.map(String.init) ?? "",
            options: Rating.grades.map { Field.Option(String($0.value), $0.label) }, error: errors["grade"])
    }

    private var ticks: Field {
        Field(
            "reasons", "为什么", .choices, isRequired: false, values: reasons,
            options: Rating.reasons.map { Field.Option($0.code, $0.label) }, error: errors["reasons"])
    }

    private var words: Field {
        Field(
            "comment", "想说的话", .longText, hint: "办事的部门和监察人员会看到。请不要写身份证号码等个人信息。", isRequired: false,
            value: comment, error: errors["comment"])
    }
}
