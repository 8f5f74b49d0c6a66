import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// What people do with their tasks: take, put back, finish.
extension Matter {
    /// Takes a task for oneself, so that colleagues see who has it.
    public mutating func claim(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        // A second press of the button tells nobody anything new.
        guard !hasBegun(task, in: position, occasion.actor) else { return }
        if let activity = task.activity {
            try drive(position, on: occasion) { instance, course throws(ProcessError) in
                try instance.begin(activity, by: occasion.person, in: course.definition)
            }
        }
        cases[position].tasks[index].holder = Signatory(occasion.actor)
        cases[position].tasks[index].begin(at: occasion.now)
        record(
            "task.claimed", position, "\(occasion.actor.name)领取「\(task.name)」。", isPublic: false)
    }

    private func hasBegun(_ task: CaseTask, in position: Int, _ actor: Actor) -> Bool {
        guard task.holder?.accountID == actor.accountID else { return false }
        return task.activity.map { cases[position].process?.activity($0)?.isBegun == true } ?? true
    }

    /// Puts back what one has taken, so that any colleague of the same post may take it (释放).
    ///
    /// - Throws: `conflict` when nobody has taken it, or a colleague has.
    public mutating func release(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard task.act != .advise || task.isAssistance else {
            throw DomainError.conflict("征求的是您本人的意见，不能由其他同事代答。")
        }
        guard task.holder != nil else { throw DomainError.conflict("「\(task.name)」还没有人领取。") }
        if task.isAssistance {
            cases[position].tasks[index].holder = nil
        } else {
            let activity = try task.step("放回")
            try drive(position, on: occasion) { instance, course throws(ProcessError) in
                try instance.putBack(activity, in: course.definition)
            }
        }
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
        try check(finding, for: task, in: position, by: occasion.actor, at: occasion.now)
        try requireOwner(task, position)
        try requireOneVoice(task, position, occasion.actor)
        close(index, in: position, with: finding, on: occasion)
        try finishAct(cases[position].tasks[index], in: position, on: occasion)
        if let activity = task.activity {
            cases[position].timers.removeAll { $0.activity == activity }
            try finish(
                activity: activity, of: position, outcome: finding.outcome, by: occasion.person, on: occasion)
        }
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
        task.office = occasion.actor.offices?[task.role]
        task.completedAt = occasion.now
        cases[position].tasks[index] = task
        if let activity = task.activity {
            // What several say together is counted by the process.
            if cases[position].isAlone(activity) { cases[position].outcomes[task.element] = finding.outcome }
            cancelQuestions(about: task.element, in: position)
        }
        record(
            "task.completed", position, Self.ended(task), isPublic: !task.isInternal, outcome: finding.outcome
        )
    }

    /// Who looks whether to take it, and does not, has not done what the step is called.
    private static func ended(_ task: CaseTask) -> Sentence {
        let outcome = task.outcomes.first { $0.code == task.outcome }
        guard task.act == .accept, let outcome, outcome.needsOpinion else { return "「\(task.name)」已完成。" }
        return "「\(task.name)」的结果是“\(outcome.label)”。"
    }
}
