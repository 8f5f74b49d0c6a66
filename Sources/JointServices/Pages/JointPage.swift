import Refusals
import Services
import Web
import WorkingTime

/// A design with its order, its form, its materials and its promise, and what can be done now.
struct JointPage {
    let subject: JointSubject
    let mayEdit: Bool
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var item: ServiceItem { subject.item }
    var slug: String { item.slug }
    /// Whether the buttons stand on the page.
    var isOpen: Bool { mayEdit && subject.isWritable && item.joint != nil }

    /// What every form sends along: the revision that is on the page, and where to go on.
    func seen(_ back: String) -> HTML {
        """
        <input type="hidden" name="seen" value="\(subject.draft?.revision ?? 0)">\
        <input type="hidden" name="back" value="\(back)">
        """
    }

    /// One button of the design.
    func button(_ label: String, _ action: String, back: String, _ values: [(String, String)] = []) -> HTML {
        let fixed = [("seen", String(subject.draft?.revision ?? 0)), ("back", back)]
        return PostButton(
            label, action: action, token: token, values: (fixed + values).map { (name: $0.0, value: $0.1) }
        ).html
    }

    var page: Page {
        Page(
            "\(item.name)的设计",
            crumbs: [Link("工作台", "/desk"), Link("一件事设计", JointPath.all), Link(item.name, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(item.name)的设计</h1>
                \(standing)
                \(findings)
                <p class="actions">\(links)</p>
                \(OrderCard(page: self).html)
                \(promise)
                \(QuestionsCard(page: self).html)
                \(MaterialsCard(page: self).html)
                \(Card("送达", "<p>全部决定作出以后，由综合窗口一次送达。申请人只选一种领取方式，结果是一套。</p>").html)
                """)
    }

    private var links: HTML {
        let preview: HTML = "<a class=\"button quiet\" href=\"\(JointPath.preview(slug))\">手机上看表单</a>"
        let guide: HTML = "<a class=\"button quiet\" href=\"/services/\(slug)\">办事指南</a>"
        return "\(preview)\(if: subject.draft?.basedOn != nil || subject.draft == nil, guide)"
    }

    private var standing: HTML {
        guard let draft = subject.draft else {
            let start: HTML = PostButton(
                "修改这件事", action: JointPath.draft(slug), token: token, tone: .primary
            ).html
            let byHand: HTML = Notice(
                "这件事的表单和流程是手工做的", "<p>开始修改以后，表单、材料和流程改为由所含事项自动合成。</p>", tone: .warning
            ).html
            return """
                <p class="lead">这是现在使用的设计。</p>\(if: item.joint == nil, byHand)\(if: mayEdit, start)
                """
        }
        let way: HTML = "<p><a href=\"\(JointPath.submission(draft.id))\">填写说明、提交审核</a></p>"
        return Notice("这是草稿（\(draft.state.chinese)），还没有生效", way).html
    }

    private var findings: HTML? {
        guard subject.draft != nil else { return nil }
        guard !subject.findings.isEmpty else { return Notice("检查通过，没有发现问题", tone: .done).html }
        return Notice(
            "有 \(subject.findings.count) 处问题，改好后才能提交",
            "<ul>\(each: subject.findings, { "<li>\($0.message)</li>" })</ul>", tone: .error
        ).html
    }

    private var promise: HTML {
        guard let least = item.jointPromise(of: subject.offered) else { return .empty }
        let field = Field(
            "promise", "承诺时限（工作日）", .integer, hint: "不填就按最长的一条路计算：\(least.days) 个工作日。",
            isRequired: false,
            value: entered?["promise"] ?? item.joint?.promise.map { String($0.value) } ?? "",
            error: errors["promise"])
        let form: HTML = Form(
            action: JointPath.promise(slug), token: token, fields: [field], also: seen("promise"),
            submit: "保存"
        ).html
        return Card(
            "承诺时限",
            """
            <div id="promise"><p>整件事承诺 <strong>\(item.limits.promised?.chinese ?? "—")</strong>，自受理之日起算。</p>
            <p class="hint">最长的一条路：\(least.words)，共 \(least.days) 个工作日。</p>\(if: isOpen, form)</div>
            """
        ).html
    }
}
