import Cases
import Web
import WorkingTime

/// What was found at each step that is done: by whom, with what result, in what words.
struct TaskRecords {
    let dossier: Dossier

    private var tasks: [CaseTask] {
        dossier.subject.tasks.filter { $0.state == .completed && $0.organ != CaseTask.applicant }
            .sorted { ($0.completedAt ?? $0.openedAt) > ($1.completedAt ?? $1.openedAt) }
    }

    var isEmpty: Bool { tasks.isEmpty }

    /// The newest first: it is what the next step answers to.
    var html: HTML { "<ol class=\"records\">\(each: tasks, record)</ol>" }

    private func record(_ task: CaseTask) -> HTML {
        """
        <li><p class="record-head"><b>\(task.name)</b> <span>\(task.outcomeLabel ?? "")\(undone(task))</span></p>
        \(task.question.map { "<p class=\"words\">问：\($0)</p>" })
        \(words(task))\(missing(task))
        <p class="hint">\(dossier.name(of: task.organ, on: task.completedAt?.day)) \(task.completedBy?.name ?? "") · \(time(task))</p></li>
        """
    }

    /// What was taken back stays legible, and says that it no longer counts.
    private func undone(_ task: CaseTask) -> String {
        dossier.subject.isUndone(task) ? "（已撤销，重新办理）" : ""
    }

    private func words(_ task: CaseTask) -> HTML? {
        guard let opinion = task.opinion, !opinion.isEmpty else { return nil }
        return "<p class=\"words\">\(opinion)</p>"
    }

    private func missing(_ task: CaseTask) -> HTML? {
        let names = dossier.subject.plan.materials.filter { task.missing.contains($0.id) }.map(\.name)
        return names.isEmpty ? nil : "<p>缺少：\(names.joined(separator: "、"))</p>"
    }

    private func time(_ task: CaseTask) -> HTML? {
        task.completedAt.map { "<time datetime=\"\($0.rfc3339)\">\($0.shortChinese)</time>" }
    }
}
