import Refusals
import WorkingTime

/// Whoever acts, with the organs they hold posts in.
struct Officeholder: Sendable, Hashable {
    let id: Int64
    let organs: Set<String>
}

/// Who may do what in an inquiry: never about oneself or one's own organ, and never twice by the same person.
extension Inquiry {
    /// - Throws: `forbidden` for whoever it is about, and for their colleagues.
    func requireApart(_ holder: Officeholder) throws {
        guard holder.id != accountID else {
            throw DomainError.forbidden("这件问责涉及您本人，您应当回避。")
        }
        guard !holder.organs.contains(organ) else {
            throw DomainError.forbidden("这件问责涉及您所在的部门，要由其他部门的人员办理。")
        }
    }

    private func require(_ stage: Stage, _ sentence: Sentence) throws {
        guard self.stage == stage else { throw DomainError.conflict(sentence) }
    }

    private func requireSomebodyElse(_ holder: Officeholder, than others: [Int64?]) throws {
        try requireApart(holder)
        guard !others.contains(holder.id) else {
            throw DomainError.forbidden("这件问责的前面一步是您办的，要由没有经手的人办理。")
        }
    }

    private func requireOwn(_ holder: Officeholder) throws {
        guard holder.id == accountID else { throw DomainError.forbidden("这一步由当事人本人办理。") }
    }

    /// 核实: by another supervisor than the one who proposed it. What is founded the person is told of.
    mutating func check(isFounded: Bool, by holder: Officeholder, at now: Instant) throws {
        try require(.checking, "这件问责现在不在核实的环节。")
        try requireSomebodyElse(holder, than: [proposedBy, decidedBy])
        checkedBy = holder.id
        if isFounded { toldAt = toldAt ?? now } else { outcome = .unfounded }
    }

    /// 陈述申辩: the person's own word, or none.
    func state(by holder: Officeholder) throws {
        try requireOwn(holder)
        try require(.hearing, "现在不在陈述申辩的期限内。")
    }

    /// 决定: by a leader who has neither proposed nor checked. Nobody is punished for what was taken back since.
    ///
    /// - Parameter measure: nil for none.
    mutating func decide(_ measure: AccountabilityRules.Measure?, by holder: Officeholder) throws {
        try require(.deciding, "这件问责现在不在决定的环节。")
        try requireSomebodyElse(holder, than: [proposedBy, checkedBy])
        guard measure == nil || retraction == nil else {
            throw DomainError.invalid("decision", "依据已经不成立，不能给予问责。请决定不予问责，或者退回重新核实。")
        }
        decidedBy = holder.id
        (outcome, self.measure, measureName) = (
            measure == nil ? .spared : .measure, measure?.code, measure?.name
        )
    }

    /// 退回: the facts are looked into once more; nothing is decided.
    func sendBack(by holder: Officeholder) throws {
        try require(.deciding, "这件问责现在不在决定的环节。")
        try requireSomebodyElse(holder, than: [proposedBy, checkedBy])
    }

    /// 送达: from then on the days for an appeal count.
    mutating func serve(by holder: Officeholder, at now: Instant) throws {
        try require(.serving, "这件问责现在没有要送达的决定。")
        try requireApart(holder)
        servedAt = now
    }

    /// 申诉, or the word that there will be none.
    func appeal(by holder: Officeholder) throws {
        try requireOwn(holder)
        try require(.appealable, "现在不在申诉的期限内。")
    }

    /// 复核: by a leader who had nothing to do with it. Whoever appeals is told that it makes nothing heavier.
    ///
    /// - Parameters:
    ///   - ruling: `upheld`, `changed` or `revoked`.
    ///   - measure: the lighter measure, where it is changed.
    ///   - rules: which measures there are, the lightest first.
    mutating func review(
        _ ruling: InquiryStep.Kind, _ measure: AccountabilityRules.Measure?, of rules: AccountabilityRules,
        by holder: Officeholder
    ) throws {
        try require(.reviewing, "这件问责现在没有要复核的申诉。")
        try requireSomebodyElse(holder, than: [proposedBy, checkedBy, decidedBy])
        guard ruling == .revoked || retraction == nil else {
            throw DomainError.invalid("ruling", "依据已经不成立，不能维持或者改变措施，只能撤销。")
        }
        reviewedBy = holder.id
        switch ruling {
        case .revoked: (outcome, self.measure, measureName) = (.revoked, nil, nil)
        case .changed:
            guard let measure else { throw DomainError.invalid("measure", "请选择改变以后的措施。") }
            guard rules.lighter(than: self.measure).contains(where: { $0.code == measure.code }) else {
                throw DomainError.invalid("measure", "不能因为申诉加重，只能改为比原来更轻的措施。")
            }
            (self.measure, measureName) = (measure.code, measure.name)
        default: break
        }
    }

    /// 撤回: before it is decided; afterwards there is the appeal.
    mutating func withdraw(by holder: Officeholder) throws {
        try requireApart(holder)
        guard [.checking, .hearing, .deciding].contains(stage) else {
            throw DomainError.conflict("已经作出决定或者办结的问责不能撤回。")
        }
        outcome = .withdrawn
    }
}
