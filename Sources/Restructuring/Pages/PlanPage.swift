import Identity
import Refusals
import Web
import WorkingTime

/// A plan: its head, its steps, what stands against it, and what may be done with it.
struct PlanPage {
    let plan: RestructuringPlan
    let facts: PlanFacts
    let errors: [FieldError]
    let officer: OfficerContext
    let request: WebRequest
    var refusal: Sentence?
    var stepForm: StepForm = .empty

    private var id: String { String(plan.id) }
    private var names: Names { Names(facts, plan) }
    private var mayEdit: Bool { plan.state == .draft && officer.may(.editPlans) }

    var page: Page {
        Page(
            plan.title,
            crumbs: [Link("工作台", "/desk"), Link("机构改革", RestructuringPath.plans), Link(plan.title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refused)\(obstacle)
                <h1>\(plan.title) \(plan.badge)</h1>
                \(SummaryList(head).html)
                <h2>步骤</h2>\(steps)
                \(if: mayEdit, StepForms(plan: plan, names: names, facts: facts, entry: stepForm, errors: errors, token: request.csrf).html)
                \(if: isOpen, FindingList(findings: plan.findings(facts)).html)
                \(if: isOpen, preview)
                \(PlanActions(plan: plan, officer: officer, today: request.now.day, token: request.csrf).html)
                \(if: mayEdit, headForm)
                """)
    }

    private var isOpen: Bool { plan.state == .draft || plan.state == .approved }

    private var refused: HTML? { refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html } }

    private var obstacle: HTML? {
        plan.record.obstacle.map { Notice("到了生效日期但没有执行", "<p>\($0)解决以后会自动执行。</p>", tone: .warning).html }
    }

    private var head: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("依据", "\(plan.basis)"), .init("生效日期", "\(plan.effectiveOn.iso)"),
            .init("起草", signature(plan.record.drafted)),
        ]
        func add(_ label: String, _ signed: RestructuringPlan.Signature?) {
            if let signed { rows.append(.init(label, signature(signed))) }
        }
        add("批准", plan.record.approved)
        add("提出立即执行", plan.state == .approved ? plan.record.asked : nil)
        add("执行", plan.record.carriedOut)
        add("撤回", plan.record.withdrawn)
        if let remark = plan.record.remark { rows.append(.init("撤回原因", "\(remark)")) }
        if let tally = plan.record.tally {
            rows.append(
                .init("结果", "移交在办办件 \(tally.matters) 件，事项 \(tally.items) 项，岗位 \(tally.posts) 个"))
        }
        return rows
    }

    private func signature(_ signed: RestructuringPlan.Signature) -> HTML {
        "\(signed.name)，\(signed.at.chinese)"
    }

    private var preview: HTML {
        """
        <p><a class="button quiet" href="\(RestructuringPath.preview(id))">预览：会移交什么</a></p>
        """
    }

    private var steps: HTML {
        guard !plan.steps.isEmpty else { return EmptyState("还没有步骤", "<p>按先后顺序添加。</p>").html }
        let rows = plan.steps.enumerated().map { place, step -> [HTML] in
            ["\(place + 1)", "\(StepWords(names: names).words(step))", buttons(place, step)]
        }
        return Table("步骤", columns: [.init("序号"), .init("内容"), .init("办理")], rows: rows).html
    }

    private func buttons(_ place: Int, _ step: RestructuringStep) -> HTML {
        let path = RestructuringPath.step(id, String(place))
        let divide: HTML? =
            if case .split = step { "<a href=\"\(path)\">\(mayEdit ? "分配事项、岗位和办件" : "查看分配")</a> " } else {
                nil
            }
        let remove: HTML? =
            mayEdit
            ? PostButton(
                "删除第 \(place + 1) 步", action: RestructuringPath.removal(id, String(place)),
                token: request.csrf
            ).html : nil
        return "\(divide)\(remove)"
    }

    private var headForm: HTML {
        """
        <details class="more"><summary>修改名称、依据和生效日期</summary>
        \(Form(
            action: RestructuringPath.head(id), token: request.csrf, fields: HeadForm(plan).fields(errors),
            submit: "保存").html)</details>
        """
    }
}

/// What stands against a plan and what should be known.
struct FindingList {
    let findings: [PlanFinding]

    var html: HTML {
        let (against, known) = (findings.filter(\.blocks), findings.filter { !$0.blocks })
        return """
            <h2>检查结果</h2>
            \(if: findings.isEmpty, Notice("可以批准", "<p>没有发现问题。</p>", tone: .done).html)
            \(if: !against.isEmpty, notice("不能批准，请先解决", against, .error))
            \(if: !known.isEmpty, notice("请留意", known, .warning))
            """
    }

    private func notice(_ title: String, _ findings: [PlanFinding], _ tone: Notice.Tone) -> HTML {
        Notice(title, "<ul>\(each: findings, line)</ul>", tone: tone).html
    }

    private func line(_ finding: PlanFinding) -> HTML {
        let step: String = finding.step.map { "第 \($0) 步：" } ?? ""
        return "<li>\(step)\(finding.sentence)</li>"
    }
}
