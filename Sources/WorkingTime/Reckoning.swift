import Refusals

/// One day in the working of a clock: counted or not, and why.
public struct DayCount: Codable, Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// Whether it uses up a part of the limit.
    public let counted: Bool
    /// Why: `工作日`, `周末`, `国庆节`, `调休上班`, `暂停：现场核查`, `起算日不计入`, `期满遇周末，顺延`.
    public let reason: String

    /// A day of the working.
    public init(date: CivilDate, counted: Bool, reason: String) {
        self.date = date
        self.counted = counted
        self.reason = reason
    }
}

/// How urgent a clock is.
public enum ClockState: String, Codable, Sendable, CaseIterable {
    /// More than one working day is left.
    case comfortable
    /// At most one working day is left after today.
    case near
    /// It runs out today.
    case dueToday = "due_today"
    /// It has run out.
    case overdue
    /// It stands still.
    case paused
}

/// A limit reckoned from its start to a due time, with the days that show how.
///
/// It is computed for one moment and never stored as truth: the calendar may change, and time passes.
public struct Reckoning: Codable, Sendable, Hashable {
    /// The event from which the limit runs; its day is not counted.
    public let start: Instant
    /// The limit without its extensions.
    public let limit: TimeLimit
    /// The moment for which `used`, `remaining` and `state` hold.
    public let asOf: Instant
    /// The last moment in time; nil while a pause is open, as nobody knows yet.
    public let due: Instant?
    /// Every day from the start to the due day, or to `asOf` while a pause is open.
    public let days: [DayCount]
    /// What `used` and `remaining` count: the limit's unit, but days where the limit is in months.
    public let unit: LimitUnit
    /// How many units have begun.
    public let used: Int
    /// How many units are left after the one now running; when overdue, minus the units begun since (never 0).
    public let remaining: Int
    /// How urgent it is.
    public let state: ClockState

    /// What the clock says: `还剩 3 个工作日`, `今天到期`, `已超期 2 个工作日`, `已暂停计时`.
    public var sentence: Sentence {
        switch state {
        case .paused: "已暂停计时"
        case .overdue: overdueSentence(-remaining)
        case .dueToday where unit == .hour: remainingSentence(remaining)
        case .dueToday: due?.hour == 12 ? "今天中午 12 点到期" : "今天到期"
        case .comfortable, .near: remainingSentence(remaining)
        }
    }

    private func remainingSentence(_ count: Int) -> Sentence {
        switch unit {
        case .workingDay: "还剩 \(count) 个工作日"
        case .halfDay: "还剩 \(count) 个半天"
        case .hour: count == 0 ? "还剩不到 1 小时" : "还剩 \(count) 小时"
        case .day, .month: "还剩 \(count) 天"
        }
    }

    private func overdueSentence(_ count: Int) -> Sentence {
        switch unit {
        case .workingDay: "已超期 \(count) 个工作日"
        case .halfDay: "已超期 \(count) 个半天"
        case .hour: "已超期 \(count) 小时"
        case .day, .month: "已超期 \(count) 天"
        }
    }
}
