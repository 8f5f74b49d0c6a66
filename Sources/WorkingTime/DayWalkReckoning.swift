extension DayWalk {
    /// What the walk comes to at its moment.
    func reckoning(of limit: TimeLimit, in spans: [TimeLimit]) -> Reckoning {
        let unit = DayWalk.shownUnit(of: limit, in: spans)
        let used = used(unit)
        return Reckoning(
            start: start, limit: limit, asOf: now, due: due,
            days: steps.map { DayCount(date: $0.day, counted: $0.part == .counted, reason: $0.reason) },
            unit: unit, used: used,
            remaining: due.map { remaining(until: $0, unit) } ?? planned(spans, unit) - used,
            state: state)
    }

    private var state: ClockState {
        guard let due else { return .paused }
        return calendar.urgency(
            due: due, now: now, isPaused: pauses.contains { $0.contains(now) },
            workingDaysLeft: workingDaysLeft)
    }

    /// Months are too coarse to tell what is left, and hours stand for days once days are mixed in; what is
    /// done on the spot is over within the working day.
    private static func shownUnit(of limit: TimeLimit, in spans: [TimeLimit]) -> LimitUnit {
        if spans.allSatisfy({ $0.value <= 0 }) { return .workingDay }
        return limit.unit == .workingDay || limit.unit == .halfDay ? limit.unit : .day
    }

    /// The working days after today on which the clock runs, up to and with the due day.
    private var workingDaysLeft: Int {
        steps.count { $0.day > now.day && $0.part != .paused && calendar.isWorkingDay($0.day) }
    }

    private var isMorning: Bool { now.hour < 12 }

    /// The units that have begun by now.
    private func used(_ unit: LimitUnit) -> Int {
        let begun = steps.filter { $0.day <= now.day && $0.part == .counted }
        if unit.isNatural { return begun.count }
        let days = begun.count { calendar.isWorkingDay($0.day) }
        guard unit == .halfDay else { return days }
        return days * 2 - (begun.last?.day == now.day && isMorning ? 1 : 0)
    }

    /// All units of the spans, for a clock whose end is not known.
    private func planned(_ spans: [TimeLimit], _ unit: LimitUnit) -> Int {
        spans.reduce(0) { sum, span in
            if unit == .halfDay, span.unit == .halfDay { return sum + span.value }
            return sum + DayWalk.days(of: span, after: start.day) * (unit == .halfDay ? 2 : 1)
        }
    }

    /// The units left after the one now running, or minus those begun since the end.
    private func remaining(until due: Instant, _ unit: LimitUnit) -> Int {
        if now > due { return -overdue(since: due, unit) }
        if unit.isNatural { return steps.count { $0.day > now.day && $0.part != .paused } }
        guard unit == .halfDay else { return workingDaysLeft }
        let isRunning = steps.contains { $0.day == now.day && $0.part == .counted }
        return workingDaysLeft * 2 - (due.hour == 12 ? 1 : 0) + (isRunning && isMorning ? 1 : 0)
    }

    /// The units begun since the end, at least one: a clock that ran out on Friday is overdue on Saturday.
    private func overdue(since due: Instant, _ unit: LimitUnit) -> Int {
        if unit.isNatural { return now.day.days(since: due.day) }
        let days = calendar.workingDays(after: due.day, through: now.day)
        guard unit == .halfDay else { return max(1, days) }
        let isFirstHalf = now.day > due.day && calendar.isWorkingDay(now.day) && isMorning
        return max(1, days * 2 - (isFirstHalf ? 1 : 0) + (due.hour == 12 ? 1 : 0))
    }
}
