import Web
import WorkingTime

/// The inquiries one may see, what runs out first at the head.
struct InquiryListPage {
    let inquiries: [Inquiry]
    let names: [String: String]
    let filter: InquiryFilter
    let mayPropose: Bool
    let mayDecide: Bool
    let now: Instant
    let pager: Pager

    var page: Page {
        Page(
            "行政问责", crumbs: [Link("工作台", "/desk"), Link("行政问责", nil)], width: .wide, area: .desk,
            body: """
                <h1>行政问责</h1>
                <p class="lead">只有当事人、经办的监察人员和领导看得到内容；部门负责人只看到结果。涉及本人和本部门的，自己不能经办。</p>
                \(if: mayPropose, "<p class=\"actions\"><a class=\"button\" href=\"\(AccountabilityPath.new)\">提出问责</a></p>")
                <p>\(link("办理中", "", isCurrent: !filter.isClosed))\(link("已办结", "?stage=closed", isCurrent: filter.isClosed))</p>
                \(inquiries.isEmpty ? EmptyState(filter.isClosed ? "没有已办结的问责" : "没有办理中的问责").html : table)
                \(pager.html)
                """)
    }

    private var path: String { filter.organ.map(AccountabilityPath.organ) ?? AccountabilityPath.inquiries }

    private func link(_ words: String, _ query: String, isCurrent: Bool) -> HTML {
        isCurrent
            ? "<strong>\(words)</strong>　"
            : "<a href=\"\(path + query)\">\(words)</a>　"
    }

    private var table: HTML {
        Table(
            "行政问责", columns: [.init("事由"), .init("当事人"), .init("来源"), .init("期限"), .init("状态")],
            rows: inquiries.map { one in
                [
                    "<a href=\"\(AccountabilityPath.inquiry(String(one.id)))\">\(title(one))</a>",
                    "\(one.person)（\(organ(one))）",
                    "\(one.source.chinese)", due(one),
                    "\(one.badge)\(if: isWaiting(one), " \(StatusBadge("等您办理", .near).html)")",
                ]
            }
        ).html
    }

    private func title(_ inquiry: Inquiry) -> String {
        filter.sight(of: inquiry) == .all ? inquiry.title : "行政问责"
    }

    /// Whoever it is about has no list of their colleagues.
    private func organ(_ inquiry: Inquiry) -> HTML {
        let name = names[inquiry.organ] ?? inquiry.organ
        guard filter.sight(of: inquiry) != .person else { return "\(name)" }
        return "<a href=\"\(AccountabilityPath.organ(inquiry.organ))\">\(name)</a>"
    }

    private func due(_ inquiry: Inquiry) -> HTML {
        guard inquiry.closedAt == nil, let due = inquiry.dueAt else {
            return "\(inquiry.closedAt?.day.chinese ?? "—")"
        }
        return inquiry.isOverdue(at: now)
            ? "\(due.day.shortWithWeekday) \(StatusBadge("已超期", .late).html)" : "\(due.day.shortWithWeekday)"
    }

    /// Whether it waits for whoever looks.
    private func isWaiting(_ inquiry: Inquiry) -> Bool {
        let done = [inquiry.proposedBy, inquiry.checkedBy, inquiry.decidedBy]
        switch (filter.sight(of: inquiry), inquiry.stage) {
        case (.person, .hearing), (.person, .appealable): return true
        case (.all, .checking): return mayPropose && inquiry.proposedBy != filter.account
        case (.all, .serving): return mayPropose
        case (.all, .deciding), (.all, .reviewing): return mayDecide && !done.contains(filter.account)
        default: return false
        }
    }
}

extension Inquiry {
    /// Where it stands, or how it ended, as a badge.
    var badge: HTML {
        guard closedAt == nil else {
            return StatusBadge(outcome?.chinese ?? stage.chinese, stage == .withdrawn ? .waiting : .done).html
        }
        return StatusBadge(stage.chinese, .active).html
    }
}
