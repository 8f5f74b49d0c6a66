import Cases
import Government
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// Being the wrong organ is said soon, with reasons, or not at all (信访工作条例 art. 23: within five working days).
enum Objection {
    static let element = "receive"
    static let outcome = "object"

    /// Refuses one that comes too late, in the transaction that would keep it: whichever page or program says it.
    ///
    /// - Throws: `conflict` with the days there were.
    static func require(in subject: Case, at now: Instant, in tx: Transaction) throws {
        guard let task = subject.objection(at: now), let process = subject.requestProcess else { return }
        let limits = try RuleBook<RequestRules>().current(in: tx).limits
        guard let days = limits.objectionDays(process) else { return }
        try requireTimely(task.openedAt, now, days: days, by: Directory.calendar(in: tx))
    }

    /// - Throws: `conflict` after so many working days from the day on which it was received.
    static func requireTimely(
        _ received: Instant, _ now: Instant, days: Int, by calendar: WorkingCalendar
    ) throws {
        guard calendar.workingDays(after: received.day, through: now.day) > days else { return }
        throw DomainError.conflict(
            "不属于本单位职责的，应在收到之日起 \(days) 个工作日内提出；这件是\(received.day.chinese)收到的，现在不能再退，请办理。")
    }
}

extension RequestRules.Limits {
    /// How long an organ may object; nil where the rules do not say.
    func objectionDays(_ process: RequestProcess) -> Int? {
        process == .ticket ? ticketReturnDays : objectionDays
    }
}

extension Case {
    /// The step that was just ended with an objection.
    fileprivate func objection(at now: Instant) -> CaseTask? {
        objections.last { $0.completedAt == now }
    }
}
