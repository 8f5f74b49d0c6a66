import Refusals
import WorkingTime

/// What is done about a bad rating (差评): verified with the person, corrected, called back. The organ may contest it, and
/// somebody else decides.
struct RatingReview: Sendable, Hashable, Identifiable {
    enum State: String, Sendable, CaseIterable { case open, contacted, corrected, closed, excluded }

    /// What somebody did.
    struct Act: Sendable, Hashable, Codable {
        let accountID: Int64
        let name: String
        let at: Instant
        let words: String
    }

    /// The same as the rating's.
    let id: Int64
    let organ: String
    let contactDue: CivilDate
    let correctionDue: CivilDate
    var state = State.open
    var callbackDue: CivilDate?
    var rulingDue: CivilDate?
    var contacted: Act?
    var corrected: Act?
    var calledBack: Act?
    var isSatisfied: Bool?
    var appeal: Act?
    var ruling: Act?
    var isGranted: Bool?

    /// Whether an appeal waits for its ruling.
    var isContested: Bool { appeal != nil && ruling == nil }

    /// What is to be done next, and by when; nil when nothing is.
    var next: (step: String, due: CivilDate)? {
        if isContested { return rulingDue.map { ("裁定申诉", $0) } }
        switch state {
        case .open: return ("联系核实", contactDue)
        case .contacted: return ("整改", correctionDue)
        case .corrected: return callbackDue.map { ("回访", $0) }
        case .closed, .excluded: return nil
        }
    }

    /// Whether what is next is late: computed, never kept.
    func isLate(on day: CivilDate) -> Bool { next.map { $0.due < day } ?? false }

    /// Notes what came of talking to the person.
    mutating func contact(_ act: Act) throws {
        try require(.open, act, "这条差评已经联系核实过了。")
        (state, contacted) = (.contacted, act)
    }

    /// Notes what was put right, or why there is nothing to.
    mutating func correct(_ act: Act, callbackDue due: CivilDate) throws {
        try require(.contacted, act, state == .open ? "请先与评价人联系核实，再填写整改情况。" : "这条差评已经整改过了。")
        (state, corrected, callbackDue) = (.corrected, act, due)
    }

    /// Notes what the person says of it.
    mutating func callBack(_ act: Act, isSatisfied: Bool) throws {
        try require(.corrected, act, state == .closed ? "这条差评已经回访过了。" : "整改以后才能回访。")
        (state, calledBack, self.isSatisfied) = (.closed, act, isSatisfied)
    }

    /// Contests it.
    mutating func contest(_ act: Act, rulingDue due: CivilDate) throws {
        guard state != .closed, state != .excluded else { throw DomainError.conflict("这条差评已经办结，不能再申诉。") }
        guard appeal == nil else { throw DomainError.conflict("这条差评已经申诉过一次。") }
        try Self.check(act)
        (appeal, rulingDue) = (act, due)
    }

    /// Decides what was contested. What was found wrong is not counted.
    mutating func rule(_ act: Act, isGranted: Bool) throws {
        guard let appeal else { throw DomainError.conflict("这条差评没有申诉。") }
        guard ruling == nil else { throw DomainError.conflict("申诉已经裁定。") }
        let involved = [appeal, contacted, corrected].compactMap { $0?.accountID }
        guard !involved.contains(act.accountID) else {
            throw DomainError.forbidden("提出申诉和办理差评的人不能裁定，请由另一人裁定。")
        }
        try Self.check(act)
        (ruling, self.isGranted) = (act, isGranted)
        if isGranted { state = .excluded }
    }

    private func require(_ wanted: State, _ act: Act, _ sentence: Sentence) throws {
        guard state != .excluded else { throw DomainError.conflict("申诉成立，这条评价不计入，不用再办理。") }
        guard !isContested else { throw DomainError.conflict("申诉还没有裁定，请等裁定以后再办理。") }
        guard state == wanted else { throw DomainError.conflict(sentence) }
        try Self.check(act)
    }

    private static func check(_ act: Act) throws {
        guard (1...1_000).contains(act.words.count) else {
            throw DomainError.invalid("words", "请写明情况，最多 1000 字。")
        }
    }
}

extension RatingReview.State {
    /// The state in words.
    var chinese: String {
        switch self {
        case .open: "待核实"
        case .contacted: "已核实"
        case .corrected: "已整改"
        case .closed: "已回访办结"
        case .excluded: "申诉成立，不计入"
        }
    }
}
