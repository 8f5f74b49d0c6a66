import Web
import WorkingTime

/// The organs of a year with their targets.
struct TargetListPage {
    let year: Int
    let rows: [TargetStanding]
    let names: [String: String]
    /// Organs for which one may begin and nobody has.
    let missing: [String]
    let pager: Pager
    let token: CSRFToken

    var page: Page {
        Page(
            "目标责任", crumbs: [Link("工作台", "/desk"), Link("目标责任", nil)], width: .wide, area: .desk,
            body: """
                <h1>\(String(year))年目标责任</h1>
                <p class="lead">部门和区政府双方同意的年度目标。完成多少按现在的指标数和审核通过的节点算，点开看背后的办件。</p>
                <p>\(year(year - 1))　<strong>\(String(year))年</strong>　\(year(year + 1))</p>
                \(rows.isEmpty ? EmptyState("这一年还没有目标").html : table)
                \(pager.html)
                \(missing.isEmpty ? .empty : beginnings)
                """)
    }

    private var beginnings: HTML {
        "<h2>还没有目标的部门</h2><ul class=\"links\">\(each: missing, { "<li>\(beginning($0))</li>" })</ul>"
    }

    private func beginning(_ organ: String) -> HTML {
        let action = TargetPath.draft(String(year), organ)
        return "\(names[organ] ?? organ) \(PostButton("起草", action: action, token: token).html)"
    }

    private func year(_ year: Int) -> HTML {
        "<a href=\"\(TargetPath.targets)?year=\(String(year))\">\(String(year))年</a>"
    }

    private var table: HTML {
        Table(
            "目标责任",
            columns: [.init("部门"), .init("目标", isNumber: true), .init("完成", isNumber: true), .init("状态")],
            rows: rows.compactMap { row in
                row.newest.map { plan in
                    [
                        organ(plan), "\(String(row.shown?.targets.count ?? 0))",
                        "\(row.achievement.map { "\($0)%" } ?? "—")", plan.state.badge,
                    ]
                }
            }
        ).html
    }

    private func organ(_ plan: TargetPlan) -> HTML {
        let link: HTML =
            "<a href=\"\(TargetPath.plan(String(year), plan.organ))\">\(names[plan.organ] ?? plan.organ)</a>"
        guard let heir = plan.heir, let day = plan.inheritedOn else { return link }
        return "\(link)<br><small>\(day.written)起由\(names[heir] ?? heir)承接</small>"
    }
}

extension TargetPlan.State {
    /// The state as a badge.
    var badge: HTML {
        switch self {
        case .draft: StatusBadge(chinese, .waiting).html
        case .offered: StatusBadge(chinese, .near).html
        case .agreed: StatusBadge(chinese, .done).html
        case .superseded: StatusBadge(chinese, .waiting).html
        }
    }
}
