import Refusals
import Web
import WorkingTime

/// One hearing on the desk, with what comes next.
struct DeskPage {
    let hearing: Hearing
    let materials: [HearingMaterial]
    let registrations: [Registration]
    let lines: [RecordLine]
    let mayAnnounce: Bool
    let isWriter: Bool
    let form: FactsForm
    let now: Instant

    var id: String { String(hearing.id) }
    var token: CSRFToken { form.token }

    var page: Page {
        let title = hearing.facts.title
        return Page(
            title, crumbs: [Link("工作台", "/desk"), Link("听证会", HearingPath.desk), Link(title, nil)],
            width: .wide,
            area: .desk,
            body: """
                \(ErrorSummary(form.errors).html)
                <h1>\(title)</h1>
                <p>\(hearing.badge) \(hearing.facts.startsAt.chinese) · \(hearing.facts.place)</p>
                \(if: hearing.state != .draft, "<p><a href=\"\(HearingPath.one(id))\">公开的页面</a> · <a href=\"\(HearingPath.act(id, "views"))\">报名人的观点</a></p>")
                \(content)
                """)
    }

    private var content: HTML {
        switch hearing.state {
        case .draft: "\(announcement)\(form.html)"
        case .announced: "\(drawing)\(material)\(postponement)\(cancelling)"
        case .drawn:
            "\(holding)\(DrawTable(hearing: hearing, registrations: registrations).html)\(replacement)\(material)\(postponement)\(cancelling)"
        case .live: "\(lineForm)\(closing)\(record)"
        case .recorded: "\(signatures)\(annotation)\(record)"
        case .published: "\(if: mayAnnounce, decisionForm)\(record)"
        case .decided: record
        case .cancelled: cancelled
        }
    }

    func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, hint: String? = nil,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, value: form.entered?[name] ?? "", options: options,
            error: form.errors[name])
    }

    func post(_ act: String, _ fields: [Field] = [], _ submit: String) -> HTML {
        Form(action: HearingPath.act(id, act), token: token, fields: fields, submit: submit).html
    }

    func button(_ act: String, _ label: String) -> HTML {
        PostButton(label, action: HearingPath.act(id, act), token: token, tone: .primary).html
    }

    private var announcement: HTML {
        guard mayAnnounce, !isWriter else {
            return Notice("还没有公告", "<p>由最后修改的人以外的另一人（部门负责人）公告。</p>").html
        }
        return Notice("等您公告", "<p>公告以后开始报名，内容不能再改；抽签种子同时定下。</p>\(button("announcement", "公告"))").html
    }

    private var drawing: HTML {
        let count = registrations.count { $0.state == .registered }
        let words = "已有 \(count) 人报名，\(hearing.facts.registerBy.chinese)截止。"
        guard now.day > hearing.facts.registerBy, mayAnnounce else { return "<p>\(words)</p>" }
        guard count > 0 else { return nobody }
        return Notice("报名已经截止", "<p>\(words)抽签以后名单立即公布，不能重抽。</p>\(button("drawing", "抽签并公布名单"))").html
    }

    private var published: HTML {
        "<ul class=\"links\">\(each: materials, { "<li>\($0.title)（\($0.publishedAt.day.written)公布\($0.file.map { "，附 \($0.name)" } ?? "")）</li>" })</ul>"
    }

    private var material: HTML {
        let words = Field(
            "material_words", "材料内容", .longText, hint: "提前 \(form.rules.materialsDays) 天公布，公布以后不能改；附文件的可以不写。",
            isRequired: false, value: form.entered?["material_words"] ?? "",
            error: form.errors["material_words"])
        let file = Field(
            "material_file", "文件", .file, hint: "PDF、表格或者图片，不超过 20 MB。人人可以下载，不要有个人信息。", isRequired: false,
            error: form.errors["material_file"])
        return """
            <h2>材料</h2>\(if: !materials.isEmpty, published)
            \(post("materials", [field("material_title", "材料名称"), words, file], "公布材料"))
            """
    }

    private var holding: HTML {
        Notice("名单已经公布", "<p>举行那天从这里开始记录，记录时公众同时看得到。</p>\(button("record", "开始记录"))").html
    }
}
