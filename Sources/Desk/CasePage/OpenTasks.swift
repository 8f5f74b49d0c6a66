import Cases
import Identity
import Web

/// What is being done now, by whom; an officer with several tasks in the case chooses here.
struct OpenTasks {
    let dossier: Dossier
    let current: CaseTask?

    private var others: [CaseTask] { dossier.subject.openTasks.filter { $0.id != current?.id } }

    var html: HTML {
        if others.isEmpty { return current == nil ? nothing : .empty }
        return Card(
            current == nil ? "正在办理" : "同时进行",
            "<ul class=\"links tasks\">\(each: others, item)</ul>"
        ).html
    }

    private var nothing: HTML {
        Card("办理", "<p>\(dossier.subject.phase.isFinal ? "本件已经结束，没有需要办理的任务。" : "现在没有需要本件办理的任务。")</p>").html
    }

    private func item(_ task: CaseTask) -> HTML {
        """
        <li><div>\(name(task))<p class="hint">\(dossier.name(of: task.organ)) · \(holder(task))</p></div></li>
        """
    }

    private func name(_ task: CaseTask) -> HTML {
        guard dossier.duties.tasks.contains(where: { $0.id == task.id }) else { return "<b>\(task.name)</b>" }
        return "<a href=\"\(DeskPath.page(of: dossier.number, task: task.id))\"><b>\(task.name)</b></a>"
    }

    private func holder(_ task: CaseTask) -> String {
        if task.organ == CaseTask.applicant { return "等待申请人" }
        guard let holder = task.holder else { return "待\(Role(rawValue: task.role)?.chinese ?? "经办人")领取" }
        return "\(holder.name)办理中"
    }
}
