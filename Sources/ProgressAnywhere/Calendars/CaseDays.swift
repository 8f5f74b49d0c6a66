import Cases
import Codes
import Desk
import WorkingTime

/// The days of a matter that belong into a calendar: when organs must have acted, and when the applicant must.
///
/// No names: a calendar is often kept by a company abroad.
struct CaseDays {
    let view: CaseView
    /// Where the public reaches this installation.
    let site: String
    /// The list in which whoever reads the calendar finds the matter.
    let path: String
    /// Whose it is when it is not the reader's own: 亲友.
    let whose: String

    var events: [CalendarText.Event] {
        ([view.subject] + view.children).flatMap { clocks(of: $0) + hearing(of: $0) } + promises
    }

    /// Each clock that has governed the matter: a program that kept its day learns that it no longer counts.
    private func clocks(of subject: Case) -> [CalendarText.Event] {
        let governing = subject.governingClock?.id
        let promised = subject.clocks.contains { $0.name == .promised && $0.limit != nil }
        return subject.clocks.filter { !(promised && $0.name == .legal) || $0.id == governing }.compactMap {
            day(of: $0, in: subject, counts: $0.id == governing && $0.dueAt != nil && !subject.phase.isFinal)
        }
    }

    private func day(of clock: CaseClock, in subject: Case, counts: Bool) -> CalendarText.Event? {
        guard let due = clock.dueAt ?? dueBeforePause(clock) else { return nil }
        let words =
            counts
            ? "\(subject.plan.organName)。暂停、延长或者工作日历变化后，这个日期会跟着变。"
            : "\(subject.plan.organName)。\(clock.isPaused ? "已经暂停计时，恢复后会有新的日期。" : "这一期限已经结束。")"
        return event(
            "clock-\(clock.id)", .day(due.day), "\(clock.name.chinese)最后一天：\(subject.plan.name)", words,
            clock.moves, isCancelled: !counts)
    }

    /// The day a clock that stands still had when it was stopped: an entry has to have one.
    private func dueBeforePause(_ clock: CaseClock) -> Instant? {
        guard clock.isPaused, let limit = clock.limit else { return nil }
        return view.calendar.reckon(
            limit, from: clock.startedAt, pauses: clock.pauses.dropLast(),
            extensions: clock.extensions.map(\.limit), now: view.now
        ).due
    }

    /// Told, asked for or waived, called, called off: each is one more.
    private func hearing(of subject: Case) -> [CalendarText.Event] {
        guard let hearing = subject.hearing, hearing.record == nil else { return [] }
        let (key, isOver) = ("hearing-\(subject.id)", subject.phase.isFinal)
        if let session = hearing.session {
            return [
                event(
                    key, .hour(session.at), "听证会：\(subject.plan.name)", "地点：\(session.place)",
                    isOver ? 4 : 3, isCancelled: isOver)
            ]
        }
        let waits = hearing.state(at: view.now) == .told && !isOver
        return [
            event(
                key, .day(hearing.requestUntil.day), "可以要求听证的最后一天：\(subject.plan.name)",
                subject.plan.organName, waits ? 1 : 2, isCancelled: !waits)
        ]
    }

    private var promises: [CalendarText.Event] {
        guard let deferral = view.subject.deferral, let due = deferral.dueAt else { return [] }
        let isOver = deferral.isComplete || view.subject.phase.isFinal
        return [
            event(
                "promised-\(view.subject.id)", .day(due.day), "补交承诺材料的最后一天：\(view.subject.plan.name)",
                isOver ? "不用再补交。" : "还有 \(deferral.outstanding.count) 项没有补交。", isOver ? 1 : 0,
                isCancelled: isOver)
        ]
    }

    private func event(
        _ id: String, _ time: CalendarText.Event.Time, _ summary: String, _ words: String, _ revision: Int,
        isCancelled: Bool
    ) -> CalendarText.Event {
        let number = "办件编号尾号 \(view.subject.number.text.suffix(4))"
        return CalendarText.Event(
            id: id, time: time, summary: whose + summary, description: "\(words)\n\(number)",
            address: site + path, revision: revision,
            isCancelled: isCancelled)
    }
}

extension CaseClock {
    /// How often its day has moved: a pause and its end count once each, and so does what stopped it.
    fileprivate var moves: Int {
        let ends = pauses.filter { $0.until != nil }.count
        return pauses.count + ends + extensions.count + calendarVersion + (stoppedAt == nil ? 0 : 1)
    }
}
