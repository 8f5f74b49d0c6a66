import Government
import Journal
import Refusals
import WorkingTime

/// 会办: other organs are asked for their opinion on a matter that one organ answers. Each has a limit of its own, and the
/// answer need not wait for it.
extension Matter {
    /// Asks organs for their opinion.
    ///
    /// - Parameters:
    ///   - organs: whom; one that has answered may be asked again.
    ///   - most: how many organs may be asked in one matter.
    ///   - limit: how long each has, where the matter was begun without one.
    /// - Throws: `forbidden` for whoever neither answers nor has handed it out, `conflict` when nothing is being answered,
    ///   `invalid` with everything that is wrong about the organs and the question.
    public mutating func askAssistance(
        _ number: String, of organs: [Organ], question: String, most: Int, limit: TimeLimit,
        on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireAsker(position, occasion.actor)
        let errors = cases[position].errors(asking: organs, question, most: most)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        if cases[position].plan.assistLimit == nil { cases[position].plan.assistLimit = limit }
        for organ in organs { ask(organ, question, in: position, on: occasion) }
        settle(by: occasion.calendar, now: occasion.now)
    }

    private func requireAsker(_ position: Int, _ actor: Actor) throws {
        let subject = cases[position]
        guard actor.organ == subject.plan.organ || actor.organ == subject.plan.hall else {
            throw DomainError.forbidden("由承办单位或者交办的部门请其他单位会办。")
        }
        try subject.requireImpartial(actor)
        guard subject.openTasks.contains(where: { $0.act == .accept || $0.act == .answer }) else {
            throw DomainError.conflict("现在没有在办理答复，不能请其他单位会办。")
        }
    }

    private mutating func ask(
        _ organ: Organ, _ question: String, in position: Int, on occasion: Occasion
    ) {
        let name = cases[position].plan.name
        cases[position].tasks.append(
            CaseTask(
                id: occasion.newID(), activity: nil, element: CaseTask.assistance, name: "提出会办意见",
                act: .advise, organ: organ.key, role: "officer",
                outcomes: [TaskOutcome(code: "answered", label: "提出意见", needsOpinion: true)],
                openedAt: occasion.now, holder: nil, state: .open, missing: [], question: question))
        record(
            "task.assistance_asked", position,
            "\(occasion.actor.name)请\(organ.fullName)会办：\(question)", isPublic: false,
            reminder: CaseEvent.Reminder(
                holder: nil, organ: organ.key, role: "officer",
                sentence: "\(cases[position].plan.organName)请您单位会办「\(name)」，请在期限内提出意见。"))
    }

    /// An opinion has come in: whoever answers is told.
    mutating func tellAssisted(_ task: CaseTask, in position: Int) {
        let subject = cases[position]
        let holder = subject.openTasks.first { $0.act == .answer }?.holder
        record(
            "task.assisted", position, "收到一份会办意见。", isPublic: false,
            reminder: CaseEvent.Reminder(
                holder: holder, organ: subject.plan.organ, role: "officer",
                sentence: "您请其他单位会办的「\(subject.plan.name)」收到一份意见。"))
    }

    /// Nobody waits for these opinions any more: the matter is over, or another organ is to be named. Which ones were never
    /// given stays legible.
    mutating func cancelAssistance(in position: Int) {
        let waiting = cases[position].tasks.indices.filter {
            cases[position].tasks[$0].isAssistance && cases[position].tasks[$0].state == .open
        }
        guard !waiting.isEmpty else { return }
        for index in waiting { cases[position].tasks[index].state = .cancelled }
        record(
            "task.assistance_ended", position, "还有 \(waiting.count) 个单位没有提出会办意见，不再等待。", isPublic: false,
            isAutomatic: true)
    }
}

extension CaseTask {
    /// The element of askings; they stand beside the process, and no drawn step has this name.
    static var assistance: String { "#assistance" }

    /// Whether another organ than the one that answers is asked for its opinion (会办).
    public var isAssistance: Bool { activity == nil && element == Self.assistance }
}

extension Case {
    /// What other organs were asked, in the order it was asked.
    public var assistance: [CaseTask] { tasks.filter(\.isAssistance) }

    fileprivate func errors(asking organs: [Organ], _ question: String, most: Int) -> [FieldError] {
        var errors: [FieldError] = []
        if let fault = fault(asking: organs, most: most) { errors.append(FieldError("assisting", fault)) }
        if let fault = Words.fault(in: question, missing: "请写明要会办单位回答什么。") {
            errors.append(FieldError("question", fault))
        }
        return errors
    }

    private func fault(asking organs: [Organ], most: Int) -> Sentence? {
        guard !organs.isEmpty else { return "请选择会办单位。" }
        let asked = assistance.filter { $0.state != .cancelled }
        let all = Set(asked.map(\.organ) + organs.map(\.key))
        guard all.count <= most else { return "一件最多请 \(most) 个单位会办，现在共有 \(all.count) 个。" }
        for organ in organs {
            if organ.key == plan.organ { return "\(organ.fullName)是承办单位，不用会办。" }
            guard organ.isLiving else { return "\(organ.fullName)已经撤销，请选择别的单位。" }
            let waits = asked.contains { $0.state == .open && $0.organ == organ.key }
            if waits { return "已经请\(organ.fullName)会办，正在等它的意见。" }
        }
        return nil
    }
}
