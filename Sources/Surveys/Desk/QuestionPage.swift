import Refusals
import Web

/// Where one question is written.
struct QuestionPage {
    let survey: Survey
    let key: String
    let question: SurveyQuestion?
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var title: String { question == nil ? "加一个问题" : "修改问题" }

    var page: Page {
        let id = String(survey.id)
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(survey.revision)\">" as HTML
        return Page(
            title,
            crumbs: [
                Link("工作台", "/desk"), Link("问卷", SurveyPath.desk),
                Link(survey.facts.title, SurveyPath.edit(id)), Link(title, nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                \(Form(action: SurveyPath.question(id, key), token: token, fields: fields, also: seen, submit: "保存").html)
                """)
    }

    private var conditions: [Field.Option] {
        survey.conditions(before: key).map { .init($0.value, $0.label) }
    }

    private var whom: Field {
        Field(
            "when", "只问这样回答的人", .choices, hint: "不选就问所有人。可以选同一题的几个选项。", isRequired: false,
            values: entered?.all("when") ?? question?.condition?.sent ?? [], options: conditions,
            error: errors["when"])
    }

    private var fields: [Field] {
        [
            Field(
                "words", "问题", hint: "一次只问一件事；不问姓名、电话、住址。",
                value: entered?["words"] ?? question?.words ?? "", error: errors["words"]),
            Field(
                "kind", "怎样回答", .choice, value: entered?["kind"] ?? question?.kind.rawValue ?? "",
                options: SurveyQuestion.Kind.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["kind"]),
            Field(
                "options", "选项", .longText, hint: "单选、多选才要，每行一个。", isRequired: false,
                value: entered?["options"] ?? question?.options.joined(separator: "\n") ?? "",
                error: errors["options"]),
            Field(
                "required", "必须回答", .boolean,
                value: entered?["required"] ?? (question?.isRequired ?? true ? "true" : "false")),
        ] + (conditions.isEmpty ? [] : [whom])
    }
}
