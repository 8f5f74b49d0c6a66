import Cases
import Desk
import Storage
import Web
import WorkingTime

/// 我的办件: first what waits for me, then what runs, then what is over.
struct MyCasesPage {
    /// Tasks that wait for the applicant.
    let waiting: [TaskSummary]
    let drafts: [DraftLink]
    let matters: Slice<CaseSummary>
    let now: Instant

    func page(_ request: WebRequest) -> Page {
        let content: HTML = """
            \(section("等您处理", waiting.map(waitingItem)))
            \(section("还没提交的申请", drafts.map(draftItem)))
            \(table("正在办理", matters.items.filter { !$0.phase.isFinal }, isRunning: true))
            \(table("已经结束", matters.items.filter(\.phase.isFinal), isRunning: false))
            \(if: isEmpty, empty)
            \(Pager(next: matters.next, of: request).html)
            <p><a href="\(CasePath.calendars)">日历订阅</a>：期限显示在手机日历里 · <a href="\(CasePath.follows)">亲友关注</a>：让家人看到进度，或看家人的进度 · <a href="\(RelativePath.relatives)">代亲友办事</a>：代父母、配偶、子女办理</p>
            """
        return MyFrame(title: "我的办件").page(content)
    }

    private var isEmpty: Bool { waiting.isEmpty && drafts.isEmpty && matters.items.isEmpty }

    private var empty: HTML {
        EmptyState(
            "您还没有办件", "<p>要办的事从这里找起。</p><p><a class=\"button\" href=\"/services\">找服务</a></p>"
        ).html
    }

    private func section(_ title: String, _ items: [HTML]) -> HTML {
        guard !items.isEmpty else { return .empty }
        return "<h2>\(title)</h2><ul class=\"links\">\(HTML.joined(items))</ul>"
    }

    private func waitingItem(_ line: TaskSummary) -> HTML {
        let name = line.parentName ?? line.name
        return """
            <li><div><a href="\(ApplicantPath.evidence(line.caseNumber))">\(line.task.name)：\(name)</a>
            <p class="hint">\(line.applicant) · \(line.task.openedAt.day.shortChinese)起</p></div>\
            <span>\(StatusBadge("等您处理", .near).html)</span></li>
            """
    }

    private func draftItem(_ draft: DraftLink) -> HTML {
        "<li><a href=\"\(draft.href)\">继续填写：\(draft.name)</a><span>\(draft.savedAt.shortChinese)保存</span></li>"
    }

    private func table(_ title: String, _ matters: [CaseSummary], isRunning: Bool) -> HTML {
        guard !matters.isEmpty else { return .empty }
        let columns = ["事项", "申请人", "状态"] + (isRunning ? ["期限"] : []) + ["提交"]
        let rows = matters.map { cells($0, isRunning: isRunning) }
        return "<h2>\(title)</h2>\(Table(title, columns: columns.map { Table.Column($0) }, rows: rows).html)"
    }

    private func cells(_ matter: CaseSummary, isRunning: Bool) -> [HTML] {
        let name: HTML = """
            <a href="\(ApplicantPath.progress(matter.number))">\(matter.name)</a>
            <div class="hint code">\(matter.number)</div>
            """
        return [name, "\(matter.applicant)", PhaseBadge(matter).html] + (isRunning ? [due(matter)] : [])
            + ["\(matter.filedAt.day.shortChinese)"]
    }

    private func due(_ matter: CaseSummary) -> HTML {
        guard let due = matter.dueAt else { return "—" }
        if matter.isOverdue(at: now) { return StatusBadge("已超期", .late).html }
        return "\(due.day.shortWithWeekday)到期"
    }
}
