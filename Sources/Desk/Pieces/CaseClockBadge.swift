import Cases
import Refusals
import Web
import WorkingTime

/// A clock of a case as a badge: how much is left while it runs, how long it took once it has stopped, and
/// behind a click every day that was counted or not.
public struct CaseClockBadge: Sendable {
    private let clock: CaseClock
    private let reckoning: Reckoning?

    /// The badge of a clock, reckoned for one moment.
    public init(_ clock: CaseClock, calendar: WorkingCalendar, now: Instant) {
        self.clock = clock
        reckoning = clock.reckoning(by: calendar, now: now)
    }

    /// The badge with its working.
    public var html: HTML {
        guard let reckoning else { return unlimited }
        guard clock.stoppedAt != nil else { return ClockBadge(reckoning).html }
        return finished(reckoning).html
    }

    /// The badge alone, for a row of a table.
    public var compact: HTML {
        guard let reckoning else { return unlimited }
        guard clock.stoppedAt != nil else { return ClockBadge(reckoning).compact }
        return finished(reckoning).compact
    }

    /// `用时 3 个工作日`, `用时 6 个工作日，超期 1 个工作日`, `当日办结`; `nil` while the clock runs.
    public var timeTaken: String? {
        guard let stoppedAt = clock.stoppedAt, let reckoning else { return nil }
        guard reckoning.used > 0 else { return "当日办结" }
        let taken = "用时 \(reckoning.used) \(reckoning.unit.chinese)"
        guard clock.isOverdue(at: stoppedAt) else { return taken }
        return "\(taken)，超期 \(-reckoning.remaining) \(reckoning.unit.chinese)"
    }

    private func finished(_ reckoning: Reckoning) -> ClockBadge {
        let words: Sentence = "\(timeTaken ?? "")"
        guard reckoning.state == .overdue else {
            return ClockBadge(finished: words, days: reckoning.days.filter { $0.date <= reckoning.asOf.day })
        }
        return ClockBadge(words, state: .overdue, due: nil)
    }

    private var unlimited: HTML { StatusBadge("没有规定时限", .waiting).html }
}

extension Case {
    /// The clock a person wants to see: the one that governs now, or that of the decision once it is made.
    public var shownClock: CaseClock? {
        guard result != nil || phase.isFinal else { return governingClock }
        return clocks.last { $0.name == .promised && $0.limit != nil }
            ?? clocks.last { $0.name == .legal && $0.limit != nil }
    }
}
