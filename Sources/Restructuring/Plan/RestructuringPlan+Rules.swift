import Government
import Journal
import Refusals
import WorkingTime

extension RestructuringPlan {
    /// Approves it.
    ///
    /// - Throws: `forbidden` for whoever wrote it, `conflict` when it is no draft, when its day is past, or when something
    ///   stands against it.
    public mutating func approve(_ findings: [PlanFinding], by actor: Actor, at now: Instant) throws {
        try requireDraft()
        guard ![record.drafted.accountID, record.edited.accountID].contains(actor.accountID) else {
            throw DomainError.forbidden("方案由您起草，须由另一人批准。")
        }
        guard effectiveOn >= now.day else { throw DomainError.conflict("生效日期已过，请起草人先改期。") }
        try Self.refuse(findings)
        (state, record.approved) = (.approved, Signature(actor, at: now))
        revision += 1
    }

    /// Gives it up before it was carried out.
    ///
    /// - Throws: `conflict` when it is too late, `invalid` without a reason.
    public mutating func withdraw(_ remark: String, by actor: Actor, at now: Instant) throws {
        guard state == .draft || state == .approved else {
            throw DomainError.conflict("方案\(state.chinese)，不能撤回。")
        }
        guard !remark.isEmpty else { throw DomainError.invalid("remark", "请写明撤回的原因。") }
        (state, record.withdrawn, record.remark) = (.withdrawn, Signature(actor, at: now), remark)
        revision += 1
    }

    /// Asks that it be carried out by hand, or confirms what another has asked.
    ///
    /// - Returns: whether two people have asked for it now.
    /// - Throws: `conflict` before its day, and for whoever has asked already.
    public mutating func requestExecution(by actor: Actor, at now: Instant) throws -> Bool {
        try requireDue(at: now)
        guard let asked = record.asked else {
            record.asked = Signature(actor, at: now)
            revision += 1
            return false
        }
        guard asked.accountID != actor.accountID else {
            throw DomainError.conflict("您已提出立即执行，须由另一人确认。")
        }
        return true
    }

    /// Notes that it was carried out.
    ///
    /// - Throws: `conflict` before its day, when it is not approved, or when something stands against it.
    mutating func carryOut(_ findings: [PlanFinding], by actor: Actor, at now: Instant) throws {
        try requireDue(at: now)
        try Self.refuse(findings)
        (state, record.carriedOut, record.obstacle) = (.carriedOut, Signature(actor, at: now), nil)
        revision += 1
    }

    private func requireDue(at now: Instant) throws {
        guard state == .approved else { throw DomainError.conflict("方案\(state.chinese)，不能执行。") }
        guard effectiveOn <= now.day else {
            throw DomainError.conflict("方案 \(effectiveOn.iso) 生效，还没有到日子。")
        }
    }

    private static func refuse(_ findings: [PlanFinding]) throws {
        guard let obstacle = findings.first(where: \.blocks) else { return }
        throw DomainError.conflict(obstacle.sentence)
    }
}

extension RestructuringPlan {
    /// Who takes up what, as the steps say.
    public var succession: OrganSuccession {
        OrganSuccession(
            passages: steps.flatMap(\.passages),
            ended: Dictionary(steps.flatMap(\.ended).map { ($0.organ, $0.successor) }) { first, _ in first })
    }

    /// The organs that go on under other names.
    var renamed: Set<String> {
        Set(
            steps.compactMap { step in
                if case .rename(let organ, _, _) = step { organ } else { nil }
            })
    }

    /// The organs from which something goes away, and those with other names.
    var touched: Set<String> { succession.givers.union(renamed) }

    /// Every organ the plan speaks of.
    var named: Set<String> {
        let heirs = steps.flatMap { step -> [String] in
            switch step {
            case .rename: []
            case .create(let new): [new.key]
            case .merge(_, let heir), .abolish(_, let heir): [heir]
            case .split(let split): Array(split.heirs)
            case .movePost(let move): [move.from, move.to]
            }
        }
        return touched.union(heirs)
    }
}

extension RestructuringStep {
    fileprivate var passages: [OrganSuccession.Passage] {
        switch self {
        case .rename, .create, .movePost: []
        case .merge(let organs, let heir): organs.map { .whole(from: $0, to: heir) }
        case .abolish(let organ, let heir): [.whole(from: organ, to: heir)]
        case .split(let split):
            [.parted(from: split.organ, items: split.items, cases: split.cases, rest: split.rest)]
        }
    }
}
