import Cases
import Refusals
import Web
import WorkingTime

/// How much time is left, in the words of a list: reckoned from the due time alone, by working days.
///
/// The page of the case reckons the clock itself, with its pauses and its unit.
struct DueWords: Sendable, Hashable {
    let sentence: Sentence
    let state: ClockState

    /// - Parameter due: the due time; `nil` while the clock stands still, or where none runs.
    /// - Returns: `nil` where no clock runs.
    init?(due: Instant?, isPaused: Bool, now: Instant, calendar: WorkingCalendar) {
        if isPaused {
            (sentence, state) = ("已暂停计时", .paused)
            return
        }
        guard let due else { return nil }
        if now > due {
            // A clock that ran out on Friday is overdue on Saturday: at least one day.
            let days = max(1, calendar.workingDays(after: due.day, through: now.day))
            (sentence, state) = ("已超期 \(days) 个工作日", .overdue)
        } else if due.day == now.day {
            (sentence, state) = (due.hour == 12 ? "今天中午 12 点到期" : "今天到期", .dueToday)
        } else {
            let days = calendar.workingDays(after: now.day, through: due.day)
            (sentence, state) = ("还剩 \(days) 个工作日", days <= 1 ? .near : .comfortable)
        }
    }

    /// The badge; the day is left out where the sentence names it.
    func badge(due: Instant?) -> HTML {
        ClockBadge(sentence, state: state, due: state == .dueToday ? nil : due).compact
    }
}
