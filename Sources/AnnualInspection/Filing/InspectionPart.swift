import Journal
import Refusals
import WorkingTime

/// What one organ finds of an enterprise's annual inspection.
struct InspectionPart: Sendable, Hashable {
    /// Where it stands.
    enum State: String, Sendable, CaseIterable {
        /// Nobody has looked at it yet.
        case waiting
        /// The enterprise has to put something right until a day.
        case correcting
        /// It says it has; to be looked at again.
        case corrected
        /// 合格.
        case passed
        /// 不合格.
        case failed

        /// Whether nothing more is done.
        var isFinal: Bool { self == .passed || self == .failed }

        /// The word people read.
        var chinese: String {
            switch self {
            case .waiting: "待审查"
            case .correcting: "限期整改"
            case .corrected: "已整改，待复核"
            case .passed: "合格"
            case .failed: "不合格"
            }
        }
    }

    let organ: String
    private(set) var state: State = .waiting
    /// What is to be put right, or why it has not passed.
    private(set) var reason: String?
    /// The last day for it.
    private(set) var correctBy: CivilDate?
    /// What the enterprise says it has done.
    private(set) var correction: String?
    private(set) var decidedBy: Int64?
    private(set) var decider: String?
    private(set) var decidedAt: Instant?

    init(organ: String) { self.organ = organ }

    init(
        organ: String, state: State, reason: String?, correctBy: CivilDate?, correction: String?,
        decidedBy: Int64?, decider: String?, decidedAt: Instant?
    ) {
        (self.organ, self.state, self.reason, self.correctBy) = (organ, state, reason, correctBy)
        (self.correction, self.decidedBy, self.decider) = (correction, decidedBy, decider)
        self.decidedAt = decidedAt
    }

    /// Whether the day for putting it right has passed without a word.
    func isLate(on day: CivilDate) -> Bool { state == .correcting && correctBy.map { $0 < day } == true }

    /// 合格.
    ///
    /// - Throws: `conflict` when it is decided, or the enterprise still has time to put something right.
    mutating func pass(by actor: Actor, at now: Instant) throws {
        try requireOpen(on: now.day)
        decide(.passed, by: actor, at: now)
        reason = nil
    }

    /// 不合格, with reasons.
    ///
    /// - Throws: `invalid` without reasons; `conflict` as above.
    mutating func fail(_ reason: String, by actor: Actor, at now: Instant) throws {
        try requireOpen(on: now.day)
        self.reason = try Self.checked(reason, "请写明不合格的理由，会写进给企业的结果单。")
        decide(.failed, by: actor, at: now)
    }

    /// 限期整改: what, and until when.
    ///
    /// - Throws: `invalid` without a reason or for a day that is no time; `conflict` as above.
    mutating func demandCorrection(_ reason: String, until day: CivilDate?, by actor: Actor, at now: Instant)
        throws
    {
        try requireOpen(on: now.day)
        let reason = try Self.checked(reason, "请写明要整改什么。")
        guard let day, day > now.day, day <= now.day.adding(days: 180) else {
            throw DomainError.invalid("correct_by", "整改期限应在明天以后、半年以内。")
        }
        (self.reason, correctBy, correction) = (reason, day, nil)
        decide(.correcting, by: actor, at: now)
    }

    /// The enterprise has put it right; the organ looks again.
    ///
    /// - Throws: `conflict` when nothing is asked for, `invalid` when nothing is said.
    mutating func correct(_ words: String) throws {
        guard state == .correcting else { throw DomainError.conflict("这个部门没有要求整改，或者已经收到您的整改说明。") }
        correction = try Self.checked(words, "请写明整改了什么。", at: "words")
        state = .corrected
    }

    private mutating func decide(_ state: State, by actor: Actor, at now: Instant) {
        (self.state, decidedBy, decider, decidedAt) = (state, actor.accountID, actor.name, now)
    }

    private func requireOpen(on day: CivilDate) throws {
        guard !state.isFinal else { throw DomainError.conflict("本部门已经作出结论：\(state.chinese)。") }
        guard state != .correcting || isLate(on: day) else {
            throw DomainError.conflict("整改期限还没有到，请等企业提交整改说明。")
        }
    }

    private static func checked(_ text: String, _ missing: Sentence, at field: String = "reason") throws
        -> String
    {
        guard !text.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, missing) }
        guard text.count <= 500 else { throw DomainError.invalid(field, "这里最多写 500 字。") }
        return text
    }
}
