import Refusals
import WorkingTime

/// How much time is left, by when, and how that was counted.
///
///     ClockBadge(reckoning).html        // with the working to open
///     ClockBadge(reckoning).compact     // for a row of a table
public struct ClockBadge: Sendable {
    private let words: String
    private let tone: StatusBadge.Tone
    private let due: Instant?
    /// A limit of hours runs out at a time of day.
    private let namesTime: Bool
    private let days: [DayCount]

    /// The badge of a running or standing clock.
    public init(_ reckoning: Reckoning) {
        words = reckoning.sentence.chinese
        tone = ClockBadge.tone(of: reckoning.state)
        due = reckoning.due
        namesTime = reckoning.unit == .hour
        days = reckoning.days
    }

    /// The badge of a clock of which only the state is known, in a list.
    public init(_ words: Sentence, state: ClockState, due: Instant?) {
        self.words = words.chinese
        tone = ClockBadge.tone(of: state)
        self.due = due
        namesTime = false
        days = []
    }

    /// The badge of a clock that has ended: `已办结，用时 1 个工作日`.
    public init(finished words: Sentence, days: [DayCount] = []) {
        self.words = words.chinese
        tone = .done
        due = nil
        namesTime = false
        self.days = days
    }

    /// The badge and, behind a click, every day with its reason.
    public var html: HTML {
        guard !days.isEmpty else { return compact }
        return """
            <details class="clock"><summary>\(compact)<span class="clock-how">怎么算的</span></summary>
            <ol class="clock-days">\(each: days, day)</ol>
            </details>
            """
    }

    /// The badge alone.
    public var compact: HTML {
        "<span class=\"badge \(tone.rawValue)\">\(words)\(dueWords)</span>"
    }

    private var dueWords: HTML? {
        due.map { due in
            let moment = due.day.shortChinese + (namesTime ? " \(due.time) " : "")
            return "<span class=\"badge-due\"> · <time datetime=\"\(due.rfc3339)\">\(moment)</time>到期</span>"
        }
    }

    private func day(_ day: DayCount) -> HTML {
        """
        <li class="\(day.counted ? "counted" : "rest")"><time datetime="\(day.date.iso)">\(day.date.shortChinese)\
        <span class="weekday">\(day.date.chineseWeekday)</span></time> <span>\(day.reason)</span>\
        <b>\(day.counted ? "计入" : "不计")</b></li>
        """
    }

    private static func tone(of state: ClockState) -> StatusBadge.Tone {
        switch state {
        case .comfortable: .done
        case .near: .near
        case .dueToday, .overdue: .late
        case .paused: .waiting
        }
    }
}
