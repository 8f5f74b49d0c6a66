import Web

/// The organs of a year with their targets.
struct TargetListPage {
    struct Row {
        let organ: String
        let state: TargetPlan.State
        let count: Int
        let achievement: Int?
    }

    let year: Int
    let rows: [Row]
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
            rows: rows.map { row in
                [
                    "<a href=\"\(TargetPath.plan(String(year), row.organ))\">\(names[row.organ] ?? row.organ)</a>",
                    "\(String(row.count))", "\(row.achievement.map { "\($0)%" } ?? "—")", row.state.badge,
                ]
            }
        ).html
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
