import Refusals
import WorkingTime

/// The targets of an organ for a year, one version of them (目标责任书).
struct TargetPlan: Sendable, Hashable {
    enum State: String, Sendable, Codable, CaseIterable {
        case draft, offered, agreed, superseded

        var chinese: String {
            switch self {
            case .draft: "起草中"
            case .offered: "等待对方同意"
            case .agreed: "双方已同意"
            case .superseded: "已被新版本代替"
            }
        }
    }

    /// The two who agree.
    enum Side: String, Sendable, Codable, CaseIterable {
        case organ, district

        var chinese: String { self == .organ ? "部门" : "区政府" }
    }

    let id: Int64
    let year: Int
    let organ: String
    let version: Int
    var state: State
    var targets: [Target]
    /// Why what was agreed is changed.
    var reason: String?
    var side: Side?
    var offeredBy: Int64?
    var offeredByName: String?
    var offeredAt: Instant?
    var answeredBy: Int64?
    var answeredByName: String?
    var answeredAt: Instant?
    /// Why the other side did not agree the last time.
    var objection: String?
    /// The organ that answers for it since the one that agreed is gone, and the day from which on.
    var heir: String?
    var inheritedOn: CivilDate?

    /// Whoever answers for it now.
    var holder: String { heir ?? organ }
    var weight: Int { targets.reduce(0) { $0 + $1.weight } }

    /// All targets by their weights, in percent; nil where nothing could be measured.
    func achievement(_ amounts: [String: Int], reached: Set<Int64>, of account: Int64? = nil) -> Int? {
        let measured = targets.filter { account == nil || $0.accountID == account }.compactMap { target in
            target.achievement(amounts, reached: reached).map { (target.weight, $0) }
        }
        let weight = measured.reduce(0) { $0 + $1.0 }
        return weight == 0 ? nil : measured.reduce(0) { $0 + $1.0 * $1.1 } / weight
    }
}

/// How a plan comes to be agreed, and changed: by both sides, and by two persons.
extension TargetPlan {
    func requireDraft() throws {
        guard state == .draft else { throw DomainError.conflict("目标已经提出或者同意，不能再改；要改先起草新的版本。") }
    }

    mutating func add(_ target: Target) throws {
        try requireDraft()
        guard targets.count < 50 else { throw DomainError.conflict("一个部门一年最多 50 个目标。") }
        targets.append(target)
    }

    mutating func remove(_ key: Int64) throws {
        try requireDraft()
        guard targets.contains(where: { $0.key == key }) else { throw DomainError.notFound("没有这个目标。") }
        targets.removeAll { $0.key == key }
    }

    /// 提出: one side says what it agrees to.
    mutating func offer(
        _ reason: String, for side: Side, by account: Int64, named name: String, at now: Instant
    )
        throws
    {
        try requireDraft()
        guard !targets.isEmpty else { throw DomainError.conflict("还没有目标，不能提出。") }
        guard weight == 100 else { throw DomainError.conflict("各目标的权重合计是 \(weight)，应为 100。") }
        if version > 1, reason.isEmpty { throw DomainError.invalid("reason", "请写明为什么要改已经同意的目标。") }
        guard reason.count <= 500 else { throw DomainError.invalid("reason", "不超过 500 个字。") }
        (state, self.side, self.reason, objection) = (.offered, side, reason.isEmpty ? nil : reason, nil)
        (offeredBy, offeredByName, offeredAt) = (account, name, now)
    }

    private func requireOtherSide(_ side: Side, _ account: Int64) throws {
        guard state == .offered else { throw DomainError.conflict("现在没有等待同意的目标。") }
        guard side != self.side, account != offeredBy else {
            throw DomainError.forbidden("目标是\((self.side ?? .organ).chinese)提出的，要由对方的另一个人同意。")
        }
    }

    /// 同意: the other side signs, and what is new counts from today on.
    mutating func agree(for side: Side, by account: Int64, named name: String, at now: Instant) throws {
        try requireOtherSide(side, account)
        (state, answeredBy, answeredByName, answeredAt) = (.agreed, account, name, now)
        for target in targets.indices {
            for place in targets[target].milestones.indices
            where targets[target].milestones[place].beginsOn == nil {
                let due = targets[target].milestones[place].dueOn
                targets[target].milestones[place].beginsOn = min(now.day, due)
            }
        }
    }

    /// 不同意: back to whoever drafts, with the reason.
    mutating func decline(_ objection: String, for side: Side, by account: Int64) throws {
        try requireOtherSide(side, account)
        guard !objection.isEmpty, objection.count <= 500 else {
            throw DomainError.invalid("objection", "请写明不同意的理由，不超过 500 个字。")
        }
        (state, self.objection) = (.draft, objection)
        (self.side, offeredBy, offeredByName, offeredAt) = (nil, nil, nil, nil)
    }
}
