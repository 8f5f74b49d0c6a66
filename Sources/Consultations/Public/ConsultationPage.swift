import Refusals
import Web
import WorkingTime

/// One draft: why, every passage with what was said to it, and where to say something.
struct ConsultationPage {
    /// How whoever looks stands to it.
    enum Standing: Sendable { case person, stranger, nameless }

    let consultation: Consultation
    let organ: String
    let version: PublishedVersion
    let versions: [PublishedVersion]
    let counts: [String: Int]
    let own: CommentPieces
    let figures: AnswerFigures?
    let standing: Standing
    let chosen: String
    let entered: FormData?
    let errors: [FieldError]
    let said: String?
    let today: CivilDate
    let token: CSRFToken

    private var id: String { String(consultation.id) }
    private var isTaking: Bool { consultation.isTaking(on: today) }
    private var isNewest: Bool { version.version == consultation.version }

    var page: Page {
        let facts = consultation.facts
        return Page(
            facts.title, crumbs: [Link("征求意见", ConsultationPath.all), Link(facts.title, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(facts.title)</h1>
                <p class="hint">\(organ) · \(consultation.span) · \(consultation.badge(on: today))</p>
                \(thanks)
                \(facts.shortReason.map { Notice("这次征求意见的时间比一般短", "<p>理由：\($0)</p>", tone: .warning).html })
                \(paragraphs(facts.purpose))
                \(result)
                \(history)
                \(each: version.passages, passage)
                <p><a href="\(ConsultationPath.part(id, "comments"))">看全部意见（\(counts.values.reduce(0, +)) 条）</a></p>
                \(if: !own.comments.isEmpty, "<h2>我的意见</h2>\(own.html)")
                \(form)
                """)
    }

    private var thanks: HTML? {
        said.map { said in
            let joined = said.hasPrefix("j")
            let number = joined ? String(said.dropFirst()) : said
            let words = joined ? "有人提过同样的意见，已经把您算作它的支持者。" : "结束以前您可以撤回。答复以后会通知您。"
            return Notice("收到了，是第 \(number) 条意见", "<p>\(words)</p>", tone: .done).html
        }
    }

    private var history: HTML {
        guard versions.count > 1 else { return .empty }
        return """
            <details class="more"><summary>共 \(versions.count) 版，这是第 \(version.version) 版</summary>
            <ul class="links">\(each: versions, { one in
                """
                <li><a href="\(ConsultationPath.one(id))?version=\(one.version)">第 \(one.version) 版</a> \
                \(one.publishedAt.day.written) \(one.note) \
                \(if: one.version > 1, "<a href=\"\(ConsultationPath.part(id, "comparison"))?version=\(one.version)\">第 \(one.version) 版改了什么</a>")</li>
                """
            })</ul></details>
            """
    }

    private func passage(_ passage: Passage) -> HTML {
        let (comments, anchor) = (counts[passage.anchor] ?? 0, passage.anchor)
        let say =
            "<a href=\"\(ConsultationPath.one(id))?on=\(anchor)#f-anchor\">提意见<span class=\"sr\">：\(passage.heading)</span></a>"
            as HTML
        return """
            <section id="\(anchor)"><h2>\(passage.heading)</h2>\(paragraphs(passage.words))
            \(because(passage))
            <p class="hint"><a href="\(ConsultationPath.part(id, "comments"))?on=\(anchor)">\(comments) 条意见<span class="sr">：\(passage.heading)</span></a> \
            \(if: isTaking && isNewest, say)</p></section>
            """
    }

    private func because(_ passage: Passage) -> HTML? {
        guard !passage.because.isEmpty else { return nil }
        return """
            <p>根据\(each: passage.because, { number in
                "<a href=\"\(ConsultationPath.part(id, "comments"))?number=\(number)\">第 \(number) 条意见</a> "
            })修改</p>
            """
    }

    private var result: HTML? {
        guard let figures, let outcome = consultation.outcome else { return nil }
        return """
            \(Card("结果", "\(figures.pieces)\(paragraphs(outcome))<p><a href=\"\(ConsultationPath.part(id, "results.csv"))\">下载全部意见和答复（CSV）</a></p>").html)
            """
    }

    private var form: HTML {
        guard isTaking else { return .empty }
        let path = ConsultationPath.one(id)
        switch standing {
        case .stranger:
            return "<p class=\"actions\"><a class=\"button\" href=\"/sign-in?next=\(path)\">登录后提意见</a></p>"
        case .nameless:
            return Notice("请用实名的个人账号提意见", "<p>每人算一次；公布时只写姓氏。</p>", tone: .warning).html
        case .person:
            let options =
                [Field.Option("whole", "对全文")] + version.passages.map { .init($0.anchor, $0.heading) }
            let fields = [
                Field(
                    "anchor", "对哪一条", .division, value: entered?["anchor"] ?? chosen, options: options,
                    error: errors["anchor"]),
                Field(
                    "words", "您的意见", .longText, hint: "意见会公布，署名只写姓氏。请不要写电话和身份证号，写了也会遮住。已经有人提过的，支持它就行。",
                    value: entered?["words"] ?? "", error: errors["words"]),
            ]
            return "<h2>提意见</h2>\(Form(action: path, token: token, fields: fields, submit: "提交意见").html)"
        }
    }
}

extension AnswerFigures {
    /// The numbers in a sentence.
    var pieces: HTML {
        let parts = CommentAnswer.Outcome.allCases.map { "\($0.chinese) \(outcomes[$0] ?? 0) 条" }
        return
            "<p class=\"lead\">\(people) 人提了 \(comments) 条意见，支持 \(supports) 人次；\(parts.joined(separator: "，"))。</p>"
    }
}
