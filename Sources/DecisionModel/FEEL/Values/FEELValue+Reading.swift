import Foundation

extension FEELZone {
    static func isKnown(_ name: String) -> Bool { TimeZone(identifier: name) != nil }
}

extension FEELDate {
    /// `2026-11-21`, also before year 1 and beyond 9999.
    init?(text: String) {
        var scan = FEELScan(text)
        guard let date = scan.date(), scan.isAtEnd else { return nil }
        self = date
    }
}

extension FEELTime {
    /// `08:30:00`, `08:30:00.5+08:00`, `08:30:00@Asia/Shanghai`.
    init?(text: String) {
        var scan = FEELScan(text)
        guard let time = scan.time() else { return nil }
        self = time
    }
}

extension FEELDateTime {
    /// A date, `T` and a time; a date alone is its midnight.
    init?(text: String) {
        var scan = FEELScan(text)
        guard let date = scan.date() else { return nil }
        if scan.isAtEnd {
            self.init(date: date, time: .midnight)
        } else {
            guard scan.accept("T"), let time = scan.time() else { return nil }
            self.init(date: date, time: time)
        }
    }
}

extension FEELValue {
    /// `P1Y2M` or `P3DT4H5M6.5S`; the two are never mixed (DMN 1.5, §10.3.2.3.6 and .7).
    static func duration(_ text: String) -> FEELValue? {
        var scan = FEELScan(text)
        let isNegative = scan.accept("-")
        guard scan.accept("P") else { return nil }
        guard let duration = scan.months() ?? scan.seconds() else { return nil }
        switch duration {
        case .months(let months): return .months(isNegative ? -months : months)
        case .seconds(let seconds): return .seconds(isNegative ? -seconds : seconds)
        default: return nil
        }
    }

    /// What `@"…"` writes: a date, time, date and time or duration (DMN 1.5, §10.3.1.3, grammar rule 62).
    static func literal(_ text: String) -> FEELValue? {
        if let date = FEELDate(text: text) { return .date(date) }
        if let time = FEELTime(text: text) { return .time(time) }
        if let dateTime = FEELDateTime(text: text) { return .dateTime(dateTime) }
        return duration(text)
    }
}

extension FEELScan {
    /// Nil when it is not years and months alone; nothing is read then.
    fileprivate mutating func months() -> FEELValue? {
        var scan = self
        guard let years = scan.amount("Y"), let months = scan.amount("M"), years != nil || months != nil,
            scan.isAtEnd
        else { return nil }
        let (total, overflow) = (years ?? 0).multipliedReportingOverflow(by: 12)
        let (sum, overflowing) = total.addingReportingOverflow(months ?? 0)
        return overflow || overflowing ? nil : .duration(months: sum)
    }

    fileprivate mutating func seconds() -> FEELValue? {
        guard let days = amount("D") else { return nil }
        var sum = Decimal(days ?? 0) * 86_400
        guard accept("T") else { return days != nil && isAtEnd ? .duration(seconds: sum) : nil }
        let before = remainder()
        guard !before.isEmpty else { return nil }
        var scan = FEELScan(before)
        guard let hours = scan.amount("H"), let minutes = scan.amount("M") else { return nil }
        sum += Decimal(hours ?? 0) * 3600 + Decimal(minutes ?? 0) * 60
        let rest = scan.remainder()
        if rest.isEmpty { return .duration(seconds: sum) }
        guard rest.wholeMatch(of: /[0-9]{1,18}(\.[0-9]{1,18})?S/) != nil,
            let seconds = Decimal(string: String(rest.dropLast()))
        else { return nil }
        return .duration(seconds: FEELNumber.kept(sum + seconds))
    }
}
