import Cases
import Refusals
import Web

/// A case on the desk: what there is to know on the left, what there is to do on the right.
struct CasePage {
    let dossier: Dossier
    let token: CSRFToken
    /// The task to open, when the officer has several.
    let task: Int64?
    let attempt: Attempt?
    let done: CaseAction?

    var page: Page {
        Page(
            "\(dossier.subject.plan.name) \(dossier.number)",
            crumbs: [Link("工作台", DeskPath.home), Link(dossier.number, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(attempt?.namedErrors ?? []).html)\(refused)\(saved)
                \(CaseHead(dossier: dossier, current: own).html)
                \(IncidentNotice(dossier: dossier, token: token).html)
                <div class="columns-case"><div>\(content.html)</div>
                <aside id="work" tabindex="-1" aria-label="办理">\(work)</aside>
                <div>\(content.background)</div></div>
                """)
    }

    /// The task that was chosen, else the first of one's own, else whatever is being done.
    private var current: CaseTask? {
        let subject = dossier.subject
        let chosen = (subject.openTasks + subject.parkedTasks).first { $0.id == task }
        return chosen ?? dossier.duties.tasks.first ?? subject.openTasks.first
    }

    /// The task one can work on.
    private var own: CaseTask? { current.flatMap { dossier.duties.mayDo($0) ? $0 : nil } }

    /// The task that is finished here: an answer is drafted, an organ named, and an order reported on, on the page of the
    /// feature.
    private var decided: CaseTask? {
        guard let own, own.act != .answer, own.act != .assign else { return nil }
        let isReport = own.act == .opinion && dossier.subject.plan.matterKind == .supervisionOrder
        return isReport ? nil : own
    }

    private var content: CaseContent { CaseContent(dossier: dossier, token: token) }

    private var work: HTML {
        let forms = ActionForms(dossier: dossier, token: token, attempt: attempt, task: current)
        let decision = decided.map { task in
            task.owner == nil
                ? DecisionForm(dossier: dossier, task: task, token: token, attempt: attempt).html
                : DelegatedForm(task: task, forms: forms).html
        }
        return """
            \(elsewhere)\(decision)\(OpenTasks(dossier: dossier, current: current).html)\(forms.html)
            """
    }

    /// Where a feature has pages of its own for this case.
    private var elsewhere: HTML? {
        guard !dossier.links.isEmpty else { return nil }
        return
            "<p class=\"actions\">\(each: dossier.links, { "<a class=\"button\" href=\"\($0.href ?? "")\">\($0.label)</a>" })</p>"
    }

    /// A refusal that is not about a field.
    private var refused: HTML? {
        attempt?.sentence.map { sentence in
            Notice("没有办成", "<p>\(sentence)</p>", tone: .error).html
        }
    }

    private var saved: HTML? {
        guard let done, attempt == nil else { return nil }
        return Notice(
            done.done, "<p><a href=\"\(DeskPath.home)\">回到我的待办</a></p>", tone: .done
        ).html
    }
}
