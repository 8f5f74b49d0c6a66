/// A day of the Gregorian calendar, carried back before its beginning (DMN 1.5, §10.3.2.3.4).
public struct FEELDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01, negative before it.
    public let daysSince1970: Int

    static let yearLimit = 999_999_999

    init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    init?(year: Int, month: Int, day: Int) {
        guard year.magnitude <= Self.yearLimit, (1...12).contains(month), day >= 1,
            day <= Self.monthLength(year: year, month: month)
        else { return nil }
        daysSince1970 = Self.number(year: year, month: month, day: day)
    }

    /// The year.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }
    /// The day of the week: 1 Monday … 7 Sunday.
    var weekday: Int { Self.modulo(daysSince1970 + 3, 7) + 1 }
    var dayOfYear: Int { daysSince1970 - Self.number(year: year, month: 1, day: 1) + 1 }

    /// The earlier day is the lesser.
    public static func < (left: FEELDate, right: FEELDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    static func monthLength(year: Int, month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    func adding(days: Int) -> FEELDate? {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        let limit = 366 * Self.yearLimit
        return overflow || sum.magnitude > limit ? nil : FEELDate(daysSince1970: sum)
    }

    /// The same day so many months later, or the month's last where it has no such day.
    func adding(months: Int) -> FEELDate? {
        let here = parts
        let (total, overflow) = (here.year * 12 + here.month - 1).addingReportingOverflow(months)
        guard !overflow else { return nil }
        let month = Self.modulo(total, 12) + 1
        let year = (total - month + 1) / 12
        guard year.magnitude <= Self.yearLimit else { return nil }
        return FEELDate(
            year: year, month: month, day: min(here.day, Self.monthLength(year: year, month: month)))
    }

    /// Howard Hinnant's days-from-civil: the year begins in March, so that the leap day falls at its end.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let yearOfEra = modulo(marchYear, 400)
        let era = (marchYear - yearOfEra) / 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let dayOfEra = Self.modulo(shifted, 146_097)
        let era = (shifted - dayOfEra) / 146_097
        let centuries = dayOfEra / 36_524 - dayOfEra / 146_096
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + centuries) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The remainder that is never negative.
    static func modulo(_ left: Int, _ right: Int) -> Int { (left % right + right) % right }
}
