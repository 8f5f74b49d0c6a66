import Journal
import Refusals
import WorkingTime

/// 听证 while and after it is held: who takes part, what was said, and what the decision owes to it (行政许可法 art. 48).
extension Matter {
    /// Registers somebody who takes part.
    ///
    /// - Throws: `conflict` unless a hearing is set, `invalid` without name or capacity, or for somebody who is registered.
    public mutating func registerParticipant(
        _ number: String, name: String, capacity: String, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireHearable(position, occasion.actor)
        guard let hearing = cases[position].hearing, hearing.state(at: occasion.now) == .scheduled else {
            throw DomainError.conflict("没有已经安排、等待举行的听证。")
        }
        try Words.require(name, field: "name", "请写明参加人的姓名。")
        try Words.require(capacity, field: "capacity", "请写明以什么身份参加。")
        guard !hearing.participants.contains(where: { $0.name == name && $0.capacity == capacity }) else {
            throw DomainError.invalid("name", "\(name)已经登记过。")
        }
        guard hearing.participants.count < 200 else {
            throw DomainError.invalid("name", "最多登记 200 名参加人。")
        }
        cases[position].hearing?.participants.append(
            .init(name: name, capacity: capacity, registeredAt: occasion.now))
        record("hearing.participant_registered", position, "登记听证参加人：\(name)（\(capacity)）。", isPublic: false)
    }

    /// Keeps what was said; the applicant confirms it afterwards.
    ///
    /// - Throws: `conflict` before it began or when a record was confirmed, `forbidden` unless the chair writes it,
    ///   `invalid` for an empty record or a hearing nobody was at.
    public mutating func recordHearing(_ number: String, words: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        let hearing = try chaired(position, on: occasion, in: [.scheduled, .held])
        guard let session = hearing.session, occasion.now >= session.at else {
            throw DomainError.conflict("听证还没有开始，不能写笔录。")
        }
        guard !hearing.participants.isEmpty else { throw DomainError.invalid("words", "请先登记听证参加人。") }
        guard words.contains(where: { !$0.isWhitespace }) else {
            throw DomainError.invalid("words", "请写明听证的经过。")
        }
        guard words.count <= 20_000 else { throw DomainError.invalid("words", "笔录最多 20000 字，请精简。") }
        let paragraphs = words.split(whereSeparator: \.isNewline).map(String.init)
        cases[position].hearing?.record = .init(
            paragraphs: paragraphs, writtenBy: Signatory(occasion.actor), writtenAt: occasion.now)
        record(
            "hearing.recorded", position, "听证已经举行，笔录等待参加人确认。",
            notice: "「\(cases[position].plan.name)」的听证笔录已经写好，请核对确认。")
    }

    /// The applicant confirms the record: it is issued, and the clocks run again.
    ///
    /// - Throws: `forbidden` for others, `conflict` when there is no record to confirm.
    public mutating func confirmHearingRecord(_ number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard root.isApplicant(occasion.actor) else { throw DomainError.forbidden("只有申请人可以确认听证笔录。") }
        guard cases[position].hearing?.state(at: occasion.now) == .held else {
            throw DomainError.conflict("没有等待确认的听证笔录。")
        }
        cases[position].hearing?.record?.confirmedAt = occasion.now
        closeHearing(position, "申请人于\(occasion.now.chinese)确认笔录无误。", on: occasion)
    }

    /// The chair closes the record without the applicant's confirmation, and says why: they refused, or did not come.
    ///
    /// - Throws: as for the record; `invalid` without a reason.
    public mutating func closeHearing(_ number: String, reason: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        _ = try chaired(position, on: occasion, in: [.held])
        try Words.require(reason, field: "reason", "请写明申请人为什么没有确认笔录。")
        cases[position].hearing?.record?.unconfirmedReason = reason
        closeHearing(position, "申请人没有确认笔录：\(reason)", on: occasion)
    }

    private mutating func closeHearing(_ position: Int, _ words: String, on occasion: Occasion) {
        resumeHearing(position, on: occasion)
        record(
            "hearing.closed", position, "听证结束，恢复计时。\(words)",
            notice: "「\(cases[position].plan.name)」的听证已经结束，办理时限继续计算。")
        guard let hearing = cases[position].hearing, let session = hearing.session, let said = hearing.record
        else { return }
        issue(
            .hearingRecord, in: position,
            [
                .time: [session.at.chinese], .place: [session.place], .chair: [session.chair.name],
                .list: hearing.participants.map { "\($0.name)（\($0.capacity)）" }, .record: said.paragraphs,
                .reason: [words],
            ], on: occasion)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Only what the hearing stopped: a clock that stands still for something else goes on doing so.
    private mutating func resumeHearing(_ position: Int, on occasion: Occasion) {
        let reason = SuspensionReason.hearing.chinese
        for index in cases[position].clocks.indices
        where cases[position].clocks[index].openPause?.reason == reason {
            cases[position].clocks[index].resume(at: occasion.now)
        }
    }

    private func chaired(_ position: Int, on occasion: Occasion, in states: Set<Hearing.State>) throws
        -> Hearing
    {
        guard let hearing = cases[position].hearing, states.contains(hearing.state(at: occasion.now)),
            cases[position].phase == .accepted
        else { throw DomainError.conflict("现在没有可以记录的听证。") }
        guard hearing.session?.chair.accountID == occasion.actor.accountID else {
            throw DomainError.forbidden("听证笔录由主持人\(hearing.session?.chair.name ?? "")负责。")
        }
        return hearing
    }

    /// No decision while a hearing may still be asked for, or was asked for and is not closed; and one that follows a
    /// hearing says what it made of the record.
    func requireHeard(_ finding: Finding, in position: Int, at now: Instant) throws {
        guard let hearing = cases[position].hearing else { return }
        switch hearing.state(at: now) {
        case .told:
            throw DomainError.conflict("要求听证的期限到\(hearing.requestUntil.day.written)，期限届满或者申请人放弃以前不能作出决定。")
        case .requested, .scheduled, .held:
            throw DomainError.conflict("听证还没有结束，不能作出决定（《行政许可法》第四十八条）。")
        case .closed:
            guard finding.opinion?.contains("听证") == true else {
                throw DomainError.invalid("opinion", "本件举行过听证，决定应当根据听证笔录作出，请在意见里写明采纳听证笔录的情况。")
            }
        case .waived: return
        }
    }

    /// What the decision says of the hearing; nothing where there was none.
    func hearingWords(in position: Int) -> [String] {
        guard let session = cases[position].hearing?.session, cases[position].hearing?.record != nil else {
            return []
        }
        let opinion = lastOpinion(of: [.decide], in: position) ?? ""
        return ["本机关于\(session.at.day.written)就本申请举行听证，本决定根据听证笔录作出。\(opinion)"]
    }
}
