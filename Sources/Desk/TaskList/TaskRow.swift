import Cases
import Identity
import Web
import WorkingTime

/// The cells of one line of a list of tasks.
struct TaskRow {
    let line: TaskSummary
    let calendar: WorkingCalendar
    let now: Instant
    let account: Account

    /// What it is about and for whom; leads to the case with this task opened.
    var title: HTML {
        """
        <a href="\(address)"><b>\(line.name)</b></a>\(joint)<br>\(line.applicant)
        """
    }

    var step: HTML {
        let notes = (line.task.holder == nil ? ["待领取"] : []) + TaskNotes(line.task, ballot: nil).short
        return "\(line.task.name)\(each: notes, { " <span class=\"quiet-words\">\($0)</span>" })"
    }

    var holder: HTML {
        guard let holder = line.task.holder else {
            let role = Role(rawValue: line.task.role)?.chinese ?? ""
            return "<span class=\"quiet-words\">待\(role)领取</span>"
        }
        return holder.accountID == account.id ? "<b>\(holder.name)（我）</b>" : "\(holder.name)"
    }

    var due: HTML {
        let task = line.task
        // A step with a limit of its own may run while the case stands still.
        let isPaused = line.isPaused && task.dueAt == nil
        let words = DueWords(due: task.dueAt, isPaused: isPaused, now: now, calendar: calendar)
        return words?.badge(due: task.dueAt) ?? "<span class=\"quiet-words\">不计时限</span>"
    }

    var number: HTML { "<span class=\"code\">\(line.caseNumber)</span>" }

    var outcome: HTML { "\(line.task.outcomeLabel ?? "")" }

    var completed: HTML {
        guard let at = line.task.completedAt else { return .empty }
        return "<time datetime=\"\(at.rfc3339)\">\(at.shortChinese)</time>"
    }

    private var joint: HTML? { line.parentName.map { " · \($0)" } }

    private var address: String {
        line.task.state == .open
            ? DeskPath.page(of: line.caseNumber, task: line.task.id) : DeskPath.page(of: line.caseNumber)
    }
}
