extension Instant {
    /// The moment that an RFC 3339 text writes, `2026-11-21T10:24:00+08:00` or with `Z` and with a fraction
    /// of a second (kept to the millisecond); nil when it is anything else. A leap second reads as the next minute.
    public init?(rfc3339 text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.count >= 20,
            let day = CivilDate(iso: String(text.prefix(10)))
        else { return nil }
        let clock = text.dropFirst(10)
        guard clock.hasPrefix("T") || clock.hasPrefix("t"),
            let time = Instant.secondsOfDay(clock.dropFirst().prefix(8)),
            let (fraction, offset) = Instant.fractionAndOffset(clock.dropFirst(9))
        else { return nil }
        let utc = Int64(day.dayNumber * 86_400 + time - offset)
        self.init(milliseconds: utc * 1_000 + Int64(fraction))
    }

    /// `2026-11-21T10:24:00+08:00`, with milliseconds where there are any.
    public var rfc3339: String {
        let fraction = millisecondsOfDay % 1_000
        let tail = fraction == 0 ? "" : "." + Digits.padded(fraction, 3)
        return "\(day.iso)T\(time):\(Digits.padded(millisecondsOfDay / 1_000 % 60))\(tail)+08:00"
    }

    /// `2026年11月21日 10:24`.
    public var chinese: String { "\(day.year)年\(day.month)月\(day.day)日 \(time)" }

    /// `11月21日 10:24`.
    public var shortChinese: String { "\(day.shortChinese) \(time)" }

    /// `10:24`.
    public var time: String { "\(Digits.padded(hour)):\(Digits.padded(minute))" }
}

extension Instant: CustomStringConvertible {
    /// The moment as `rfc3339`.
    public var description: String { rfc3339 }
}

extension Instant {
    /// Seconds since midnight of `10:24:00`.
    private static func secondsOfDay(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Digits.number(parts[0]), let minute = Digits.number(parts[1]),
            let second = Digits.number(parts[2]), hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    /// Milliseconds and the zone's seconds of `.25+08:00`, `Z` or `+08:00`.
    private static func fractionAndOffset(_ text: Substring) -> (Int, Int)? {
        var rest = text
        var milliseconds = 0
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty,
                let kept = Digits.number((digits + "00").prefix(3))
            else { return nil }
            milliseconds = kept
            rest = rest.dropFirst(1 + digits.count)
        }
        return zoneSeconds(rest).map { (milliseconds, $0) }
    }

    /// Seconds ahead of UTC of `Z` or `+08:00`.
    private static func zoneSeconds(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard text.utf8.count == 6, let sign = text.first, sign == "+" || sign == "-",
            let seconds = secondsOfDay(text.dropFirst() + ":00")
        else { return nil }
        return sign == "+" ? seconds : -seconds
    }
}
