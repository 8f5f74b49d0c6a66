import Journal
import Refusals
import WorkingTime

/// An organ appeals against an indicator of a frozen period, and somebody else decides.
struct ScoreAppeal: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        case submitted, withdrawn, upheld, corrected

        var chinese: String {
            switch self {
            case .submitted: "等待裁定"
            case .withdrawn: "已撤回"
            case .upheld: "维持核定"
            case .corrected: "已更正"
            }
        }
    }

    /// Who had a part in what is appealed against, and does not decide about it.
    struct Involved: Sendable {
        let froze: Int64
        let reviewed: Int64?
    }

    /// A figure that is to be put right.
    struct Change: Sendable, Hashable {
        let figure: String
        let before: Int?
        let after: Int

        /// Where the form of the decision has it.
        static func field(_ figure: String) -> String { "amount.\(figure)" }
    }

    /// What counts for the organ at present, and which of its figures the indicator asks for.
    struct Standing: Sendable {
        let figures: [Figure: Int]
        let asked: [Figure]
    }

    let id: Int64
    let period: Period
    let organ: String
    let indicator: String
    /// Working days in which it is to be decided.
    let decideDays: Int
    let appealedAt: Instant
    private(set) var state: State
    private(set) var course: [EvidenceStep]
    private(set) var appealedBy: Int64
    private(set) var decidedBy: Int64?
    private(set) var revision: Int

    /// What is read from its row.
    init(
        id: Int64, period: Period, organ: String, indicator: String, decideDays: Int, appealedAt: Instant,
        state: State, course: [EvidenceStep], appealedBy: Int64, decidedBy: Int64?, revision: Int
    ) {
        (self.id, self.period, self.organ, self.indicator) = (id, period, organ, indicator)
        (self.decideDays, self.appealedAt, self.state) = (decideDays, appealedAt, state)
        (self.course, self.appealedBy, self.decidedBy) = (course, appealedBy, decidedBy)
        self.revision = revision
    }

    /// The organ appeals, within the limit of a frozen period.
    init(
        id: Int64, _ record: PeriodRecord?, organ: String, indicator: String, decideDays: Int,
        reasons: String,
        _ files: [Evidence], by actor: Actor, at now: Instant
    ) throws {
        guard let record, record.isFrozen else { throw DomainError.conflict("这一期还没有核定，不用申诉。") }
        guard actor.organ == organ else { throw DomainError.forbidden("这不是您的部门的得分。") }
        guard let until = record.appealsUntil, now <= until else {
            let day = record.appealsUntil.map { "到 \($0.day.chinese)" } ?? ""
            throw DomainError.conflict("这一期的申诉期限\(day)，已经过了。")
        }
        try EvidenceWords.require(reasons, "words", "请写明申诉的理由。")
        self.init(
            id: id, period: record.period, organ: organ, indicator: indicator, decideDays: decideDays,
            appealedAt: now, state: .submitted, course: [], appealedBy: actor.accountID, decidedBy: nil,
            revision: 0)
        note(.appealed, reasons, files, by: actor, at: now)
    }

    /// The organ takes it back.
    mutating func withdraw(_ words: String, by actor: Actor, at now: Instant) throws {
        guard actor.organ == organ else { throw DomainError.forbidden("这不是您的部门的申诉。") }
        guard state == .submitted else { throw DomainError.conflict("这件申诉\(state.chinese)，不能撤回。") }
        state = .withdrawn
        note(.withdrawn, words, [], by: actor, at: now)
    }

    /// Another person decides, with reasons: one who neither appealed, froze nor reviewed, and of another organ.
    ///
    /// - Parameters:
    ///   - changes: what is put right; nothing where the frozen figures stand.
    ///   - standing: what they stand beside: no part may be more than its whole.
    mutating func decide(
        _ changes: [Change], beside standing: Standing, _ reason: String, seen: Int, _ involved: Involved,
        by actor: Actor, at now: Instant
    ) throws {
        try requireDecidable(actor, involved)
        guard seen == revision else { throw DomainError.conflict("申诉刚刚有变化，请刷新以后再裁定。") }
        try EvidenceWords.require(reason, "reason", "请写明裁定的理由。")
        try standing.requirePossible(changes)
        (state, decidedBy) = (changes.isEmpty ? .upheld : .corrected, actor.accountID)
        note(changes.isEmpty ? .upheld : .corrected, reason, [], by: actor, at: now)
    }

    /// Before anything is said of the decision: who may not decide, and what is decided already.
    func requireDecidable(_ actor: Actor, _ involved: Involved) throws {
        try requireImpartial(actor, involved)
        guard state == .submitted else { throw DomainError.conflict("这件申诉\(state.chinese)，不能再裁定。") }
    }

    /// Why somebody may not decide.
    func requireImpartial(_ actor: Actor, _ involved: Involved) throws {
        guard actor.organ != organ else { throw DomainError.forbidden("这件申诉涉及您自己的部门，要由其他部门的人裁定。") }
        guard !course.hasSpoken(actor.accountID, .appealed) else {
            throw DomainError.forbidden("申诉是您提出的，要由另一人裁定。")
        }
        guard actor.accountID != involved.froze else {
            throw DomainError.forbidden("这一期是您核定的，要由另一人裁定。")
        }
        guard actor.accountID != involved.reviewed else {
            throw DomainError.forbidden("这项自评是您审核的，要由另一人裁定。")
        }
    }

    private mutating func note(
        _ kind: EvidenceStep.Kind, _ words: String, _ files: [Evidence], by actor: Actor, at now: Instant
    ) {
        course.append(
            EvidenceStep(
                kind: kind, by: actor.accountID, name: actor.name, words: words, files: files, at: now))
        revision += 1
    }
}
