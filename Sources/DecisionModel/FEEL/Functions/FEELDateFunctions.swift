import Foundation

/// Functions on days and durations (DMN 1.5, tables 73, 79 and 80), and the clock that was handed in.
extension FEELBuiltin {
    static let durations: [FEELBuiltin] = [
        FEELBuiltin("duration", "from") { _, values throws(FEELError) in
            switch values[0].single {
            case .string(let text): FEELValue.duration(text)
            case .months, .seconds: values[0].single
            default: nil
            }
        },
        FEELBuiltin("years and months duration", "from, to") { _, values throws(FEELError) in
            guard let from = day(values[0]), let to = day(values[1]) else { return nil }
            return .months(months(from, to))
        },
        FEELBuiltin("is", "value1, value2") { evaluator, values throws(FEELError) in
            guard values[0].kind == values[1].kind else { return .bool(false) }
            guard values[0].zone == values[1].zone else { return .bool(false) }
            return .bool(try evaluator.equality(values[0], values[1]) == true)
        },
        day("day of year") { FEELValue($0.dayOfYear) },
        day("day of week") { .string(weekdays[$0.weekday - 1]) },
        day("month of year") { .string(monthNames[$0.month - 1]) },
        day("week of year") { FEELValue(week(of: $0)) },
    ]

    static let clocks: [FEELBuiltin] = [
        FEELBuiltin("now", "") { evaluator, _ throws(FEELError) in
            guard let now = evaluator.now else { return evaluator.nothing("没有给出当前时间") }
            return .dateTime(now)
        },
        FEELBuiltin("today", "") { evaluator, _ throws(FEELError) in
            guard let now = evaluator.now else { return evaluator.nothing("没有给出当前时间") }
            return .date(now.date)
        },
    ]

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static func day(_ value: FEELValue) -> FEELDate? {
        switch value.single {
        case .date(let date): date
        case .dateTime(let moment): moment.date
        default: nil
        }
    }

    private static func day(
        _ name: String, _ body: @escaping @Sendable (FEELDate) -> FEELValue
    ) -> FEELBuiltin {
        FEELBuiltin(name, "date") { _, values throws(FEELError) in day(values[0]).map(body) }
    }

    /// Whole months between two days, towards zero.
    private static func months(_ from: FEELDate, _ to: FEELDate) -> Int {
        let months = (to.year - from.year) * 12 + to.month - from.month
        if months > 0, to.day < from.day { return months - 1 }
        if months < 0, to.day > from.day { return months + 1 }
        return months
    }

    /// The week of ISO 8601: the one that holds the year's first Thursday is the first.
    private static func week(of date: FEELDate) -> Int {
        guard let thursday = date.adding(days: 4 - date.weekday) else { return 1 }
        return (thursday.dayOfYear - 1) / 7 + 1
    }
}

extension FEELValue {
    /// The zone a time is told in; `is` tells apart what is equal in another zone.
    fileprivate var zone: FEELZone? {
        switch self {
        case .time(let time): time.zone
        case .dateTime(let moment): moment.time.zone
        default: nil
        }
    }
}

extension FEELEvaluator {
    /// The moment that was handed in, in local time.
    fileprivate var now: FEELDateTime? {
        surroundings.nowMilliseconds.flatMap { milliseconds in
            let offset = surroundings.offsetMinutes * 60
            let zone = FEELZone.offset(seconds: offset)
            let midnight = FEELTime(second: 0, nanosecond: 0, zone: zone)
            return FEELDateTime(date: FEELDate(daysSince1970: 0), time: midnight)
                .adding(seconds: Decimal(milliseconds) / 1000 + Decimal(offset))
        }
    }
}
