import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// What people do with their tasks: take, finish, hand on, send back, ask.
extension Matter {
    /// Takes a task for oneself, so that colleagues see who has it.
    public mutating func claim(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        try cases[position].tasks[index].admit(occasion.actor, in: cases[position])
        cases[position].tasks[index].holder = Signatory(occasion.actor)
        record(
            "task.claimed", position, "\(occasion.actor.name)领取「\(cases[position].tasks[index].name)」。",
            isPublic: false)
    }

    /// Puts back what one has taken, so that any colleague of the same post may take it (释放).
    ///
    /// - Throws: `conflict` when nobody has taken it, or a colleague has.
    public mutating func release(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard task.act != .advise else {
            throw DomainError.conflict("征求的是您本人的意见，不能由其他同事代答。")
        }
        guard task.holder != nil else { throw DomainError.conflict("「\(task.name)」还没有人领取。") }
        cases[position].tasks[index].holder = nil
        record(
            "task.released", position, "\(occasion.actor.name)放回「\(task.name)」，等待同事领取。", isPublic: false)
    }

    /// Finishes a task and lets the process go on.
    ///
    /// - Throws: `conflict` when someone else was first, `forbidden` when it is not this person's to decide,
    ///   `invalid` when the outcome is unknown or needs reasons.
    public mutating func complete(task id: Int64, with finding: Finding, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        try check(finding, for: task, in: position, by: occasion.actor)
        close(index, in: position, with: finding, on: occasion)
        try finishAct(cases[position].tasks[index], in: position, on: occasion)
        if let activity = task.activity {
            cases[position].timers.removeAll { $0.activity == activity }
            try finish(activity: activity, of: position, on: occasion)
        }
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Hands a task to a colleague of the same organ (转办).
    public mutating func transfer(
        task id: Int64, to colleague: Colleague, reason: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard colleague.organ == task.organ, colleague.roles.contains(task.role) else {
            throw DomainError.invalid("colleague", "只能转给本部门同一岗位的同事。")
        }
        guard colleague.signatory.accountID != occasion.actor.accountID else {
            throw DomainError.invalid("colleague", "不能转给自己。")
        }
        try cases[position].requireImpartial(colleague)
        try Words.require(reason, field: "reason", "请写明转办的原因。")
        cases[position].tasks[index].holder = colleague.signatory
        record(
            "task.transferred", position,
            "\(occasion.actor.name)将「\(task.name)」转给\(colleague.signatory.name)：\(reason)", isPublic: false)
    }

    /// Sends the case back to the step before, where the process is in sequence (退回).
    public mutating func sendBack(task id: Int64, reason: String, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard let activity = task.activity, var instance = cases[position].process else {
            throw DomainError.conflict("征求意见的任务不能退回，请直接写明您的意见。")
        }
        guard cases[position].phase == .accepted, task.act != .deliver else {
            throw DomainError.conflict("受理以前和决定以后的环节不能退回。")
        }
        try Words.require(reason, field: "reason", "请写明退回的原因。")
        do {
            let effects = try instance.returnToPrevious(activity, in: try definition(of: position))
            if task.act == .inspect { endInspection(in: position, on: occasion) }
            cases[position].process = instance
            try apply(effects, to: position, on: occasion)
        } catch let error as ProcessError {
            throw DomainError.conflict(error.sentence)
        }
        record(
            "task.sent_back", position, "\(occasion.actor.name)将「\(task.name)」退回上一步：\(reason)",
            isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    private mutating func close(
        _ index: Int, in position: Int, with finding: Finding, on occasion: Occasion
    ) {
        let signatory = Signatory(occasion.actor)
        var task = cases[position].tasks[index]
        task.state = .completed
        task.outcome = finding.outcome
        task.opinion = finding.opinion
        task.missing = finding.missing
        task.completedBy = signatory
        task.completedAt = occasion.now
        cases[position].tasks[index] = task
        if task.activity != nil {
            cases[position].outcomes[task.element] = finding.outcome
            cancelQuestions(about: task.element, in: position)
        }
        let isInternal = task.act == .advise
        record(
            "task.completed", position, "「\(task.name)」已完成。", isPublic: !isInternal,
            outcome: finding.outcome)
    }
}
