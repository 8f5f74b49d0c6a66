import Identity
import Journal
import Refusals
import WorkingTime

/// What turns out to be more urgent than it looked when it came in.
extension Matter {
    /// Gives what is promised so many hours from now on, instead of days.
    ///
    /// - Parameter reason: why it cannot wait; for those who work on it.
    /// - Throws: `conflict` when it is over or has hours already, `forbidden` for whoever did not take it in, `invalid`
    ///   without a reason.
    public mutating func hasten(_ number: String, hours: Int, because reason: String, on occasion: Occasion)
        throws
    {
        let position = try index(of: number)
        let subject = cases[position]
        guard [.submitted, .accepted].contains(subject.phase) else {
            throw DomainError.conflict("本件现在是「\(subject.phase.chinese)」，不能再改为紧急。")
        }
        guard let promised = subject.plan.promisedLimit, promised.unit != .hour else {
            throw DomainError.conflict("本件已经按小时办理。")
        }
        guard occasion.actor.organ == subject.plan.hall else { throw DomainError.forbidden("由受理的单位改为紧急。") }
        try subject.requireImpartial(occasion.actor)
        try Words.require(reason, field: "reason", "请写明为什么紧急。")
        let limit = TimeLimit(value: hours, unit: .hour)
        cases[position].plan.extensionRule = ExtensionRule(
            limit: limit, approver: subject.plan.extensionRule.approver,
            basis: subject.plan.extensionRule.basis)
        if subject.phase == .accepted {
            cases[position].plan.promisedLimit = limit
            stopClock(.promised, of: position, at: occasion.now)
            startClock(.promised, of: position, limit: limit, at: occasion.now, on: occasion)
        } else {
            // The clock will run from when it came in: the hours that have passed are not taken from whoever answers.
            let since = subject.filing.receivedAt ?? subject.filing.filedAt
            let passed = (occasion.now - since + 3_599) / 3_600
            cases[position].plan.promisedLimit = TimeLimit(
                value: min(hours + passed, TimeLimit.values.upperBound), unit: .hour)
        }
        settle(by: occasion.calendar, now: occasion.now)
        record(
            "case.hastened", position, "改为紧急，\(limit.chinese)内办理：\(reason)",
            notice: "您的「\(subject.plan.name)」已改为紧急办理。")
    }
}
