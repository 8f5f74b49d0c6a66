import Journal
import Refusals
import WorkingTime

/// Asking a colleague: a task beside the process, which the asker need not wait for.
extension Matter {
    /// Asks a colleague of the same organ for an opinion on an open task (征求意见).
    public mutating func consult(
        task id: Int64, _ colleague: Colleague, question: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard colleague.organ == task.organ, let role = colleague.roles.sorted().first else {
            throw DomainError.invalid("colleague", "只能征求本部门同事的意见。")
        }
        guard colleague.signatory.accountID != occasion.actor.accountID else {
            throw DomainError.invalid("colleague", "不能征求自己的意见。")
        }
        try cases[position].requireImpartial(colleague)
        try Words.require(question, field: "question", "请写明要征求意见的问题。")
        cases[position].tasks.append(
            CaseTask(
                id: occasion.newID(), activity: nil, element: task.element, name: "征求意见：\(task.name)",
                act: .advise, organ: task.organ, role: role,
                outcomes: [TaskOutcome(code: "answered", label: "答复", needsOpinion: true)],
                openedAt: occasion.now, holder: colleague.signatory, state: .open, missing: [],
                question: question))
        record(
            "task.consulted", position,
            "\(occasion.actor.name)就「\(task.name)」征求\(colleague.signatory.name)的意见：\(question)",
            isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// What nobody has answered yet is moot once the step it was asked about is over, for all who do it.
    mutating func cancelQuestions(about element: String, in position: Int) {
        let goesOn = cases[position].tasks.contains {
            $0.state == .open && $0.activity != nil && $0.element == element
        }
        guard !goesOn else { return }
        for index in cases[position].tasks.indices {
            let task = cases[position].tasks[index]
            guard task.state == .open, task.activity == nil, task.element == element else { continue }
            cases[position].tasks[index].state = .cancelled
        }
    }
}
