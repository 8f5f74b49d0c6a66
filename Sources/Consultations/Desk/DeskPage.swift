import Refusals
import Web
import WorkingTime

/// One draft on the desk.
struct DeskPage {
    let consultation: Consultation
    let last: PublishedVersion?
    let figures: AnswerFigures
    let mayOpen: Bool
    let isWriter: Bool
    let form: FactsForm
    let today: CivilDate

    private var id: String { String(consultation.id) }
    private var token: CSRFToken { form.token }
    private var errors: [FieldError] { form.errors }
    private var entered: FormData? { form.entered }

    var page: Page {
        let title = consultation.facts.title
        return Page(
            title,
            crumbs: [Link("工作台", "/desk"), Link("征求意见", ConsultationPath.desk), Link(title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p>\(consultation.badge(on: today)) 截止\(consultation.facts.closesOn.chinese)</p>
                \(content)
                """)
    }

    private var content: HTML {
        switch consultation.state {
        case .draft:
            """
            \(opening)
            <h2>正文</h2>\(PassageList(consultation: consultation, token: token).html)
            <h2>标题、理由和时间</h2>\(form.html)
            """
        case .open:
            """
            <p><a href="\(ConsultationPath.one(id))">公开的页面</a></p>
            \(answers)
            \(revision)
            <h2>修改稿</h2>\(PassageList(consultation: consultation, token: token).html)
            \(RemovedPassages(consultation: consultation, last: last?.passages ?? [], token: token).html)
            \(closing)
            """
        case .closed:
            "<p><a href=\"\(ConsultationPath.one(id))\">公开的页面和结果</a></p>\(figures.pieces)"
        }
    }

    private var opening: HTML {
        guard mayOpen, !isWriter, !consultation.passages.isEmpty else {
            return Notice("还没有公布", "<p>由最后修改的人以外的另一人（部门负责人）公布，公布那天起开始征求意见。</p>").html
        }
        let button = PostButton(
            "公布，开始征求意见", action: ConsultationPath.act(id, "opening"), token: token, tone: .primary)
        return Notice("等您公布", "<p>公布以后标题、理由和截止日期不能再改；正文可以出修改稿，原稿保留。</p>\(button.html)").html
    }

    private var unanswered: String {
        if figures.comments == 0 { return "还没有意见。" }
        return figures.unanswered == 0 ? "全部意见都答复了。" : "还有 \(figures.unanswered) 条没有答复。"
    }

    private var answers: HTML {
        Card(
            "意见",
            """
            \(figures.pieces)
            <p>\(unanswered)</p>
            <p class="actions"><a class="button quiet" href="\(ConsultationPath.act(id, "answers"))">答复意见</a></p>
            """
        ).html
    }

    private var isChanged: Bool { !consultation.isPublished(as: last?.passages ?? []) }

    private var revision: HTML {
        guard isChanged else { return .empty }
        guard mayOpen, !isWriter else {
            return Notice("修改稿还没有公布", "<p>由最后修改的人以外的另一人（部门负责人）公布。</p>", tone: .warning).html
        }
        let note = Field(
            "note", "这一版为什么改", isRequired: true, value: entered?["note"] ?? "", error: errors["note"])
        let form = Form(
            action: ConsultationPath.act(id, "versions"), token: token, fields: [note] + removals,
            submit: "公布第 \(consultation.version + 1) 版")
        return Notice("修改稿等您公布", "<p>原来的各版保留，改了哪里、根据谁的意见，大家都看得到。</p>\(form.html)").html
    }

    /// How the fields begin that ask why passages go; the mark of the passage follows.
    static let removal = "because."

    private var removals: [Field] {
        consultation.removed(since: last?.passages ?? []).map { passage in
            let name = Self.removal + passage.anchor
            return Field(
                name, "根据哪几条意见删去“\(passage.heading)”", hint: "写意见的编号，如：3、12。公布以后，意见和删去的地方互相看得到。",
                isRequired: false, value: entered?[name] ?? "", error: errors[name])
        }
    }

    private var closing: HTML {
        guard !consultation.isTaking(on: today), mayOpen else { return .empty }
        let field = Field(
            "outcome", "总的采纳情况和下一步", .longText, hint: "和每条意见的答复一起公布。", value: entered?["outcome"] ?? "",
            error: errors["outcome"])
        let form = Form(
            action: ConsultationPath.act(id, "closing"), token: token, fields: [field], submit: "结束并公布结果")
        return "<h2>结束</h2>\(form.html)"
    }
}

/// The passages as they stand, each with what may be done with it.
struct PassageList {
    let consultation: Consultation
    let token: CSRFToken

    var html: HTML {
        let id = String(consultation.id)
        let add =
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(ConsultationPath.passage(id, "new"))\">加一条</a></p>"
            as HTML
        guard !consultation.passages.isEmpty else { return "\(EmptyState("还没有正文").html)\(add)" }
        let table = Table(
            "正文", columns: [.init("条目"), .init("内容"), .init("根据意见"), .init("移动")],
            rows: consultation.passages.enumerated().map { place, passage in
                let path = ConsultationPath.passageAct(id, passage.anchor, "up")
                let up = PostButton(
                    "上移", action: path, token: token, values: [("seen", String(consultation.revision))])
                return [
                    "<a href=\"\(ConsultationPath.passage(id, passage.anchor))\">\(passage.heading)</a>",
                    "\(String(passage.words.prefix(60)))",
                    "\(passage.because.map(String.init).joined(separator: "、"))",
                    place == 0 ? .empty : up.html,
                ]
            })
        return "\(table.html)\(add)"
    }
}
