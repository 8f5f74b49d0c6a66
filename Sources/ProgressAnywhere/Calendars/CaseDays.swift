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
        guard !view.subject.phase.isFinal else { return [] }
        return ([view.subject] + view.children).flatMap { clocks(of: $0) + hearing(of: $0) } + promises
    }

    private func clocks(of subject: Case) -> [CalendarText.Event] {
        guard let clock = subject.governingClock, let due = clock.dueAt else { return [] }
        let moves = clock.pauses.count + clock.extensions.count + clock.calendarVersion
        return [
            event(
                "clock-\(clock.id)", .day(due.day), "\(clock.name.chinese)最后一天：\(subject.plan.name)",
                "\(subject.plan.organName)。暂停、延长或者工作日历变化后，这个日期会跟着变。", moves)
        ]
    }

    private func hearing(of subject: Case) -> [CalendarText.Event] {
        guard let hearing = subject.hearing, hearing.record == nil else { return [] }
        let key = "hearing-\(subject.id)"
        if let session = hearing.session {
            return [event(key, .hour(session.at), "听证会：\(subject.plan.name)", "地点：\(session.place)", 2)]
        }
        guard hearing.state(at: view.now) == .told else { return [] }
        return [
            event(
                key, .day(hearing.requestUntil.day), "可以要求听证的最后一天：\(subject.plan.name)",
                subject.plan.organName, 1)
        ]
    }

    private var promises: [CalendarText.Event] {
        guard let deferral = view.subject.deferral, let due = deferral.dueAt, !deferral.isComplete else {
            return []
        }
        return [
            event(
                "promised-\(view.subject.id)", .day(due.day), "补交承诺材料的最后一天：\(view.subject.plan.name)",
                "还有 \(deferral.outstanding.count) 项没有补交。", 0)
        ]
    }

    private func event(
        _ id: String, _ time: CalendarText.Event.Time, _ summary: String, _ words: String, _ revision: Int
    ) -> CalendarText.Event {
        let number = "办件编号尾号 \(view.subject.number.text.suffix(4))"
        return CalendarText.Event(
            id: id, time: time, summary: whose + summary, description: "\(words)\n\(number)",
            address: site + path, revision: revision)
    }
}
