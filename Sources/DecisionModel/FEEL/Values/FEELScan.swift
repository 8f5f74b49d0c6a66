import struct Foundation.Decimal

/// Reads the texts of dates, times and durations (ISO 8601, XML Schema) piece by piece.
struct FEELScan {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func accept(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func run() -> Substring {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(run.count)
        return run
    }

    mutating func digits(_ count: Int) -> Int? {
        let run = run()
        return run.count == count ? Int(run) : nil
    }

    /// Digits and the letter that says what they count.
    mutating func amount(_ letter: Character) -> Int?? {
        let before = rest
        let run = run()
        guard !run.isEmpty, accept(letter) else {
            rest = before
            return .some(nil)
        }
        return Int(run).map { .some($0) }
    }

    mutating func remainder() -> String {
        defer { rest = "" }
        return String(rest)
    }
}

extension FEELScan {
    mutating func date() -> FEELDate? {
        let sign = accept("-") ? -1 : 1
        let year = run()
        guard (4...9).contains(year.count), year.count == 4 || year.first != "0", let number = Int(year),
            accept("-"), let month = digits(2), accept("-"), let day = digits(2)
        else { return nil }
        return FEELDate(year: sign * number, month: month, day: day)
    }

    mutating func time() -> FEELTime? {
        guard let hour = digits(2), accept(":"), let minute = digits(2), accept(":"), let second = digits(2),
            hour < 24, minute < 60, second < 60, let nanosecond = fraction()
        else { return nil }
        let zone = zone()
        guard isAtEnd else { return nil }
        return FEELTime(second: hour * 3600 + minute * 60 + second, nanosecond: nanosecond, zone: zone)
    }

    /// Billionths after a point; nil when the point is followed by none.
    private mutating func fraction() -> Int? {
        guard accept(".") else { return 0 }
        let run = run()
        return run.isEmpty ? nil : Int(run.prefix(9) + String(repeating: "0", count: max(0, 9 - run.count)))
    }

    /// `Z`, `+08:00` or `@Asia/Shanghai`; what is none of them is left standing.
    private mutating func zone() -> FEELZone? {
        if accept("Z") || accept("z") { return .offset(seconds: 0) }
        if accept("@") {
            let name = remainder()
            if name.contains("/") || name == "UTC", FEELZone.isKnown(name) { return .named(name) }
            rest = "@"
            return nil
        }
        let before = rest
        let sign = accept("+") ? 1 : accept("-") ? -1 : 0
        guard sign != 0, let hours = digits(2), accept(":"), let minutes = digits(2), minutes < 60,
            hours * 60 + minutes <= 18 * 60
        else {
            rest = before
            return nil
        }
        let seconds = accept(":") ? digits(2) ?? 0 : 0
        return .offset(seconds: sign * (hours * 3600 + minutes * 60 + seconds))
    }
}
