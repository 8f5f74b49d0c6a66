import struct Foundation.Decimal

/// Functions that turn texts and parts into values (DMN 1.5, table 73).
extension FEELBuiltin {
    static let conversions: [FEELBuiltin] = [
        FEELBuiltin("date", "from") { _, values throws(FEELError) in
            switch values[0].single {
            case .string(let text): FEELDate(text: text).map { .date($0) }
            case .date(let date): .date(date)
            case .dateTime(let moment): .date(moment.date)
            default: nil
            }
        },
        FEELBuiltin("date", "year, month, day") { _, values throws(FEELError) in
            date(values).map { .date($0) }
        },
        FEELBuiltin("time", "from") { _, values throws(FEELError) in
            switch values[0].single {
            case .string(let text): FEELTime(text: text).map { .time($0) }
            case .time(let time): .time(time)
            case .dateTime(let moment): .time(moment.time)
            case .date: .time(FEELTime(second: 0, nanosecond: 0, zone: .offset(seconds: 0)))
            default: nil
            }
        },
        FEELBuiltin("time", "hour, minute, second, offset?") { _, values throws(FEELError) in
            time(values[...]).map { .time($0) }
        },
        FEELBuiltin("date and time", "from") { _, values throws(FEELError) in
            switch values[0].single {
            case .string(let text): FEELDateTime(text: text).map { .dateTime($0) }
            case .dateTime(let moment): .dateTime(moment)
            case .date(let date): .dateTime(FEELDateTime(date: date, time: .midnight))
            default: nil
            }
        },
        FEELBuiltin("date and time", "date, time") { _, values throws(FEELError) in
            guard case .time(let time) = values[1].single else { return nil }
            switch values[0].single {
            case .date(let date): return .dateTime(FEELDateTime(date: date, time: time))
            case .dateTime(let moment): return .dateTime(FEELDateTime(date: moment.date, time: time))
            default: return nil
            }
        },
        FEELBuiltin("date and time", "year, month, day, hour, minute, second, offset?") {
            _, values throws(FEELError) in
            guard let date = date(values), let time = time(values[3...]) else { return nil }
            return .dateTime(FEELDateTime(date: date, time: time))
        },
        FEELBuiltin("number", "from, grouping separator?, decimal separator?") {
            _, values throws(FEELError) in
            if case .number = values[0] { return values[0] }
            return number(values)
        },
    ]

    private static func date(_ values: [FEELValue]) -> FEELDate? {
        guard let year = values[0].int, let month = values[1].int, let day = values[2].int else { return nil }
        return FEELDate(year: year, month: month, day: day)
    }

    private static func time(_ values: ArraySlice<FEELValue>) -> FEELTime? {
        let parts = Array(values)
        guard let hour = parts[0].int, let minute = parts[1].int, let second = parts[2].decimal,
            (0...23).contains(hour), (0...59).contains(minute), second >= 0, second < 60
        else { return nil }
        let whole = FEELNumber.floor(second)
        guard let seconds = FEELNumber.int(whole), let nanosecond = FEELTime.nanosecond(of: second - whole)
        else { return nil }
        var zone: FEELZone?
        if !parts[3].isNull {
            guard case .seconds(let offset) = parts[3], offset.magnitude <= 18 * 3600,
                let seconds = FEELNumber.int(offset)
            else { return nil }
            zone = .offset(seconds: seconds)
        }
        return FEELTime(second: hour * 3600 + minute * 60 + seconds, nanosecond: nanosecond, zone: zone)
    }

    /// Digits grouped by space, comma or point, with point or comma before the fraction.
    private static func number(_ values: [FEELValue]) -> FEELValue? {
        guard var text = values[0].text else { return nil }
        let (grouping, point) = (values[1].text, values[2].text)
        guard values[1].isNull || [" ", ",", "."].contains(grouping),
            values[2].isNull || [",", "."].contains(point),
            grouping == nil || grouping != point ?? "."
        else { return nil }
        if let grouping { text = text.replacing(grouping, with: "") }
        if let point { text = text.replacing(point, with: ".") }
        guard text.utf8.count <= 60,
            text.wholeMatch(of: /[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?/) != nil,
            let number = Decimal(string: text)
        else { return nil }
        return FEELNumber.kept(number).map { .number($0) }
    }
}
