import Cases
import Identity
import Licences
import Refusals
import Web
import WorkingTime

/// One list of tasks, what runs out first on top.
struct TaskListPage {
    let queue: DeskQueue
    let rows: [TaskSummary]
    let pager: Pager
    let counts: [DeskQueue: DeskCount]
    let urgency: DeskUrgency
    let calendar: WorkingCalendar
    let now: Instant
    let account: Account

    var page: Page {
        var page = Page(
            queue.title, width: .wide, area: .desk,
            body: """
                <div class="columns-desk">\(navigation)
                <div><h1>\(queue.title)</h1>\(rows.isEmpty ? empty.html : list)</div>
                </div>
                """)
        page.showsDeskIndex = true
        return page
    }

    private var navigation: HTML {
        DeskNavigation(
            counts: counts, isClerk: account.may(.fileAtCounter),
            readsLicences: account.may(.readLicences), current: DeskPath.queue(queue)
        ).html
    }

    private var list: HTML {
        """
        <p class="quiet-words">\(queue.summary(urgency))</p>
        \(Table(queue.title, columns: columns, rows: rows.map(cells)).html)
        \(pager.html)
        """
    }

    private var columns: [Table.Column] {
        let last = Table.Column("办件编号", isNumber: true)
        return switch queue {
        case .mine: [.init("事项与申请人"), .init("环节"), .init("剩余时限"), last]
        case .organ: [.init("事项与申请人"), .init("环节"), .init("办理人"), .init("剩余时限"), last]
        case .done: [.init("事项与申请人"), .init("环节"), .init("办理结果"), .init("办理时间"), last]
        }
    }

    private func cells(_ line: TaskSummary) -> [HTML] {
        let row = TaskRow(line: line, calendar: calendar, now: now, account: account)
        return switch queue {
        case .mine: [row.title, row.step, row.due, row.number]
        case .organ: [row.title, "\(line.task.name)", row.holder, row.due, row.number]
        case .done: [row.title, "\(line.task.name)", row.outcome, row.completed, row.number]
        }
    }

    private var empty: EmptyState {
        switch queue {
        case .mine: EmptyState("现在没有等您办理的事", "<p>新的任务到了会出现在这里，也会发站内消息提醒您。</p>")
        case .organ: EmptyState("本部门现在没有待办", "<p>申请人提交、同事转来的任务会出现在这里。</p>")
        case .done: EmptyState("您还没有办理过任务", "<p>办理完的任务会留在这里，方便回看。</p>")
        }
    }
}

extension DeskQueue {
    /// The sentence above the list.
    func summary(_ urgency: DeskUrgency) -> Sentence {
        switch self {
        case .mine, .organ: "先到期的在前。今天到期 \(urgency.dueToday) 件，超期 \(urgency.overdue) 件。"
        case .done: "最近办理的在前。"
        }
    }
}
