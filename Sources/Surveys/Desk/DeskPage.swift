import Refusals
import Web
import WorkingTime

/// One survey on the desk.
struct DeskPage {
    let survey: Survey
    let counts: [AgeBand: Int]
    let results: SurveyResults?
    let words: WrittenWords
    let panels: [Panel]
    let mayPublish: Bool
    let isWriter: Bool
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    private var id: String { String(survey.id) }

    var page: Page {
        Page(
            survey.facts.title,
            crumbs: [Link("工作台", "/desk"), Link("问卷", SurveyPath.desk), Link(survey.facts.title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(survey.facts.title)</h1>
                <p>\(survey.badge(on: today)) \(survey.facts.opensOn.chinese)至\(survey.facts.closesOn.chinese)</p>
                \(content)
                """)
    }

    private var content: HTML {
        switch survey.state {
        case .draft: draft
        case .open: running
        case .closed: closed
        }
    }

    private var draft: HTML {
        """
        \(publication)
        <h2>问题</h2>
        \(QuestionList(survey: survey, token: token).html)
        <h2>说明和时间</h2>
        \(FactsForm(survey: survey, entered: entered, errors: errors, token: token).html)
        """
    }

    private var publication: HTML {
        let preview = "<p><a href=\"\(SurveyPath.preview(id))\">看看填写时的样子</a></p>" as HTML
        guard mayPublish, !isWriter, !survey.questions.isEmpty else {
            return Notice("还没有发布", "<p>由最后修改的人以外的另一人发布。发布以后不能再改。</p>\(preview)").html
        }
        let button = PostButton(
            "发布", action: SurveyPath.act(id, "publication"), token: token, tone: .primary)
        return Notice("等您发布", "<p>发布以后问题不能再改。</p>\(preview)\(button.html)").html
    }

    private var running: HTML {
        let end = PostButton("提前结束", action: SurveyPath.act(id, "end"), token: token, tone: .danger)
        return """
            <p><a href="\(SurveyPath.survey(id))">公开的页面</a></p>
            \(taken)
            \(PanelPieces(survey: survey, panels: panels, errors: errors, token: token).html)
            \(if: mayPublish, "<div class=\"actions\">\(end.html)</div>")
            """
    }

    /// How many of which age; not what they say, so that nobody steers the survey by it.
    private var taken: HTML {
        Table(
            "已收到", columns: [.init("年龄"), .init("已收到", isNumber: true), .init("名额", isNumber: true)],
            rows: AgeBand.allCases.map { band in
                [
                    "\(band.chinese)", "\(counts[band] ?? 0)",
                    "\(survey.facts.quotas[band].map(String.init) ?? "不限")",
                ]
            }
        ).html
    }

    private var closed: HTML {
        guard let results else { return Notice("正在统计", "<p>几分钟以后公布。</p>").html }
        return """
            \(conclusion)
            \(ResultsPieces(survey: survey, results: results).html)
            \(each: words.questions, written)
            \(further)
            """
    }

    private func written(_ question: WrittenWords.Question) -> HTML {
        let list: HTML =
            question.written.isEmpty
            ? "<p>这一页的答卷没有写。</p>" : "<ul>\(each: question.written, { "<li>\($0)</li>" })</ul>"
        return Card("写的意见：\(question.words)", list).html
    }

    /// This page is also shown after a form that was wrong, so its links name where it stands.
    private var further: HTML? {
        guard !words.questions.isEmpty, !words.isFirst || words.next != nil else { return nil }
        let first: HTML? =
            words.isFirst
            ? nil : "<a class=\"button quiet\" href=\"\(SurveyPath.edit(id))\" rel=\"first\">回到第一页</a>"
        let next: HTML? = words.next.map {
            "<a class=\"button quiet\" href=\"\(SurveyPath.edit(id))?after=\($0)\" rel=\"next\">后面的意见</a>"
        }
        return "<nav class=\"pager\" aria-label=\"翻意见\">\(first)\(next)</nav>"
    }

    private var conclusion: HTML {
        let field = Field(
            "conclusion", "结果说明", .longText, hint: "怎样采用调查结果，公布在问卷页面上。",
            value: entered?["conclusion"] ?? survey.conclusion ?? "", error: errors["conclusion"])
        guard mayPublish else { return .empty }
        return Form(
            action: SurveyPath.act(id, "conclusion"), token: token, fields: [field], submit: "公布结果说明"
        ).html
    }
}
