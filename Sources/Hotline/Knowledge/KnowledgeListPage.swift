import Government
import Refusals
import Web
import WorkingTime

/// What is known: what was found, or what one's own organs are responsible for.
struct KnowledgeListPage {
    let entries: [KnowledgeEntry]
    let asked: String
    let waiting: Bool
    let names: OrganNameHistory
    let writes: Bool
    /// Whether the reader leads the hotline.
    let leads: Bool
    let today: CivilDate
    let pager: Pager

    var page: Page {
        Page(
            "知识库", crumbs: [Link("工作台", HotlinePath.home), Link("知识库", nil)], width: .wide, area: .desk,
            body: """
                <h1>知识库</h1>
                \(WordSearch(action: KnowledgePath.desk, label: "查找知识", asked: asked).html)
                \(if: writes, "<p class=\"actions\"><a class=\"button quiet\" href=\"\(KnowledgePath.new)\">编写知识</a></p>")
                \(if: leads, "<p>热线：<a href=\"\(HotlinePath.board)\">班次</a> · <a href=\"\(HotlinePath.quality)\">来电质检</a> · <a href=\"\(HotlinePath.figures)\">数据</a></p>")
                <h2>\(headline)</h2>
                \(if: asked.isEmpty, switcher)
                \(entries.isEmpty ? EmptyState(asked.isEmpty ? "没有知识" : "没有找到，请换个说法").html : table)\(pager.html)
                """)
    }

    private var headline: String {
        asked.isEmpty ? (waiting ? "本单位等待审核的" : "本单位负责的") : "「\(asked)」"
    }

    private var switcher: HTML {
        waiting
            ? "<p><a href=\"\(KnowledgePath.desk)\">看本单位全部</a></p>"
            : "<p><a href=\"\(KnowledgePath.desk)?state=waiting\">只看等待审核的</a></p>"
    }

    private var table: HTML {
        Table(
            "知识", columns: ["问题", "分类", "负责单位", "状态"].map { Table.Column($0) },
            rows: entries.map { entry in
                [
                    "<a href=\"\(KnowledgePath.entry(String(entry.id)))\">\(entry.text.question)</a>",
                    "\(entry.text.category)", "\(names.name(of: entry.organ))",
                    KnowledgeBadge(entry, on: today).html,
                ]
            }
        ).html
    }
}

/// Where an entry stands, in a word.
struct KnowledgeBadge {
    private let entry: KnowledgeEntry
    private let today: CivilDate

    init(_ entry: KnowledgeEntry, on today: CivilDate) { (self.entry, self.today) = (entry, today) }

    var html: HTML {
        if entry.retiredAt != nil { return StatusBadge("已停用", .waiting).html }
        if entry.waiting != nil { return StatusBadge("等待审核", .near).html }
        guard entry.version != nil else { return StatusBadge("退回修改", .late).html }
        return entry.isUsable(on: today)
            ? StatusBadge("在用", .done).html : StatusBadge("已过有效期", .late).html
    }
}

/// Where an entry is written.
struct KnowledgeFormPage {
    let entry: KnowledgeEntry?
    let text: KnowledgeText
    let organs: [Organ]
    let errors: [FieldError]
    let token: CSRFToken

    private var title: String { entry == nil ? "编写知识" : "修改知识" }
    private var action: String {
        entry.map { KnowledgePath.entry(String($0.id), "versions") } ?? KnowledgePath.desk
    }

    var page: Page {
        Page(
            title,
            crumbs: [Link("工作台", HotlinePath.home), Link("知识库", KnowledgePath.desk), Link(title, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p class="lead">写好以后由本单位另一个人审核，审核通过才会被查到和选用。</p>
                \(Form(action: action, token: token, fields: organ + fields, submit: "提交审核").html)
                """)
    }

    private var organ: [Field] {
        guard entry == nil else { return [] }
        return [
            Field(
                "organ", "负责的单位", .choice, value: organs.first?.key ?? "",
                options: organs.map { .init($0.key, $0.name) }, error: errors["organ"])
        ]
    }

    private var fields: [Field] {
        [
            Field("category", "分类", hint: "例如“社保”“户籍”。", value: text.category, error: errors["category"]),
            Field("question", "问题", hint: "用群众的话写。", value: text.question, error: errors["question"]),
            Field("answer", "答复", .longText, value: text.answer, error: errors["answer"]),
            Field(
                "source", "依据", hint: "文件名称，或者网址。", isRequired: false, value: text.source,
                error: errors["source"]),
            Field(
                "valid_until", "有效期到", .date, hint: "过了这一天不再选用。", isRequired: false,
                value: text.validUntil, error: errors["valid_until"]),
            Field(
                "is_public", "是否在网上公开", .choice, value: text.isPublic ? "yes" : "no",
                options: [.init("yes", "公开，放进常见问题"), .init("no", "只供工作人员使用")]),
        ]
    }
}
