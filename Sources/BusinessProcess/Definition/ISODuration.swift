/// A duration as ISO 8601-1, §5.5.2.4 writes it, part by part: how long a month is only a calendar knows.
public struct ISODuration: Sendable, Hashable {
    /// Years and months together, in months.
    public let months: Int
    /// Weeks and days together, in days.
    public let days: Int
    /// Hours, minutes and seconds together, in seconds.
    public let seconds: Int

    /// The duration a text writes; `nil` when it is none, or longer than anybody waits (a part above 99,999).
    public init?(_ text: some StringProtocol) {
        let shape =
            /P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?/
        guard let found = String(text).wholeMatch(of: shape) else { return nil }
        let parts = [found.1, found.2, found.3, found.4, found.5, found.6, found.7].map { digits in
            digits.map { $0.count > 5 ? nil : Int($0) } ?? 0
        }
        let numbers = parts.compactMap(\.self)
        guard numbers.count == parts.count else { return nil }
        months = 12 * numbers[0] + numbers[1]
        days = 7 * numbers[2] + numbers[3]
        seconds = 3_600 * numbers[4] + 60 * numbers[5] + numbers[6]
    }

    /// Whether it is no time at all.
    public var isZero: Bool { months == 0 && days == 0 && seconds == 0 }

    /// The number that is counted in a unit of limits: `P5D` in working days is 5. `nil` where it says anything
    /// else besides, or the unit is unknown.
    public func count(in unit: String) -> Int? {
        switch unit {
        case "working_day", "half_day", "day": months == 0 && seconds == 0 ? days : nil
        case "hour": months == 0 && days == 0 && seconds % 3_600 == 0 ? seconds / 3_600 : nil
        case "month": days == 0 && seconds == 0 ? months : nil
        default: nil
        }
    }
}

extension TimerEvent {
    /// How long it waits, the first time and again; `nil` where it follows a clock or a date.
    public var interval: ISODuration? {
        (duration ?? cycle?.split(separator: "/").last.map(String.init)).flatMap { ISODuration($0) }
    }
}
