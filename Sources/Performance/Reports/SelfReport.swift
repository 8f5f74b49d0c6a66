import Journal
import Refusals
import WorkingTime

/// What an organ states of itself for an indicator of a period, and what came of it.
struct SelfReport: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        case submitted, returned, accepted

        var chinese: String {
            switch self {
            case .submitted: "等待审核"
            case .returned: "已退回"
            case .accepted: "已审核"
            }
        }
    }

    /// What a review says.
    enum Outcome: String, Sendable {
        case accept, change, `return`
    }

    let id: Int64
    let period: Period
    let organ: String
    let indicator: String
    private(set) var state: State
    /// In hundredths.
    private(set) var stated: Int
    private(set) var accepted: Int?
    private(set) var course: [EvidenceStep]
    private(set) var reportedBy: Int64
    private(set) var reviewedBy: Int64?
    private(set) var revision: Int

    /// What is read from its row.
    init(
        id: Int64, period: Period, organ: String, indicator: String, state: State, stated: Int,
        accepted: Int?,
        course: [EvidenceStep], reportedBy: Int64, reviewedBy: Int64?, revision: Int
    ) {
        (self.id, self.period, self.organ, self.indicator) = (id, period, organ, indicator)
        (self.state, self.stated, self.accepted, self.course) = (state, stated, accepted, course)
        (self.reportedBy, self.reviewedBy, self.revision) = (reportedBy, reviewedBy, revision)
    }

    /// One that has not said anything yet.
    init(id: Int64, period: Period, organ: String, indicator: String) {
        self.init(
            id: id, period: period, organ: organ, indicator: indicator, state: .returned, stated: 0,
            accepted: nil,
            course: [], reportedBy: 0, reviewedBy: nil, revision: 0)
    }

    /// A period that somebody froze, or is freezing, is no longer reported on.
    static func requireOpen(_ record: PeriodRecord?) throws {
        guard let record else { return }
        throw DomainError.conflict(
            record.isFrozen ? "\(record.period.chinese)已经核定，自评不能再改。" : "\(record.period.chinese)正在核定，自评不能再改。")
    }

    /// The organ states the value, or states it anew while nobody has reviewed it. What was returned may be stated anew until
    /// the period is frozen.
    mutating func state(
        _ amount: Int, _ words: String, _ files: [Evidence], within window: ClosedRange<CivilDate>,
        by actor: Actor, at now: Instant
    ) throws {
        guard actor.organ == organ else { throw DomainError.forbidden("这不是您的部门的自评。") }
        guard state != .accepted else { throw DomainError.conflict("自评已经审核，不能再改。") }
        let isReturned = state == .returned && !course.isEmpty
        guard now.day >= window.lowerBound, isReturned || now.day <= window.upperBound else {
            throw DomainError.conflict(
                "自评从 \(window.lowerBound.chinese) 开始，到 \(window.upperBound.chinese) 截止。")
        }
        try EvidenceWords.require(words, "words", "请写明这个结果是怎么来的。")
        guard !files.isEmpty || course.contains(where: { !$0.files.isEmpty }) else {
            throw DomainError.invalid("file1", "请附上佐证文件。")
        }
        guard course.count < [EvidenceStep].most else { throw DomainError.conflict("这项自评往返的次数太多。") }
        (state, stated, reportedBy, reviewedBy) = (.submitted, amount, actor.accountID, nil)
        note(.stated, words, amount, files, by: actor, at: now)
    }

    /// Another person of another organ accepts it, changes it with a reason or returns it with a reason.
    mutating func review(
        _ outcome: Outcome, _ amount: Int, _ reason: String, seen: Int, by actor: Actor, at now: Instant
    ) throws {
        guard actor.organ != organ else { throw DomainError.forbidden("这是您自己部门的自评，要由其他部门的人审核。") }
        guard !course.hasSpoken(actor.accountID, .stated) else {
            throw DomainError.forbidden("自评是您填报的，要由另一人审核。")
        }
        guard state == .submitted else { throw DomainError.conflict("这项自评现在没有要审核的。") }
        guard seen == revision else { throw DomainError.conflict("部门刚刚改过自评，请刷新以后再审核。") }
        let amount = outcome == .change ? amount : stated
        if outcome == .return || amount != stated {
            try EvidenceWords.require(reason, "reason", "改变或者退回自评，请写明理由。")
        }
        reviewedBy = actor.accountID
        switch outcome {
        case .return:
            state = .returned
            note(.returned, reason, nil, [], by: actor, at: now)
        case .accept, .change:
            (state, accepted) = (.accepted, amount)
            note(amount == stated ? .accepted : .changed, reason, amount, [], by: actor, at: now)
        }
    }

    private mutating func note(
        _ kind: EvidenceStep.Kind, _ words: String, _ amount: Int?, _ files: [Evidence], by actor: Actor,
        at now: Instant
    ) {
        course.append(
            EvidenceStep(
                kind: kind, by: actor.accountID, name: actor.name, words: words, amount: amount, files: files,
                at: now))
        revision += 1
    }
}
