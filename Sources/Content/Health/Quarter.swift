import WorkingTime

/// A quarter of a year, for which inspections report.
struct Quarter: Sendable, Hashable {
    let year: Int
    /// 1 to 4.
    let number: Int

    init(of day: CivilDate) { (year, number) = (day.year, (day.month - 1) / 3 + 1) }

    /// `2026-4`; nil for anything else.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4})-([1-4])/), let year = Int(match.output.1),
            let number = Int(match.output.2), (2000...9998).contains(year)
        else { return nil }
        (self.year, self.number) = (year, number)
    }

    /// As it stands in addresses.
    var text: String { "\(year)-\(number)" }
    /// As people read it.
    var chinese: String { "\(year)年第\(["一", "二", "三", "四"][number - 1])季度" }

    /// Its first day.
    var first: CivilDate {
        (try? CivilDate(year: year, month: number * 3 - 2, day: 1)) ?? .first
    }

    /// Its last day.
    var last: CivilDate { first.adding(months: 3).adding(days: -1) }

    /// The one before.
    var before: Quarter { Quarter(of: first.adding(days: -1)) }
}
