import struct Foundation.Decimal

extension FEELDate {
    /// `2026-11-21`.
    public var iso: String {
        let digits = String(year.magnitude)
        let sign = year < 0 ? "-" : ""
        return sign + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-\(FEELTime.two(month))-\(FEELTime.two(day))"
    }
}

extension FEELZone {
    fileprivate var text: String {
        switch self {
        case .offset(0): return "Z"
        case .named(let name): return "@" + name
        case .offset(let seconds):
            let size = Int(seconds.magnitude)
            let minutes = "\(FEELTime.two(size / 3600)):\(FEELTime.two(size / 60 % 60))"
            return (seconds < 0 ? "-" : "+") + minutes
                + (size % 60 == 0 ? "" : ":" + FEELTime.two(size % 60))
        }
    }
}

extension FEELTime {
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    var text: String {
        let clock = "\(Self.two(second / 3600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
        return clock + Self.fractionText(Self.fraction(nanosecond)) + (zone?.text ?? "")
    }

    /// `.5` of a half; nothing of nothing.
    fileprivate static func fractionText(_ fraction: Decimal) -> String {
        fraction.isZero ? "" : String("\(fraction)".dropFirst())
    }
}

extension FEELDateTime {
    var text: String { date.iso + "T" + time.text }
}

extension FEELValue {
    /// How a years and months duration is written.
    static func text(months: Int) -> String {
        let (years, rest) = Int(months.magnitude).quotientAndRemainder(dividingBy: 12)
        if months == 0 { return "P0M" }
        return (months < 0 ? "-P" : "P") + (years > 0 ? "\(years)Y" : "") + (rest > 0 ? "\(rest)M" : "")
    }

    /// How a days and time duration is written.
    static func text(seconds: Decimal) -> String {
        let whole = FEELNumber.floor(seconds.magnitude)
        guard !seconds.isZero, let total = FEELNumber.int(whole) else { return "PT0S" }
        let fraction = FEELTime.fractionText(seconds.magnitude - whole)
        let (days, hours, minutes) = (total / 86_400, total / 3600 % 24, total / 60 % 60)
        let second = "\(total % 60)\(fraction)"
        let clock =
            (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "")
            + (second == "0" ? "" : second + "S")
        return (seconds < 0 ? "-P" : "P") + (days > 0 ? "\(days)D" : "") + (clock.isEmpty ? "" : "T" + clock)
    }

    /// The value as `string()` tells it; nil for what has members.
    var plainText: String? {
        switch self {
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): "\(number)"
        case .string(let text): text
        case .date(let date): date.iso
        case .time(let time): time.text
        case .dateTime(let dateTime): dateTime.text
        case .months(let months): Self.text(months: months)
        case .seconds(let seconds): Self.text(seconds: seconds)
        case .null: "null"
        case .list, .context, .range, .function: nil
        }
    }
}
