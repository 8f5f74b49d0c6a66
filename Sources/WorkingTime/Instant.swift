import Foundation

/// A moment, in milliseconds since 1970-01-01 00:00 UTC, read and written in China's time.
///
/// China has one zone, +08:00 without summer time since 1992; the moments of a case are all later, so a
/// fixed offset is right and needs no time zone data. Held within the years 1 to 9999.
public struct Instant: Sendable, Hashable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01 00:00 UTC.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Instant.earliest), Instant.latest)
    }

    /// A day at a time of China's clock; 24:00 is the start of the next day.
    public init(day: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = day.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(milliseconds: Int64(seconds) * 1_000 - Instant.chinaOffset)
    }

    /// The present moment of the machine's clock.
    public static var now: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    /// Milliseconds that China's clock is ahead of UTC.
    private static let chinaOffset: Int64 = 8 * 3_600_000
    private static let earliest = Int64(CivilDate.first.dayNumber) * 86_400_000 - chinaOffset
    private static let latest = Int64(CivilDate.last.dayNumber + 1) * 86_400_000 - chinaOffset - 1

    /// The day in China.
    public var day: CivilDate {
        CivilDate(dayNumber: CivilDate.quotient(Int(milliseconds + Instant.chinaOffset), 86_400_000))
    }

    /// Milliseconds since midnight in China.
    var millisecondsOfDay: Int {
        CivilDate.modulo(Int(milliseconds + Instant.chinaOffset), 86_400_000)
    }

    /// The hour of the day in China, 0 to 23.
    public var hour: Int { millisecondsOfDay / 3_600_000 }

    /// The minute of the hour, 0 to 59.
    public var minute: Int { millisecondsOfDay / 60_000 % 60 }

    /// The moment so many seconds later, or earlier when negative.
    public func adding(seconds: Int) -> Instant {
        let bounded = min(max(seconds, -400_000_000_000), 400_000_000_000)
        return Instant(milliseconds: milliseconds + Int64(bounded) * 1_000)
    }

    /// Whole seconds from the second moment to the first.
    public static func - (a: Instant, b: Instant) -> Int { Int((a.milliseconds - b.milliseconds) / 1_000) }
}

extension Instant: Comparable {
    /// The earlier moment is the lesser.
    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

/// A number of milliseconds in JSON; an interface to the outside writes `rfc3339` itself.
extension Instant: Codable {
    /// Reads milliseconds since 1970-01-01 00:00 UTC.
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes milliseconds since 1970-01-01 00:00 UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension CivilDate {
    /// 00:00 in China.
    public var startOfDay: Instant { Instant(day: self) }

    /// The day's last millisecond, 23:59:59.999 in China: the moment at which a limit runs out.
    public var endOfDay: Instant { Instant(milliseconds: startOfDay.milliseconds + 86_399_999) }
}
