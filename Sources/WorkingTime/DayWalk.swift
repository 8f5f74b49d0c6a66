/// Steps from the start day to the due day and notes for each day whether it counts.
struct DayWalk {
    let calendar: WorkingCalendar
    let start: Instant
    let pauses: [Pause]
    let now: Instant
    private(set) var steps: [Step] = []
    private(set) var due: Instant?

    /// A day of the walk and the part it plays.
    struct Step {
        enum Part { case start, counted, rest, paused, carried }
        let day: CivilDate
        let part: Part
        let reason: String
    }

    init(calendar: WorkingCalendar, start: Instant, pauses: [Pause], now: Instant) {
        self.calendar = calendar
        self.start = start
        self.pauses = pauses
        self.now = now
    }

    /// Walks the spans one after the other. `due` stays nil when an open pause is met first.
    mutating func run(_ spans: [TimeLimit]) {
        if spans.allSatisfy({ $0.value <= 0 }) { return runOnTheSpot() }
        steps = [Step(day: start.day, part: .start, reason: "起算日不计入")]
        var day = start.day
        for (index, span) in spans.enumerated() {
            let isLast = index == spans.count - 1
            guard let end = count(span, after: day, isLast: isLast) else { return }
            day = end
        }
        if spans.last?.unit.isNatural == true {
            guard let end = carry(day) else { return }
            day = end
        }
        due = DayWalk.closing(of: day, spans.last)
    }

    /// On the spot: the first working day from the start day on.
    private mutating func runOnTheSpot() {
        let eve = start.day.adding(days: -1)
        let oneDay = TimeLimit(value: 1, unit: .workingDay)
        due = count(oneDay, after: eve, isLast: true)?.endOfDay
    }

    /// Counts one span of days and answers its last day; nil when an open pause stops it.
    private mutating func count(_ span: TimeLimit, after first: CivilDate, isLast: Bool) -> CivilDate? {
        var left = DayWalk.days(of: span, after: first)
        let isNatural = span.unit.isNatural
        var day = first
        while left > 0, day < .last {
            day = day.adding(days: 1)
            let counts = isNatural || calendar.isWorkingDay(day)
            let closing = isLast && left == 1 ? DayWalk.closing(of: day, span) : nil
            if let pause = pause(on: day, closing: counts ? closing : nil) {
                guard note(pause, on: day) else { return nil }
            } else if counts {
                steps.append(Step(day: day, part: .counted, reason: isNatural ? "自然日" : calendar.reason(day)))
                left -= 1
            } else {
                steps.append(Step(day: day, part: .rest, reason: calendar.reason(day)))
            }
        }
        return day
    }

    /// Moves the end of natural days off a rest day; nil when an open pause stops it.
    private mutating func carry(_ end: CivilDate) -> CivilDate? {
        var day = end
        while !calendar.isWorkingDay(day) || day != end && pause(on: day, closing: day.endOfDay) != nil {
            guard day < .last else { return day }
            day = day.adding(days: 1)
            if let pause = pause(on: day, closing: day.endOfDay) {
                guard note(pause, on: day) else { return nil }
            } else {
                let reason = calendar.isWorkingDay(day) ? "期满日顺延至此" : "期满遇\(calendar.reason(day))，顺延"
                steps.append(Step(day: day, part: .carried, reason: reason))
            }
        }
        return day
    }

    /// The pause that keeps a day from counting: it covers the day, or stopped the clock on the very day that
    /// would have been the last (`closing`) and kept it from running out.
    private func pause(on day: CivilDate, closing: Instant?) -> Pause? {
        pauses.first { pause in
            if pause.excludes(day) { return true }
            guard let closing, pause.from.day == day, pause.from <= closing else { return false }
            return pause.until.map { $0.day > day } ?? true
        }
    }

    /// Notes a paused day; false once an open pause has reached the present, beyond which nothing is known.
    private mutating func note(_ pause: Pause, on day: CivilDate) -> Bool {
        guard pause.until != nil || day <= max(now.day, pause.from.day) else { return false }
        steps.append(Step(day: day, part: .paused, reason: "暂停：\(pause.reason)"))
        return true
    }

    /// The days to count for a span that begins after a day; half days are rounded up, months reach to the
    /// same day of the later month.
    static func days(of span: TimeLimit, after day: CivilDate) -> Int {
        switch span.unit {
        case .workingDay, .day: span.value
        case .halfDay: (span.value + 1) / 2
        case .hour: (span.value + 23) / 24
        case .month: day.adding(months: span.value).days(since: day)
        }
    }

    /// The moment of a day at which the span runs out: noon after an odd number of half days.
    private static func closing(of day: CivilDate, _ span: TimeLimit?) -> Instant {
        guard let span, span.unit == .halfDay, span.value % 2 == 1 else { return day.endOfDay }
        return Instant(day: day, hour: 12)
    }
}
