import Identity
import Journal
import Refusals
import WorkingTime

/// Clocks: start, stop, pause with a reason, extend by the rank the law names.
extension Matter {
    mutating func startClock(
        _ name: CaseClock.Name, of position: Int, limit: TimeLimit?, at start: Instant, on occasion: Occasion
    ) {
        cases[position].clocks.append(
            CaseClock(
                id: occasion.newID(), name: name, limit: limit, startedAt: start,
                calendarVersion: occasion.calendar.version))
    }

    mutating func stopClock(_ name: CaseClock.Name, of position: Int, at now: Instant) {
        for index in cases[position].clocks.indices where cases[position].clocks[index].name == name {
            cases[position].clocks[index].stop(at: now)
        }
    }

    mutating func pauseClocks(of position: Int, reason: String, on occasion: Occasion) {
        for index in cases[position].clocks.indices where cases[position].clocks[index].measuresDecision {
            cases[position].clocks[index].pause(at: occasion.now, reason: reason)
        }
    }

    mutating func resumeClocks(of position: Int, on occasion: Occasion) {
        for index in cases[position].clocks.indices { cases[position].clocks[index].resume(at: occasion.now) }
    }

    /// Stops the decision clocks for a lawful reason; the applicant is told how long it is expected to take
    /// (行政许可法 art. 45).
    public mutating func suspend(
        _ number: String, for reason: SuspensionReason, note: String, expectedDays: Int, on occasion: Occasion
    ) throws {
        let plan = try cases[index(of: number)].plan
        guard plan.pausesWithEvidence != true else { throw DomainError.conflict("本件暂停计时要有凭证，请在征求意见的页面登记。") }
        guard plan.endsByAnswer != true else { throw DomainError.conflict("\(plan.name)的期限不能暂停，可以申请延期。") }
        try pause(number, for: reason, note: note, expectedDays: expectedDays, on: occasion)
        issue(
            .suspension, in: try index(of: number),
            [.cause: [reason.chinese], .days: [String(expectedDays)], .reason: [note]], on: occasion)
    }

    /// The same by a feature that keeps the evidence for it.
    public mutating func pause(
        _ number: String, for reason: SuspensionReason, note: String, expectedDays: Int, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireAccepted(position)
        try requireHandler(position, occasion.actor)
        guard !cases[position].isPaused else { throw DomainError.conflict("本件已经暂停计时，请先恢复。") }
        guard (1...180).contains(expectedDays) else {
            throw DomainError.invalid("expected_days", "请填写预计需要的天数，1 到 180 之间。")
        }
        try Words.require(note, field: "note", "请写明暂停计时的事由，申请人会看到。")
        let due = decisionDay(of: position, on: occasion).map {
            "原定 \($0.shortWithWeekday)到期，恢复计时的时候再告诉您新的日期。"
        }
        pauseClocks(of: position, reason: "\(reason.chinese)：\(note)", on: occasion)
        record(
            "case.suspended", position, "因\(reason.chinese)暂停计时，预计 \(expectedDays) 天：\(note)",
            notice:
                "「\(cases[position].plan.name)」因\(reason.chinese)暂停计时，预计需要 \(expectedDays) 天：\(note)。\(due ?? "")"
        )
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Lets the decision clocks run again.
    public mutating func resume(_ number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        try requireHandler(position, occasion.actor)
        guard cases[position].isPaused else { throw DomainError.conflict("本件没有暂停计时。") }
        let old = dayBeforePause(of: position, on: occasion)
        resumeClocks(of: position, on: occasion)
        settle(by: occasion.calendar, now: occasion.now)
        let moved = Self.moved(from: old, to: decisionDay(of: position, on: occasion))
        record(
            "case.resumed", position, "恢复计时。\(moved)",
            notice: "「\(cases[position].plan.name)」已恢复计时，继续办理。\(moved)")
    }

    /// Puts the decision off, once, with a reason, by the rank the law names (行政许可法 art. 42).
    public mutating func extend(_ number: String, reason: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        try requireAccepted(position)
        let rule = cases[position].plan.extensionRule
        guard rule.limit.value > 0 else { throw DomainError.conflict("法律没有规定本事项可以延长办理时限。") }
        try requireApprover(of: rule, position, occasion.actor)
        guard let clock = cases[position].extendableClock else {
            throw DomainError.conflict("本事项没有法定办结时限，不需要延长。")
        }
        guard clock.extensions.isEmpty else { throw DomainError.conflict("办理时限只能延长一次，本件已经延长过。") }
        guard !clock.isOverdue(at: occasion.now) else {
            throw DomainError.conflict("已超过\(clock.name.chinese)，不能再延长。")
        }
        try Words.require(reason, field: "reason", "请写明延长的理由，申请人会看到。")
        let granted = CaseClock.Extension(
            limit: rule.limit, reason: reason, approvedBy: Signatory(occasion.actor), approvedAt: occasion.now
        )
        let old = decisionDay(of: position, on: occasion)
        for index in cases[position].clocks.indices where cases[position].clocks[index].measuresDecision {
            cases[position].clocks[index].extensions.append(granted)
        }
        settle(by: occasion.calendar, now: occasion.now)
        let moved = Self.moved(from: old, to: decisionDay(of: position, on: occasion))
        record(
            "case.extended", position, "经\(occasion.actor.name)批准，办理时限延长 \(rule.limit.chinese)：\(reason)",
            notice:
                "「\(cases[position].plan.name)」办理时限延长 \(rule.limit.chinese)（\(rule.basis)）。\(moved)理由：\(reason)"
        )
        issue(
            .extension, in: position,
            [.limit: [rule.limit.chinese], .basis: [rule.basis], .reason: [reason]], on: occasion)
    }

    private func requireAccepted(_ position: Int) throws {
        guard cases[position].phase == .accepted else {
            throw DomainError.conflict("本件现在是「\(cases[position].phase.chinese)」，只有办理中的办件才能这样处理。")
        }
    }

    /// Somebody at the organ that has a step open in this case, or at the organ in charge.
    func requireHandler(_ position: Int, _ actor: Actor) throws {
        let subject = cases[position]
        let organs = subject.workingOrgans
        let handles = actor.roles.contains { Role(rawValue: $0)?.handlesMatters == true }
        guard handles, let organ = actor.organ, organs.contains(organ) else {
            throw DomainError.forbidden("只有正在办理本件的部门才能这样处理。")
        }
        try subject.requireImpartial(actor)
    }

    private func requireApprover(of rule: ExtensionRule, _ position: Int, _ actor: Actor) throws {
        let ownOrgan = rule.approver == "leader" || actor.organ == cases[position].plan.organ
        guard actor.roles.contains(rule.approver), ownOrgan else {
            let rank = rule.approver == "leader" ? "本级政府负责人" : "本机关负责人"
            throw DomainError.forbidden("延长办理时限须经\(rank)批准（\(rule.basis)）。")
        }
        try cases[position].requireImpartial(actor)
    }
}

extension CaseClock {
    /// The law's or the promise's limit for the decision: the clocks a suspension stops.
    var measuresDecision: Bool { name == .legal || name == .promised }
}
