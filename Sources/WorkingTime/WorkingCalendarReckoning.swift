extension WorkingCalendar {
    /// Reckons a limit from an event, and shows the working.
    ///
    /// The start day is not counted (民法典 art. 201). Working and half days count the calendar's working
    /// days; days and months are natural, and one that ends on a rest day moves to the next working day
    /// (民法典 art. 203); hours run day and night. A limit of 0 runs out at the end of the start day, or of
    /// the next working day when that is a rest day. Extensions (行政许可法 art. 42) are added to the limit;
    /// one in another unit is counted from where the limit ends.
    ///
    /// A pause excludes the days after the one on which it began, up to and with the one on which it ended. No limit runs
    /// out during a pause: a last day on which the clock was stopped is given back. A pause that begins after
    /// the limit has run out changes nothing.
    public func reckon(
        _ limit: TimeLimit, from start: Instant, pauses: [Pause] = [], extensions: [TimeLimit] = [],
        now: Instant
    ) -> Reckoning {
        let spans = TimeLimit.spans(of: limit, extendedBy: extensions)
        if limit.unit == .hour, spans.allSatisfy({ $0.unit == .hour && $0.value > 0 }) {
            let hours = spans.reduce(0) { $0 + $1.value }
            return HourRun(calendar: self, start: start, hours: hours, pauses: pauses, now: now)
                .reckoning(of: limit)
        }
        var walk = DayWalk(calendar: self, start: start, pauses: pauses, now: now)
        walk.run(spans)
        return walk.reckoning(of: limit, in: spans)
    }

    /// How urgent a clock is that runs out at `due`.
    func urgency(due: Instant, now: Instant, isPaused: Bool, workingDaysLeft: Int) -> ClockState {
        if now > due { return .overdue }
        if isPaused { return .paused }
        if now.day == due.day { return .dueToday }
        return workingDaysLeft <= 1 ? .near : .comfortable
    }
}

extension TimeLimit {
    /// The limit and its extensions, those of one unit added up: a month and a month are two months, not a
    /// month after a clamped month.
    static func spans(of limit: TimeLimit, extendedBy extensions: [TimeLimit]) -> [TimeLimit] {
        var spans = [limit]
        for more in extensions where more.value > 0 {
            if let index = spans.firstIndex(where: { $0.unit == more.unit }) {
                spans[index] = TimeLimit(value: spans[index].value + more.value, unit: more.unit)
            } else {
                spans.append(more)
            }
        }
        return spans.count > 1 ? spans.filter { $0.value > 0 } : spans
    }
}
