import Refusals
import Web
import WorkingTime

/// One survey: its questions while it runs, what was counted when it is over.
struct SurveyPage {
    /// How whoever looks stands to it.
    enum Standing: Sendable {
        case asked, answered, stranger, nameless, notNow, over
        /// Of their age as many have answered as are asked.
        case full(AgeBand)
    }

    let survey: Survey
    let organ: String
    let results: SurveyResults?
    let standing: Standing
    let entered: FormData?
    let errors: [FieldError]
    /// Whether the answers just given lead to further questions.
    var asksMore = false
    let token: CSRFToken

    private var path: String { SurveyPath.survey(String(survey.id)) }

    var page: Page {
        Page(
            survey.facts.title, crumbs: [Link("网上调查", SurveyPath.all), Link(survey.facts.title, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(survey.facts.title)</h1>
                <p class="hint">\(organ) · \(survey.facts.opensOn.chinese)至\(survey.facts.closesOn.chinese)</p>
                <p class="lead">\(survey.facts.purpose)</p>
                \(content)
                """)
    }

    private var content: HTML {
        switch standing {
        case .asked: form
        case .answered: Notice("您已经答过了，谢谢", "<p>\(promise)</p>", tone: .done).html
        case .stranger:
            """
            <p>\(promise)</p>
            <p class="actions"><a class="button" href="/sign-in?next=\(path)">登录后填写</a></p>
            """
        case .nameless:
            Notice("要用实名的个人账号填写", "<p>一人答一次，所以要知道您是谁；答卷不记姓名。</p>", tone: .warning).html
        case .notNow:
            Notice("现在不能填写", "<p>\(promise)</p>").html
        case .over: over
        case .full(let band): full(band)
        }
    }

    /// The name under which the page says which of the questions that not everybody is asked stood on it.
    static let shown = "asked"

    private var promise: String { "一人答一次。答卷里没有您的姓名和时间，谁也查不出是谁答的。\(published)" }

    private var published: String { "结果在\(survey.facts.closesOn.adding(days: 1).chinese)公布在这里。" }

    private var form: HTML {
        let asked = survey.asked { entered?.all($0) ?? [] }
        let fields = survey.questions.enumerated().filter { asked.contains($1) }.map { place, question in
            QuestionField(question: question, place: place + 1, entered: entered, error: errors[question.key])
                .field
        }
        let shown = HTML.joined(
            asked.filter { $0.condition != nil }.map {
                "<input type=\"hidden\" name=\"\(Self.shown)\" value=\"\($0.key)\">"
            })
        return """
            \(if: asksMore, Notice("根据您的回答，还有新的问题", tone: .warning).html)
            <p>\(promise)</p>
            \(Form(action: path, token: token, fields: fields, also: shown, submit: "提交答卷").html)
            """
    }

    /// Said before anybody fills it in; who did meanwhile keeps what they wrote, without a form that nobody takes.
    private func full(_ band: AgeBand) -> HTML {
        """
        \(Notice("\(band.chinese)的名额已满", "<p>谢谢您的关心，这个年龄段不再收答卷。\(published)</p>", tone: .warning).html)
        \(entered.map { KeptAnswers(survey: survey, entered: $0).html })
        """
    }

    private var over: HTML {
        guard let results else { return Notice("已经结束，正在统计", "<p>几分钟以后公布在这里。</p>").html }
        return """
            \(survey.conclusion.map { Card("结果怎样采用", "<p>\($0)</p>").html })
            \(ResultsPieces(survey: survey, results: results).html)
            """
    }
}

/// A question as a field of a form.
struct QuestionField {
    let question: SurveyQuestion
    let place: Int
    var entered: FormData?
    var error: Sentence?
    /// Of whom it is asked, for those who write the survey.
    var whom: String?

    var field: Field {
        let kind: Field.Kind =
            switch question.kind {
            case .one, .scale: .choice
            case .several: .choices
            case .text: .longText
            }
        return Field(
            question.key, "\(place). \(question.words)", kind,
            hint: hint, isRequired: question.isRequired,
            values: entered?.all(question.key) ?? [],
            options: question.choices.map { .init($0.value, $0.label) }, error: error)
    }

    private var hint: String? {
        let parts = [whom.map { "\($0)。" }, question.kind == .text ? "请不要写姓名、电话等个人信息。" : nil]
        return parts.contains { $0 != nil } ? parts.compactMap(\.self).joined() : nil
    }
}

/// The survey as it will look, for those who write it.
struct PreviewPage {
    let survey: Survey
    let token: CSRFToken

    var page: Page {
        let id = String(survey.id)
        let fields = survey.questions.enumerated().map {
            QuestionField(question: $1, place: $0 + 1, whom: survey.condition(of: $1)).field
        }
        return Page(
            "填写时的样子",
            crumbs: [
                Link("工作台", "/desk"), Link("问卷", SurveyPath.desk),
                Link(survey.facts.title, SurveyPath.edit(id)), Link("填写时的样子", nil),
            ], area: .desk,
            body: """
                <h1>\(survey.facts.title)</h1>
                <p class="lead">\(survey.facts.purpose)</p>
                <div class="form">\(each: fields, \.html)</div>
                """)
    }
}
