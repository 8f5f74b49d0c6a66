import Web
import WorkingTime

/// What one's enterprises have to file, and what came of it.
struct MyInspectionsPage {
    /// One enterprise in one year.
    struct Row: Sendable {
        let plan: InspectionPlan
        let code: String
        let name: String
        let filing: InspectionFiling?
    }

    let rows: [Row]
    let today: CivilDate

    var page: Page {
        Page(
            "我的年检", crumbs: [Link("我的年检", nil)], width: .wide,
            body: """
                <h1>我的年检</h1>
                <p class="lead">一次填报，几个部门分别审查，结果在一张单子上。去年填过的自动带出来，确认或者改一下就行。</p>
                \(content)
                """)
    }

    private var content: HTML {
        guard !rows.isEmpty else {
            return EmptyState(
                "没有需要申报的联合年检", "<p>您代企业办事时，企业应当参加的联合年检会列在这里。</p>"
            ).html
        }
        return Table(
            "联合年检", columns: [.init("企业"), .init("年度"), .init("申报时间"), .init("进展")], rows: rows.map(row)
        ).html
    }

    private func row(_ row: Row) -> [HTML] {
        let path = InspectionPath.filing(String(row.plan.year), row.code)
        return [
            "<a href=\"\(path)\">\(row.name)</a>", "\(row.plan.year)",
            "\(row.plan.opensOn.shortChinese)至\(row.plan.closesOn.shortChinese)", badge(row),
        ]
    }

    private func badge(_ row: Row) -> HTML {
        if let filing = row.filing { return filing.badge(on: today) }
        if row.plan.isOpen(on: today) { return StatusBadge("还没有申报", .near).html }
        return row.plan.isOver(on: today)
            ? StatusBadge("没有申报，已经截止", .late).html : StatusBadge("还没有开始", .waiting).html
    }
}

extension InspectionFiling {
    /// How far the whole is, in words and a colour.
    func badge(on today: CivilDate) -> HTML {
        if let outcome {
            return StatusBadge("年检\(outcome.chinese)", outcome == .passed ? .done : .late).html
        }
        if parts.contains(where: { $0.state == .correcting }) { return StatusBadge("需要整改", .near).html }
        let open = parts.filter { !$0.state.isFinal }.count
        return StatusBadge("审查中，还有 \(open) 个部门", .active).html
    }
}

extension InspectionPart {
    /// Where it stands, in words and a colour.
    func badge(on today: CivilDate) -> HTML {
        switch state {
        case .waiting, .corrected: StatusBadge(state.chinese, .active).html
        case .passed: StatusBadge(state.chinese, .done).html
        case .failed: StatusBadge(state.chinese, .late).html
        case .correcting:
            StatusBadge(
                "\(state.chinese)，\(correctBy?.shortChinese ?? "")前\(isLate(on: today) ? "，已逾期" : "")",
                isLate(on: today) ? .late : .near
            ).html
        }
    }
}
