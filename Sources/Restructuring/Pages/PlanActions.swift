import Identity
import Web
import WorkingTime

/// What may be done with a plan by whoever looks at it.
struct PlanActions {
    let plan: RestructuringPlan
    let officer: OfficerContext
    let today: CivilDate
    let token: CSRFToken

    private var id: String { String(plan.id) }

    var html: HTML { "\(approval)\(execution)\(withdrawal)" }

    private var approval: HTML? {
        guard plan.state == .draft, officer.may(.approvePlans) else { return nil }
        return """
            <h2>批准</h2><p>批准以后方案不能再改，\(plan.effectiveOn.iso) 零时自动执行。</p>
            \(PostButton("批准方案", action: RestructuringPath.settling(id, "approval"), token: token, tone: .primary).html)
            """
    }

    private var execution: HTML? {
        let mayAct = officer.may(.executePlans)
        guard plan.state == .approved, plan.effectiveOn <= today, mayAct else { return nil }
        let label = plan.record.asked == nil ? "提出立即执行" : "确认并立即执行"
        return """
            <h2>立即执行</h2><p>生效日期已到。由一人提出、另一人确认，整体执行，不能撤销。</p>
            \(PostButton(label, action: RestructuringPath.settling(id, "execution"), token: token, tone: .danger).html)
            """
    }

    private var withdrawal: HTML? {
        guard [.draft, .approved].contains(plan.state), officer.may(.editPlans) else { return nil }
        return """
            <details class="more"><summary>撤回方案</summary>
            \(Form(
                action: RestructuringPath.settling(id, "withdrawal"), token: token,
                fields: [Field("remark", "撤回的原因", .text)], submit: "撤回").html)</details>
            """
    }
}
