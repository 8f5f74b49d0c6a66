import Web
import WorkingTime

/// The orders, what runs out first at the head.
struct OrderListPage {
    enum View: String, CaseIterable {
        case list, board, calendar

        var chinese: String {
            switch self {
            case .list: "列表"
            case .board: "看板"
            case .calendar: "日历"
            }
        }
    }

    let orders: [SupervisionOrder]
    let names: [String: String]
    let view: View
    /// The month, where it is asked for.
    var month: OrderMonth?
    /// The columns, where they are asked for.
    var board: [OrderBoard.Filled] = []
    /// The one column that is listed.
    var column: OrderBoard.Column?
    let stage: SupervisionOrder.Stage?
    let mayFile: Bool
    let now: Instant
    let pager: Pager

    var page: Page {
        Page(
            "督办事项", crumbs: [Link("工作台", "/desk"), Link("督办事项", nil)], width: .wide, area: .desk,
            body: """
                <h1>督办事项</h1>
                <p class="lead">领导批示、会议决定、代表建议、投诉和监察信号交办的事项，超期的排在最前面。</p>
                \(if: mayFile, "<p class=\"actions\"><a class=\"button\" href=\"\(OrderPath.new)\">立项交办</a></p>")
                <p>\(each: View.allCases, { link($0.chinese, "view=\($0.rawValue)", isCurrent: $0 == view && stage == nil && column == nil) })
                \(each: [SupervisionOrder.Stage.closed, .struck], { link($0.chinese, "stage=\($0.rawValue)", isCurrent: $0 == stage) })
                <a href="\(OrderPath.circulars)">通报</a></p>
                \(column.map { "<h2>\($0.chinese)</h2>" as HTML })
                \(isEmpty ? EmptyState("没有督办事项").html : content)
                \(pager.html)
                """)
    }

    private var isEmpty: Bool {
        orders.isEmpty && month == nil && board.allSatisfy { $0.count == 0 }
    }

    private func link(_ words: String, _ query: String, isCurrent: Bool) -> HTML {
        let address = "\(OrderPath.orders)?\(query)"
        return isCurrent ? "<strong>\(words)</strong>　" : "<a href=\"\(address)\">\(words)</a>　"
    }

    private var content: HTML {
        switch stage == nil && column == nil ? view : .list {
        case .list: table
        case .board: columns
        case .calendar: month?.html ?? table
        }
    }

    private var table: HTML {
        Table(
            "督办事项", columns: [.init("事项"), .init("来源"), .init("主办"), .init("期限"), .init("状态")],
            rows: orders.map { order in
                [
                    title(order), "\(order.source.chinese)", "\(names[order.lead] ?? order.lead)", due(order),
                    order.stage.badge,
                ]
            }
        ).html
    }

    private func title(_ order: SupervisionOrder) -> HTML {
        "<a href=\"\(OrderPath.order(String(order.id)))\">\(order.title)</a>"
    }

    private func due(_ order: SupervisionOrder) -> HTML {
        guard let due = order.dueAt else { return order.stage == .verifying ? "审核期间暂停" : "—" }
        return "\(due.day.shortWithWeekday) \(order.lateBadge(at: now))"
    }

    /// Columns by where they stand; on a phone one under the other.
    private var columns: HTML {
        """
        <div class="columns-board">\(each: board, { column in
            Card("\(column.column.chinese)（\(column.count)）", "\(lines(column.first))\(rest(column))").html
        })</div>
        """
    }

    private func rest(_ column: OrderBoard.Filled) -> HTML? {
        guard column.count > column.first.count else { return nil }
        return
            "<p><a href=\"\(OrderPath.orders)?column=\(column.column.word)\">全部 \(column.count) 项</a></p>"
    }

    private func lines(_ orders: [SupervisionOrder]) -> HTML {
        guard !orders.isEmpty else { return "<p>没有</p>" }
        return
            "<ul>\(each: orders, { "<li>\(title($0))<br>\(names[$0.lead] ?? $0.lead) \(due($0))</li>" })</ul>"
    }
}

extension SupervisionOrder {
    /// That it ran out, and what came of it; nothing for what is in time.
    func lateBadge(at now: Instant) -> HTML? {
        guard isLate(at: now) else { return nil }
        return StatusBadge(closedAt == nil ? "已超期" : isUnfinished ? "超期销号" : "超期办结", .late).html
    }
}

extension SupervisionOrder.Stage {
    /// The stage as a badge.
    var badge: HTML {
        switch self {
        case .working: StatusBadge(chinese, .active).html
        case .verifying: StatusBadge(chinese, .near).html
        case .closed: StatusBadge(chinese, .done).html
        case .struck: StatusBadge(chinese, .waiting).html
        }
    }
}
