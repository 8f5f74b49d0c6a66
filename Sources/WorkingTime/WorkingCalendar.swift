/// The days on which offices work: weekdays, less the public holidays, plus the weekend days that are made
/// up, as the State Council announces them for each year (全国年节及纪念日放假办法).
///
/// For a year that was not announced yet it answers by weekends alone; `covers(_:)` tells.
public struct WorkingCalendar: Sendable, Equatable {
    /// Grows with every change; a finished clock keeps the version it was reckoned with.
    public let version: Int
    /// The years whose announcement is in the calendar.
    public let years: [Int]
    /// The days off and why: `国庆节`.
    public let holidays: [CivilDate: String]
    /// The weekend days on which offices work (调休上班).
    public let workdays: Set<CivilDate>
    /// Where the days come from.
    public let source: String

    /// No year announced: Monday to Friday are worked.
    public static let weekendsOnly = WorkingCalendar(
        unchecked: 0, years: [], holidays: [:], workdays: [], source: "")

    init(
        unchecked version: Int, years: [Int], holidays: [CivilDate: String], workdays: Set<CivilDate>,
        source: String
    ) {
        self.version = version
        self.years = years
        self.holidays = holidays
        self.workdays = workdays
        self.source = source
    }

    /// Whether offices work on the day.
    public func isWorkingDay(_ day: CivilDate) -> Bool {
        day.weekday < 6 ? holidays[day] == nil : workdays.contains(day)
    }

    /// Whether the year's announcement is in the calendar; if not, its days are only weekdays and weekends.
    public func covers(_ year: Int) -> Bool { years.contains(year) }

    /// Why the day is worked or not: `工作日`, `调休上班`, `国庆节`, `周末`.
    public func reason(_ day: CivilDate) -> String {
        if let holiday = holidays[day] { return holiday }
        if day.weekday < 6 { return "工作日" }
        return workdays.contains(day) ? "调休上班" : "周末"
    }

    /// The first working day that is not before the day.
    public func workingDay(onOrAfter day: CivilDate) -> CivilDate {
        var day = day
        while !isWorkingDay(day), day < .last { day = day.adding(days: 1) }
        return day
    }

    /// How many working days lie after the first day, up to and with the second; 0 when it is not later.
    public func workingDays(after first: CivilDate, through last: CivilDate) -> Int {
        var (day, count) = (first, 0)
        while day < last {
            day = day.adding(days: 1)
            if isWorkingDay(day) { count += 1 }
        }
        return count
    }
}
