/// A limit in hours: it runs day and night, and a pause stops it to the millisecond.
struct HourRun {
    let calendar: WorkingCalendar
    let start: Instant
    let hours: Int
    let pauses: [Pause]
    let now: Instant

    private static let hour: Int64 = 3_600_000

    /// What the hours come to at their moment.
    func reckoning(of limit: TimeLimit) -> Reckoning {
        let due = due
        let left = due.map { remaining(until: $0) } ?? hours - used
        return Reckoning(
            start: start, limit: limit, asOf: now, due: due, days: days(until: due ?? max(start, now)),
            unit: .hour, used: used, remaining: left, state: state(due))
    }

    /// The pauses in order of time, those before the start cut off at it.
    private var stops: [Pause] {
        pauses.filter { $0.until.map { $0 > start } ?? true }.sorted { $0.from < $1.from }
    }

    /// The end, moved on by every pause that began before it; nil when one of them is open.
    private var due: Instant? {
        var end = start.milliseconds + Int64(hours) * HourRun.hour
        var cursor = start
        for stop in stops where stop.from.milliseconds < end {
            guard let until = stop.until else { return nil }
            end += max(0, until.milliseconds - max(stop.from, cursor).milliseconds)
            cursor = max(cursor, until)
        }
        return Instant(milliseconds: end)
    }

    /// Milliseconds for which the clock has run by now.
    private var running: Int64 {
        var sum: Int64 = 0
        var cursor = start
        for stop in stops where stop.from < now {
            sum += max(0, stop.from.milliseconds - cursor.milliseconds)
            cursor = max(cursor, stop.until ?? now)
        }
        return sum + max(0, now.milliseconds - cursor.milliseconds)
    }

    private var used: Int { min(hours, Int((running + HourRun.hour - 1) / HourRun.hour)) }

    private func remaining(until due: Instant) -> Int {
        guard now > due else { return hours - used }
        return -Int((now.milliseconds - due.milliseconds + HourRun.hour - 1) / HourRun.hour)
    }

    private func state(_ due: Instant?) -> ClockState {
        guard let due else { return .paused }
        return calendar.urgency(
            due: due, now: now, isPaused: pauses.contains { $0.contains(now) },
            workingDaysLeft: calendar.workingDays(after: now.day, through: due.day))
    }

    private func days(until end: Instant) -> [DayCount] {
        (0...max(0, end.day.days(since: start.day))).map { offset in
            let day = start.day.adding(days: offset)
            let pause = pauses.first {
                $0.from <= day.startOfDay && ($0.until.map { $0 > day.endOfDay } ?? true)
            }
            guard let pause else { return DayCount(date: day, counted: true, reason: "按小时连续计算") }
            return DayCount(date: day, counted: false, reason: "暂停：\(pause.reason)")
        }
    }
}
