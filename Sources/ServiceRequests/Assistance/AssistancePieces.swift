import Cases
import Codes
import Government
import Identity
import Refusals
import Web
import WorkingTime

/// What other organs were asked about a request, what they said, and the forms to ask and to say it.
struct AssistancePieces {
    let page: RequestDeskPage

    private var subject: Case { page.subject }
    private var errors: [FieldError] { page.errors }

    /// What the officer's organ is asked by the one that answers; nil when it is not, or a colleague has taken it.
    var asked: CaseTask? {
        guard page.officer.may(.answerRequests) else { return nil }
        return subject.assistance.first { task in
            let isFree = task.holder.map { $0.accountID == page.officer.account.id } ?? true
            return task.state == .open && isFree && page.officer.holds(.officer, in: task.organ)
        }
    }

    /// Everything that was asked, with the opinions; nothing where nobody was.
    var list: HTML? {
        guard !subject.assistance.isEmpty else { return nil }
        return Card(
            "会办意见", "\(outstanding)<ul class=\"links\">\(each: subject.assistance, item)</ul>"
        ).html
    }

    private func item(_ task: CaseTask) -> HTML {
        let given = task.completedAt.map { at in
            "<p class=\"hint\">\(task.completedBy?.name ?? "")，\(at.shortChinese)</p>" as HTML
        }
        return """
            <li><div><b>\(page.name(of: task.organ))</b> \(badge(task))<p class="hint words">问：\(task.question ?? "")</p>\
            \(task.opinion.map { "<p class=\"words\">\($0)</p>" })\(given)</div></li>
            """
    }

    private func badge(_ task: CaseTask) -> HTML {
        let isLate = AssistanceState.isLate(task, in: subject, at: page.view.now)
        let due = task.dueAt.map { "，\($0.day.shortWithWeekday)到期" } ?? ""
        switch AssistanceState(task, in: subject) {
        case .asked: return StatusBadge(isLate ? "逾期没有提出\(due)" : "等待意见\(due)", isLate ? .late : .active).html
        case .given: return StatusBadge(isLate ? "逾期提出" : "已经提出", isLate ? .near : .done).html
        case .missing: return StatusBadge(isLate ? "逾期没有提出，未等" : "答复时还没有提出", isLate ? .late : .waiting).html
        case .dropped: return StatusBadge("承办单位退回，不再会办", .waiting).html
        }
    }

    /// The answer need not wait; whoever sends it knows what is missing.
    private var outstanding: HTML? {
        let many = subject.assistance.count { $0.state == .open }
        guard many > 0 else { return nil }
        return "<p>还有 \(many) 个单位没有提出意见。可以不等，先答复反映人；缺哪个单位的意见会记下来，逾期只算那个单位的。</p>"
    }

    /// The fields that ask other organs, folded away: most requests need none.
    var fields: HTML { folded(questions) }

    private func folded(_ inner: HTML) -> HTML {
        "<details class=\"more\"\(attribute: "open", if: isRefused)><summary>请其他单位会办</summary>\(inner)</details>"
    }

    private var questions: HTML {
        let chosen = page.entered?.all("assisting") ?? []
        let waiting = Set(subject.assistance.filter { $0.state == .open }.map(\.organ))
        let taken = waiting.union(page.background.accused.keys)
        let organs = Field(
            "assisting", "请哪些单位会办",
            .choices, hint: "最多 \(page.rules.limits.assistingOrgans) 个。意见只给承办单位看，由承办单位合成一份答复。",
            isRequired: false,
            values: chosen,
            options: page.organs.filter { !taken.contains($0.key) && $0.key != lead }
                .map { Field.Option($0.key, $0.name) }, error: errors["assisting"])
        let question = Field(
            "question", "请会办单位回答什么", .longText, hint: "期限 \(limit)。反映人看不到。", isRequired: false,
            value: page.entered?["question"] ?? "", error: errors["question"])
        return "\(organs.html)\(question.html)"
    }

    private var isRefused: Bool { errors["assisting"] != nil || errors["question"] != nil }

    /// Before it is handed out nobody answers yet.
    private var lead: String? {
        subject.openTasks.contains { $0.act == .assign } ? nil : subject.plan.organ
    }

    private var limit: String {
        page.rules.limits.assistance(isUrgent: subject.isUrgent).chinese
    }

    /// Asking later, by whoever answers.
    var asking: HTML {
        Card(
            "会办",
            folded(
                Form(
                    action: RequestPath.assistance(page.number), token: page.token, also: questions,
                    submit: "请会办"
                ).html)
        ).html
    }

    /// What one's own organ is asked, with the place for what it says.
    func opinion(on task: CaseTask) -> HTML {
        let due = task.dueAt.map { "，\($0.day.shortWithWeekday)到期" } ?? ""
        let field = Field(
            "opinion", "会办意见", .longText, hint: "只有承办单位和参与办理的单位能看到，由承办单位合成一份答复。",
            value: page.entered?["opinion"] ?? "", error: errors["opinion"])
        return Card(
            "\(subject.plan.organName)请\(page.name(of: task.organ))会办",
            """
            <blockquote class="words">\(task.question ?? "")</blockquote>
            <p class="quiet-words">期限 \(subject.ownLimit(of: task, in: nil)?.chinese ?? "随本件")\(due)</p>
            \(Form(
                action: RequestPath.opinion(page.number), token: page.token, fields: [field], submit: "提出意见").html)
            """
        ).html
    }
}
