import Web

/// The questions of a draft, in their order.
struct QuestionList {
    let survey: Survey
    let token: CSRFToken

    private var id: String { String(survey.id) }

    var html: HTML {
        """
        \(list)
        <p class="actions"><a class="button\(survey.questions.isEmpty ? "" : " quiet")" \
        href="\(SurveyPath.question(id, "new"))">加一个问题</a></p>
        """
    }

    private var list: HTML {
        guard !survey.questions.isEmpty else { return EmptyState("还没有问题").html }
        return Table(
            "问题", columns: [.init("问题"), .init("回答"), .init("选项"), .init("操作")],
            rows: survey.questions.enumerated().map(row)
        ).html
    }

    private func row(_ place: Int, _ question: SurveyQuestion) -> [HTML] {
        [
            """
            <a href="\(SurveyPath.question(id, question.key))">\(place + 1). \(question.words)</a>\
            \(if: !question.isRequired, "（选填）")\(survey.condition(of: question).map { "<p class=\"hint\">\($0)</p>" as HTML })
            """,
            "\(question.kind.chinese)", "\(question.options.joined(separator: "、"))",
            "\(if: place > 0, button("上移", "up", question))\(button("去掉", "removal", question))",
        ]
    }

    private func button(_ label: String, _ act: String, _ question: SurveyQuestion) -> HTML {
        PostButton(
            label, action: SurveyPath.questionAct(id, question.key, act), token: token,
            values: [("seen", String(survey.revision))]
        ).html
    }
}
