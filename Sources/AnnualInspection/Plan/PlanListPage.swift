import Web
import WorkingTime

/// The years of the joint annual inspection.
struct PlanListPage {
    let plans: [InspectionPlan]
    /// The keys of the officer's organs.
    let own: Set<String>
    let mayPlan: Bool
    let organs: [String: String]
    let today: CivilDate

    var page: Page {
        Page(
            "联合年检", crumbs: [Link("工作台", "/desk"), Link("联合年检", nil)], width: .wide, area: .desk,
            body: """
                <h1>联合年检</h1>
                <p class="lead">企业每年填一次，几个部门分别审查自己的部分，结果在一张单子上。</p>
                \(if: mayPlan, "<p class=\"actions\"><a class=\"button\" href=\"\(InspectionPath.new)\">新的年检方案</a></p>")
                \(content)
                """)
    }

    private var content: HTML {
        guard !plans.isEmpty else { return EmptyState("还没有联合年检的方案").html }
        return Table(
            "各年度",
            columns: [.init("年度"), .init("部门"), .init("申报时间"), .init("状态"), .init("方案和名单")],
            rows: plans.map(row)
        ).html
    }

    private func row(_ plan: InspectionPlan) -> [HTML] {
        let year = String(plan.year)
        let isTheirs = plan.state == .published && plan.parts.contains { own.contains($0.organ) }
        let first: HTML =
            isTheirs ? "<a href=\"\(InspectionPath.year(year))\">\(plan.title)</a>" : "\(plan.title)"
        return [
            first, "\(plan.parts.map { organs[$0.organ] ?? $0.organ }.joined(separator: "、"))",
            "\(plan.opensOn.shortChinese)至\(plan.closesOn.shortChinese)", state(plan),
            "<a href=\"\(InspectionPath.plan(year))\">方案</a>　<a href=\"\(InspectionPath.roster(year))\">名单</a>",
        ]
    }

    private func state(_ plan: InspectionPlan) -> HTML {
        if plan.isOver(on: today) { return StatusBadge("已截止", .waiting).html }
        if plan.isOpen(on: today) { return StatusBadge("申报中", .active).html }
        return StatusBadge(plan.state.chinese, plan.state == .drawn ? .near : .waiting).html
    }
}
