import Cases
import Identity
import Web

/// What is being done now, by whom, and whose turn comes later; an officer chooses here what to open.
struct OpenTasks {
    let dossier: Dossier
    let current: CaseTask?

    private var others: [CaseTask] {
        let isOwn = current.map(dossier.duties.mayDo) ?? false
        let waiting = dossier.subject.openTasks + dossier.subject.parkedTasks
        // What is not one's own is not opened as a form, so it stands in the list, too.
        return waiting.filter { !isOwn || $0.id != current?.id }
    }

    var html: HTML {
        if others.isEmpty { return current == nil ? nothing : .empty }
        let isOwn = current.map(dossier.duties.mayDo) ?? false
        return Card(
            isOwn ? "同时进行" : "正在办理",
            "<ul class=\"links tasks\">\(each: others, item)</ul>"
        ).html
    }

    private var nothing: HTML {
        Card("办理", "<p>\(dossier.subject.phase.isFinal ? "本件已经结束，没有需要办理的任务。" : "现在没有需要本件办理的任务。")</p>").html
    }

    private func item(_ task: CaseTask) -> HTML {
        let notes = TaskNotes(task, in: dossier).all
        return """
            <li><div>\(name(task))<p class="hint">\(dossier.name(of: task.organ)) · \(holder(task))</p>\
            \(each: notes, { "<p class=\"hint\">\($0)</p>" })</div></li>
            """
    }

    private func name(_ task: CaseTask) -> HTML {
        let duties = dossier.duties
        guard task.id != current?.id, duties.mayDo(task) || duties.mayManage(task) else {
            return "<b>\(task.name)</b>"
        }
        return "<a href=\"\(DeskPath.page(of: dossier.number, task: task.id))\"><b>\(task.name)</b></a>"
    }

    private func holder(_ task: CaseTask) -> String {
        if task.organ == CaseTask.applicant { return "等待申请人" }
        guard let holder = task.holder else { return "待\(Role(rawValue: task.role)?.chinese ?? "经办人")领取" }
        return "\(holder.name)\(task.isParked ? "，等前面的人先签" : "办理中")"
    }
}
