import Refusals
import Web
import WorkingTime

/// One entry, with its texts, and what may be done with it.
struct KnowledgePage {
    let entry: KnowledgeEntry
    let versions: [KnowledgeVersion]
    let feedback: [KnowledgeFeedback]
    let organ: String
    let mayWrite: Bool
    let mayReview: Bool
    let reader: Int64
    let today: CivilDate
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    private var id: String { String(entry.id) }
    private var text: KnowledgeText { entry.text }
    private var waiting: KnowledgeVersion? { versions.first { $0.state == .waiting } }

    var page: Page {
        Page(
            text.question,
            crumbs: [Link("工作台", HotlinePath.home), Link("知识库", KnowledgePath.desk), Link("知识", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(text.question)</h1>
                <p class="case-state">\(KnowledgeBadge(entry, on: today).html) \(text.category)</p>
                <div class="columns"><div>\(Card("答复", words(text)).html)\(remarks)</div>
                <div>\(review)\(upkeep)\(history)</div></div>
                """)
    }

    private func words(_ text: KnowledgeText) -> HTML {
        let rows: [SummaryList.Row?] = [
            .init("负责单位", "\(organ)"), text.source.isEmpty ? nil : .init("依据", text.sourceLink),
            text.lastDay.map { .init("有效期到", "\($0.chinese)") },
            .init("公开", text.isPublic ? "放进常见问题" : "只供工作人员使用"),
        ]
        return "<p class=\"words\">\(text.answer)</p>\(SummaryList(rows.compactMap(\.self)).html)"
    }

    private var review: HTML {
        guard mayReview, let waiting else { return .empty }
        let proposed: HTML =
            waiting.text == text ? .empty : "<h3>\(waiting.text.question)</h3>\(words(waiting.text))"
        guard waiting.writerID != reader else {
            return Card("审核第 \(waiting.number) 稿", "\(proposed)<p>这一稿是您写的，由另一个人审核。</p>").html
        }
        return Card(
            "审核第 \(waiting.number) 稿",
            """
            <p>\(waiting.writer)写于\(waiting.writtenAt.shortChinese)</p>\(proposed)
            \(Form(
                action: KnowledgePath.entry(id, "review"), token: token,
                fields: [
                    Field(
                        "decision", "审核意见", .choice, value: entered?["decision"] ?? "",
                        options: [.init("publish", "通过"), .init("return", "退回修改")], error: errors["decision"]),
                    Field(
                        "reason", "要改什么", hint: "退回时填写。", isRequired: false, value: entered?["reason"] ?? "",
                        error: errors["reason"]),
                ], submit: "提交审核意见").html)
            """
        ).html
    }

    private var upkeep: HTML {
        guard entry.retiredAt == nil, entry.version != nil || entry.waiting == nil else { return .empty }
        let change: HTML =
            mayWrite && entry.waiting == nil
            ? "<p class=\"actions\"><a class=\"button quiet\" href=\"\(KnowledgePath.entry(id, "versions"))\">修改</a></p>"
            : .empty
        let outdated = Form(
            action: KnowledgePath.entry(id, "feedback"), token: token,
            fields: [Field("words", "哪里不对了", value: entered?["words"] ?? "", error: errors["words"])],
            submit: "反馈过时"
        ).html
        let retirement = Form(
            action: KnowledgePath.entry(id, "retirement"), token: token,
            fields: [
                Field(
                    "retirement", "为什么停用", value: entered?["retirement"] ?? "", error: errors["retirement"])
            ], submit: "停用"
        ).html
        let retires: HTML =
            mayReview && entry.waiting == nil
            ? "<details><summary>停用这条知识</summary>\(retirement)</details>" : .empty
        return Card("维护", "\(change)\(if: entry.version != nil, outdated)\(retires)").html
    }

    private var history: HTML {
        guard !versions.isEmpty else { return .empty }
        return Card(
            "各稿",
            """
            <ul class="links">\(each: versions, { version in
                "<li><div>第 \(version.number) 稿，\(version.writer)，\(version.writtenAt.shortChinese)<br><span class=\"quiet-words\">\(version.text.question)\(version.reason.map { "（\($0)）" } ?? "")</span></div><span>\(version.state.chinese)</span></li>"
            })</ul>
            """
        ).html
    }

    private var remarks: HTML {
        guard !feedback.isEmpty else { return .empty }
        return Card(
            "反馈",
            """
            <ul class="links">\(each: feedback, { remark in
                "<li><div>\(remark.words)<br><span class=\"quiet-words\">\(remark.reader)，\(remark.saidAt.shortChinese)</span></div><span>\(remark.settledAt == nil ? "未处理" : "已处理")</span></li>"
            })</ul>
            """
        ).html
    }
}

extension KnowledgeText {
    /// The source, as a link where it is an address.
    var sourceLink: HTML {
        link.map { "<a href=\"\($0)\" rel=\"noopener\">\(source)</a>" } ?? "\(source)"
    }
}
