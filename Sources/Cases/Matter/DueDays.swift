import Refusals
import WorkingTime

/// The last day by which a case must be decided, as the applicant is told of it when it moves.
extension Matter {
    /// The last day of the stricter decision clock that runs; `nil` while none runs or none has a limit.
    func decisionDay(of position: Int, on occasion: Occasion) -> CivilDate? {
        firstDay(of: cases[position].clocks.filter(\.isRunning), on: occasion)
    }

    /// The day it would have been without the pause that is open.
    func dayBeforePause(of position: Int, on occasion: Occasion) -> CivilDate? {
        let running = cases[position].clocks.filter(\.isPaused).map { clock in
            var clock = clock
            _ = clock.pauses.popLast()
            return clock
        }
        return firstDay(of: running, on: occasion)
    }

    private func firstDay(of clocks: [CaseClock], on occasion: Occasion) -> CivilDate? {
        clocks.filter(\.measuresDecision).compactMap {
            $0.reckoning(by: occasion.calendar, now: occasion.now)?.due
        }.min()?.day
    }

    /// `办结期限由 11月18日（周三）改为 11月23日（周一）。`; nothing when it did not move or is not known.
    static func moved(from old: CivilDate?, to new: CivilDate?) -> String {
        guard let old, let new, old != new else { return "" }
        return "办结期限由 \(old.shortWithWeekday)改为 \(new.shortWithWeekday)。"
    }

    /// Reckons everything by a new calendar of working days, and tells the applicant whose last day has moved.
    mutating func followCalendar(on occasion: Occasion) {
        let before = cases.indices.map { governingDay(of: $0) }
        settle(by: occasion.calendar, now: occasion.now)
        var isTold = false
        for position in cases.indices {
            guard let clock = cases[position].governingClock, let old = before[position],
                let new = governingDay(of: position), old != new
            else { continue }
            let (plan, days) = (cases[position].plan.name, (old.shortWithWeekday, new.shortWithWeekday))
            // One notice for a joint service: its items move for the same reason.
            record(
                "case.rescheduled", position,
                "工作日历有调整，\(clock.name.chinese)由 \(days.0)改为 \(days.1)。",
                notice: isTold
                    ? nil : "因工作日历调整，「\(plan)」的\(clock.name.chinese)由 \(days.0)改为 \(days.1)。",
                isAutomatic: true)
            isTold = true
        }
    }

    private func governingDay(of position: Int) -> CivilDate? { cases[position].governingClock?.dueAt?.day }
}
