import Journal
import Refusals
import WorkingTime

/// Whoever a signal is about is heard: a statement, an appeal that another person decides, a withdrawal with its reason.
extension Signal {
    private static let longest = 2_000

    private func require(_ words: String, _ field: String) throws {
        guard !words.isEmpty else { throw DomainError.invalid(field, "请写明理由。") }
        guard words.count <= Self.longest else { throw DomainError.invalid(field, "不超过 \(Self.longest) 个字。") }
    }

    private func requireConcerned(_ actor: Actor) throws {
        guard actor.organ == organ else { throw DomainError.forbidden("这条信号不涉及您的部门。") }
    }

    /// A supervisor never supervises their own organ.
    func requireImpartial(_ actor: Actor) throws {
        guard actor.organ != organ else { throw DomainError.forbidden("这条信号涉及您自己的部门，要由其他监察人员处理。") }
    }

    /// 说明: what the organ has to say about it.
    mutating func state(_ words: String, by actor: Actor, at now: Instant) throws {
        try requireConcerned(actor)
        try require(words, "statement")
        guard state.stands else { throw DomainError.conflict("这条信号已经\(state.chinese)，不用再说明。") }
        guard course.count < 50 else { throw DomainError.conflict("这条信号的说明已经太多。") }
        note(.statement, words, by: actor, at: now)
    }

    /// 申诉: within the days that the rule gives.
    mutating func appeal(
        _ words: String, decideWithin days: Int, by actor: Actor, at now: Instant, _ calendar: WorkingCalendar
    ) throws {
        try requireConcerned(actor)
        try require(words, "appeal")
        guard state == .open else { throw DomainError.conflict("这条信号\(state.chinese)，不能申诉。") }
        guard now <= appealUntil else {
            throw DomainError.conflict("申诉期限到\(appealUntil.day.chinese)，已经过了。")
        }
        (state, appealedBy) = (.appealed, actor.accountID)
        decideUntil = calendar.workingDay(days, from: now.day).endOfDay
        note(.appeal, words, by: actor, at: now)
    }

    /// 裁定: another person decides, with reasons.
    mutating func decide(
        isUpheld: Bool, _ reason: String, by actor: Actor, at now: Instant
    ) throws {
        guard appealedBy != actor.accountID else { throw DomainError.forbidden("申诉是您提出的，要由另一人裁定。") }
        try requireImpartial(actor)
        try require(reason, "reason")
        guard state == .appealed else { throw DomainError.conflict("这条信号没有待裁定的申诉。") }
        let standing: State = level.isCard ? .confirmed : .upheld
        (state, decidedBy) = (isUpheld ? standing : .withdrawn, actor.accountID)
        note(isUpheld ? .upheld : .withdrawn, reason, by: actor, at: now)
    }

    /// What the step at a place of the course was, in words: an appeal that was right is decided by taking the signal back.
    func wordsOfStep(_ place: Int) -> String {
        let step = course[place]
        let said = course[..<place].last { $0.kind == .appeal || $0.kind == .upheld }
        guard step.kind == .withdrawn, said?.kind == .appeal else { return step.kind.chinese }
        return "裁定申诉成立，撤销"
    }

    /// 撤销: taken back by supervision itself, with the reason.
    mutating func withdraw(_ reason: String, by actor: Actor, at now: Instant) throws {
        try requireImpartial(actor)
        try require(reason, "reason")
        guard state == .open || state.isFinal else {
            throw DomainError.conflict("这条信号\(state.chinese)，不能撤销。")
        }
        state = .withdrawn
        if decidedBy == nil { decidedBy = actor.accountID }
        note(.withdrawn, reason, by: actor, at: now)
    }

    /// What the law takes out of the time takes the signal back by itself.
    mutating func cancel(_ reason: String, at now: Instant) {
        guard state.stands else { return }
        state = .cancelled
        note(.cancelled, reason, by: .system, at: now)
    }

    /// 成立: nobody has appealed a card in time.
    ///
    /// - Returns: false when it is not so far, or something else was decided.
    mutating func confirm(at now: Instant) -> Bool {
        guard state == .open, isConfirmed(at: now) else { return false }
        state = .confirmed
        revision += 1
        return true
    }

    /// What it reminded of is done.
    mutating func settle(_ words: String = "提醒的事项已经办完。", at now: Instant) {
        guard state == .open || state == .upheld, !level.isCard else { return }
        state = .settled
        note(.settled, words, by: .system, at: now)
    }
}
