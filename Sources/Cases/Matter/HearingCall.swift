import Journal
import Refusals
import WorkingTime

/// 听证 until it is held: the right is told, somebody asks or waives, the day is set (行政许可法 arts. 46–48).
extension Matter {
    /// Tells applicant and interested parties that they may ask for a hearing, within five working days (art. 47).
    ///
    /// - Throws: `conflict` when the case is not under way or it was told before, `forbidden` for outsiders, `invalid`
    ///   without a cause.
    public mutating func tellHearingRight(_ number: String, cause: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        try requireHearable(position, occasion.actor)
        guard cases[position].hearing == nil else { throw DomainError.conflict("听证权利已经告知过。") }
        try Words.require(cause, field: "cause", "请写明为什么告知听证权利，申请人会看到。")
        guard let until = fiveDays(from: occasion.now, occasion) else { return }
        cases[position].hearing = Hearing(
            cause: cause, toldBy: Signatory(occasion.actor), toldAt: occasion.now, requestUntil: until)
        let name = cases[position].plan.name
        record(
            "hearing.right_told", position, "告知听证权利：\(cause)",
            notice: "「\(name)」：您有权要求听证，请在\(until.day.written)前提出。\(cause)")
        issue(.hearingRight, in: position, [.reason: [cause], .dueOn: [until.day.written]], on: occasion)
    }

    private func fiveDays(from start: Instant, _ occasion: Occasion) -> Instant? {
        occasion.calendar.reckon(TimeLimit(value: 5, unit: .workingDay), from: start, now: start).due
    }

    /// Asks for it. From now on the decision clocks stand still (art. 45), and it must be held within twenty working days.
    ///
    /// - Throws: `forbidden` unless the applicant asks, `conflict` when the right was not told or is over.
    public mutating func requestHearing(_ number: String, words: String, on occasion: Occasion) throws {
        let position = try openHearing(number, on: occasion)
        try Words.check(words, field: "words")
        cases[position].hearing?.requestedAt = occasion.now
        cases[position].hearing?.request = words
        cases[position].hearing?.holdUntil =
            occasion.calendar.reckon(
                TimeLimit(value: 20, unit: .workingDay), from: occasion.now, now: occasion.now
            ).due
        if !cases[position].isPaused {
            pauseClocks(of: position, reason: SuspensionReason.hearing.chinese, on: occasion)
        }
        let until = cases[position].hearing?.holdUntil?.day.written ?? ""
        record(
            "hearing.requested", position, "申请人要求听证，应在\(until)前举行；听证所需时间不计入办理时限。",
            notice: "已收到您的听证要求，\(cases[position].plan.organName)会在\(until)前组织听证。",
            toHead: "「\(cases[position].plan.name)」（\(number)）的申请人要求听证，应在\(until)前举行。")
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Waives it: the organ need not wait for the five days.
    ///
    /// - Throws: as for the request.
    public mutating func waiveHearing(_ number: String, on occasion: Occasion) throws {
        let position = try openHearing(number, on: occasion)
        cases[position].hearing?.waivedAt = occasion.now
        record("hearing.waived", position, "申请人放弃听证。")
    }

    private func openHearing(_ number: String, on occasion: Occasion) throws -> Int {
        let position = try index(of: number)
        guard root.isApplicant(occasion.actor) else { throw DomainError.forbidden("只有申请人可以要求或者放弃听证。") }
        guard let hearing = cases[position].hearing, cases[position].phase == .accepted else {
            throw DomainError.conflict("本件没有告知听证权利。")
        }
        guard hearing.state(at: occasion.now) == .told else {
            throw DomainError.conflict(
                hearing.requestedAt != nil
                    ? "已经要求过听证。" : "要求听证的期限已过（\(hearing.requestUntil.day.written)）或者已经放弃。")
        }
        return position
    }

    /// Sets the day, seven working days ahead at least, and the chair, who did not review the application (art. 48).
    ///
    /// - Throws: `conflict` when nobody has asked or it is set already, `invalid` for a day too soon or too late, a chair
    ///   who reviewed, or no place.
    public mutating func scheduleHearing(
        _ number: String, at start: Instant, place: String, chair: Colleague, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireHearable(position, occasion.actor)
        guard let hearing = cases[position].hearing, hearing.state(at: occasion.now) == .requested else {
            throw DomainError.conflict("没有等待安排的听证。")
        }
        try requireDay(start, hearing, on: occasion)
        try Words.require(place, field: "place", "请写明听证的地点。")
        try requireChair(chair, position)
        let session = Hearing.Session(
            at: start, place: place, chair: chair.signatory, noticeAt: occasion.now)
        cases[position].hearing?.session = session
        record(
            "hearing.scheduled", position, "听证定于\(start.chinese)在\(place)举行，由\(chair.signatory.name)主持。",
            notice:
                "「\(cases[position].plan.name)」的听证定于\(start.chinese)在\(place)举行，主持人\(chair.signatory.name)。")
        issue(
            .hearingNotice, in: position,
            [
                .time: [start.chinese], .place: [place], .chair: [chair.signatory.name],
                .reason: [hearing.cause],
            ], on: occasion)
    }

    private func requireDay(_ start: Instant, _ hearing: Hearing, on occasion: Occasion) throws {
        let earliest = occasion.calendar.reckon(
            TimeLimit(value: 7, unit: .workingDay), from: occasion.now, now: occasion.now
        ).due
        if let earliest, start <= earliest {
            throw DomainError.invalid(
                "at", "听证应当提前 7 个工作日通知，最早可以定在\(earliest.day.adding(days: 1).written)。")
        }
        if let latest = hearing.holdUntil, start > latest {
            throw DomainError.invalid("at", "听证应当在收到要求后 20 个工作日内举行，最晚\(latest.day.written)。")
        }
    }

    private func requireChair(_ chair: Colleague, _ position: Int) throws {
        let subject = cases[position]
        guard chair.organ == subject.plan.organ else {
            throw DomainError.invalid("chair", "听证由主办部门的人员主持。")
        }
        try subject.requireImpartial(chair)
        let reviewers = subject.tasks.filter { $0.act.prepares && $0.organ == subject.plan.organ }
            .compactMap { $0.completedBy ?? $0.holder }
        guard !reviewers.contains(where: { $0.accountID == chair.signatory.accountID }) else {
            throw DomainError.invalid("chair", "主持人不能是审查本件的工作人员（《行政许可法》第四十八条），请选择其他同事。")
        }
    }

    func requireHearable(_ position: Int, _ actor: Actor) throws {
        guard cases[position].phase == .accepted, cases[position].plan.matterKind == .application else {
            throw DomainError.conflict("只有办理中的办件才能组织听证。")
        }
        let plan = cases[position].plan
        // 行政许可法 art. 47: it goes before a permit is refused. An answer refuses none.
        guard plan.endsByAnswer != true else { throw DomainError.conflict("\(plan.name)不适用行政许可的听证。") }
        try requireHandler(position, actor)
        guard actor.organ == plan.organ else {
            throw DomainError.forbidden("听证由主办部门组织。")
        }
    }
}
