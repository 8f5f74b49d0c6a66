import Foundation
import Synchronization
import WorkingTime

/// The time as HTTP writes it (RFC 9110, section 5.6.7), written once a second.
enum HTTPDate {
    private static let last = Mutex<(second: Int64, text: String)>((0, ""))

    static func text(of now: Instant) -> String {
        let second = now.milliseconds / 1_000
        return last.withLock { last in
            if last.second != second { last = (second, written(second)) }
            return last.text
        }
    }

    private static func written(_ second: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(second))
        let style = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                \(second: .twoDigits) GMT
                """,
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian))
        return date.formatted(style)
    }
}
