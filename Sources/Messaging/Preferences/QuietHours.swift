import Refusals
import WorkingTime

/// The hours in which nothing is sent that can wait, by China's clock; they may go over midnight.
public struct QuietHours: Sendable, Hashable {
    /// When they begin, in minutes since midnight.
    public let fromMinute: Int
    /// When they end, in minutes since midnight.
    public let untilMinute: Int

    /// From 22 to 8, unless a person wants other ones.
    public static let delivered = QuietHours(fromMinute: 22 * 60, untilMinute: 8 * 60)

    init(fromMinute: Int, untilMinute: Int) {
        (self.fromMinute, self.untilMinute) = (fromMinute, untilMinute)
    }

    /// Hours as somebody writes them: `22:00`, `8:00`.
    ///
    /// - Throws: `invalid` at the fields `quiet_from` and `quiet_until`.
    public init(from: String, until: String) throws {
        guard let start = Self.minute(from) else {
            throw DomainError.invalid("quiet_from", "时间请写成 22:00 的样子。")
        }
        guard let end = Self.minute(until) else {
            throw DomainError.invalid("quiet_until", "时间请写成 08:00 的样子。")
        }
        guard start != end else { throw DomainError.invalid("quiet_until", "免打扰的开始和结束时间不能相同。") }
        guard Self.length(from: start, until: end) <= 16 * 60 else {
            throw DomainError.invalid("quiet_until", "免打扰最长 16 小时，否则消息会送得太晚。")
        }
        self.init(fromMinute: start, untilMinute: end)
    }

    /// When what is asked for now may go; nil when it may go at once.
    public func end(after now: Instant) -> Instant? {
        let minute = now.hour * 60 + now.minute
        let length = Self.length(from: fromMinute, until: untilMinute)
        guard Self.length(from: fromMinute, until: minute) < length else { return nil }
        let isTomorrow = minute >= untilMinute
        let day = isTomorrow ? now.day.adding(days: 1) : now.day
        return Instant(day: day, hour: untilMinute / 60, minute: untilMinute % 60)
    }

    /// Both times in words.
    public var words: String { "\(Self.words(fromMinute))—\(Self.words(untilMinute))" }

    /// A minute of the day as people write it: `08:00`.
    public static func words(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func length(from start: Int, until end: Int) -> Int { (end - start + 1_440) % 1_440 }

    private static func minute(_ text: String) -> Int? {
        let parts = text.replacing("：", with: ":").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute), parts[1].count == 2
        else { return nil }
        return hour * 60 + minute
    }
}
