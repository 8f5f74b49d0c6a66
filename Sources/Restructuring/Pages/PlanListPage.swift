import Refusals
import Web
import WorkingTime

/// The plans, the newest first, and the form for a new one.
struct PlanListPage {
    let plans: [RestructuringPlan]
    let pager: Pager
    let entry: HeadForm
    let errors: [FieldError]
    let mayDraft: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "机构改革", crumbs: [Link("工作台", "/desk"), Link("机构改革", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>机构改革</h1>
                <p class="lead">部门合并、拆分、更名、撤销和人员转隶。系统管理员起草，安全管理员批准，到生效日期整体执行。</p>
                \(plans.isEmpty ? empty : table)
                \(pager.html)
                \(if: mayDraft, form)
                """)
    }

    private var empty: HTML { EmptyState("还没有方案", "<p>起草以后会出现在这里。</p>").html }

    private var table: HTML {
        Table(
            "机构改革方案",
            columns: [.init("方案"), .init("依据"), .init("生效日期"), .init("步骤", isNumber: true), .init("状态")],
            rows: plans.map { plan in
                [
                    "<a href=\"\(RestructuringPath.plan(String(plan.id)))\">\(plan.title)</a>",
                    "\(plan.basis)",
                    "\(plan.effectiveOn.iso)", "\(plan.steps.count)", plan.badge,
                ]
            }
        ).html
    }

    private var form: HTML {
        """
        <h2>起草新方案</h2>
        \(Form(action: RestructuringPath.plans, token: token, fields: entry.fields(errors), submit: "起草").html)
        """
    }
}

extension RestructuringPlan {
    /// The state in a word and a colour.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .draft: .active
            case .approved: .near
            case .carriedOut: .done
            case .withdrawn: .waiting
            }
        return StatusBadge(state.chinese, tone).html
    }
}
