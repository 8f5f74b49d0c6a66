/// A day of the civil (Gregorian) calendar, without a time and without a zone.
///
/// It is kept as the number of days since 1970-01-01, so that stepping and comparing are one addition; the
/// year, month and day come from Howard Hinnant's days-from-civil arithmetic. Years 1 to 9999.
public struct CivilDate: Sendable, Hashable {
    /// Days since 1970-01-01, negative before it.
    let dayNumber: Int

    /// 0001-01-01, before which nothing is reckoned.
    public static let first = CivilDate(dayNumber: -719_162)
    /// 9999-12-31, after which nothing is reckoned.
    public static let last = CivilDate(dayNumber: 2_932_896)

    init(dayNumber: Int) { self.dayNumber = dayNumber }

    /// The day with this year, month (1–12) and day of the month.
    ///
    /// - Throws: `ImpossibleDate` when the calendar has no such day, for example 30 February.
    public init(year: Int, month: Int, day: Int) throws(ImpossibleDate) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.monthLength(year: year, month: month)
        else { throw ImpossibleDate(year: year, month: month, day: day) }
        self.init(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
    }

    /// The year, 1 to 9999.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }
    /// The day of the week: 1 Monday … 7 Sunday.
    public var weekday: Int { CivilDate.modulo(dayNumber + 3, 7) + 1 }

    /// The number of days in a month (1–12) of a year.
    public static func monthLength(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension CivilDate: Comparable {
    /// The earlier day is the lesser.
    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CivilDate {
    /// The day so many days later, or earlier when negative; held within `first` … `last`.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        if overflow { return days > 0 ? .last : .first }
        return CivilDate(dayNumber: min(max(sum, CivilDate.first.dayNumber), CivilDate.last.dayNumber))
    }

    /// The same day of the month so many months later; the month's last day where it has no such day
    /// (民法典 art. 202); held within `first` … `last`.
    public func adding(months: Int) -> CivilDate {
        let here = parts
        let (total, overflow) = (here.year * 12 + here.month - 1).addingReportingOverflow(months)
        if overflow || total >= 10_000 * 12 { return months > 0 ? .last : .first }
        if total < 12 { return .first }
        let (year, month) = (total / 12, total % 12 + 1)
        let day = min(here.day, CivilDate.monthLength(year: year, month: month))
        return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
    }

    /// How many days lie from the other day to this one; negative when this one is earlier.
    public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }
}

extension CivilDate {
    /// Days since 1970-01-01. The year is counted from March, so that the leap day falls at its end; an
    /// era is 400 years, 146,097 days.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = quotient(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `dayNumber(year:month:day:)`.
    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = CivilDate.quotient(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let centuries = dayOfEra / 36_524 - dayOfEra / 146_096
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + centuries) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Division that rounds down, also below zero.
    static func quotient(_ a: Int, _ b: Int) -> Int { (a - modulo(a, b)) / b }

    /// The remainder that is never negative.
    static func modulo(_ a: Int, _ b: Int) -> Int { (a % b + b) % b }
}
