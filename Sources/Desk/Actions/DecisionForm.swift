import Cases
import Identity
import Web
import WorkingTime

/// The form with which a task is finished, and the button that takes it.
struct DecisionForm {
    let dossier: Dossier
    let task: CaseTask
    let token: CSRFToken
    let attempt: Attempt?

    var html: HTML {
        Card(
            task.name,
            """
            \(question)\(notes)\(limit)\(holder)\(findings)
            \(Form(
                action: DeskPath.post(.completion, task: task.id), token: token, fields: fields,
                also: CaseAction.completion.hidden(dossier) + signature, submit: button).html)
            """
        ).html
    }

    private var fields: [Field] {
        let field = ActionField(.completion, task: task.id, attempt: attempt)
        let outcome = field(
            "outcome", "办理结果", .choice,
            options: task.outcomes.map { .init($0.code, $0.label, hint: $0.needsOpinion ? "须写明理由" : nil) })
        let opinion = field(
            "opinion", task.act == .advise ? "答复" : "意见", .longText,
            hint: DecisionWords(task, in: dossier.subject).opinionHint,
            isRequired: task.outcomes.allSatisfy(\.needsOpinion))
        return [outcome] + missing(field) + [opinion]
    }

    /// Only the steps that look for what is missing can name it; what is answered asks for nothing more.
    private func missing(_ field: ActionField) -> [Field] {
        let materials = dossier.subject.plan.materials(checkedBy: task.organ)
        guard task.act == .check || task.act == .accept, !materials.isEmpty,
            dossier.subject.plan.endsByAnswer != true
        else { return [] }
        return [
            field(
                "missing", "需要补正的材料", .choices, hint: "只在选择需要补正时勾选，会逐项写进补正告知书。", isRequired: false,
                options: materials.map { .init($0.id, $0.name) })
        ]
    }

    private var question: HTML? {
        task.question.map { "<blockquote class=\"words\">\($0)</blockquote>" }
    }

    /// Who else signs, who was urged.
    private var notes: HTML {
        let notes = TaskNotes(task, in: dossier).all
        return "\(each: notes, { "<p class=\"hint\">\($0)</p>" })"
    }

    /// Where the step has a limit of its own; the clock at the head of the page is the case's.
    private var limit: HTML? {
        dossier.subject.ownLimit(of: task, in: dossier.view.definition).map { limit in
            let due = task.dueAt.map { "，\($0.day.shortWithWeekday)到期" } ?? ""
            return "<p class=\"quiet-words\">本环节时限 \(limit.chinese)\(due)</p>"
        }
    }

    private var holder: HTML? {
        guard dossier.duties.mayClaim(task) else { return nil }
        return """
            <form class="claim" method="post" action="\(DeskPath.post(.claim, task: task.id))">\(token.field)\
            \(CaseAction.claim.hidden(dossier))<span>还没有人领取。</span>\
            <button class="button quiet small">领取</button></form>
            """
    }

    /// What the combined request will say, before it is sent.
    private var findings: HTML? {
        guard task.act == .request else { return nil }
        let lines = RequestPreview(dossier: dossier).lines
        return """
            <p>将一次性告知申请人以下内容：</p>
            <ol>\(each: lines, { "<li>\($0)</li>" })</ol>
            """
    }

    private var signature: HTML {
        let organ = dossier.duties.organ.map { dossier.name(of: $0) } ?? ""
        // A finding can be taken back for a while (撤回); what has gone out, or was only advice, cannot.
        let isFinal = ![.review, .opinion, .inspect].contains(task.act)
        let words = isFinal ? "提交后不能修改" : "下一步有人开始办理以后，就不能再撤回修改"
        return "<p class=\"hint\">以\(organ) \(dossier.duties.account.displayName)的名义提交，\(words)。</p>"
    }

    private var button: String {
        switch task.act {
        case .decide, .revoke: "作出决定"
        case .advise: "发出答复"
        default: CaseAction.completion.title
        }
    }
}

extension CasePlan {
    /// The materials an organ answers for: in a joint service those of its own item, else all.
    func materials(checkedBy organ: String) -> [MaterialRequirement] {
        let own = Set(children.filter { $0.organ == organ }.flatMap(\.materials).map(\.id))
        let shared = materials.filter { own.contains($0.id) }
        return shared.isEmpty ? materials : shared
    }
}
