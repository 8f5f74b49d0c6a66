import struct Foundation.Decimal

extension FEELEvaluator {
    /// Walks through the variables as they are, and turns only what it arrives at into a value of FEEL.
    mutating func value(at path: [String]) throws(FEELError) -> FEELValue {
        guard let first = path.first else { return .null }
        for level in scope.reversed() {
            if let start = level.value(of: first) { return try entries(path[1...], of: start) }
        }
        guard var value = variables[first] else { return nothing("没有「\(first)」") }
        var rest = path[1...]
        while let name = rest.first, case .context(let entries) = value {
            guard let entry = entries[name] else { return nothing("「\(first)」里没有「\(name)」") }
            value = entry
            rest.removeFirst()
        }
        if case .list(let members) = value { try charge(members.count) }
        return try entries(rest, of: FEELValue(value))
    }

    private mutating func entries(_ path: ArraySlice<String>, of start: FEELValue) throws(FEELError)
        -> FEELValue
    {
        var value = start
        for name in path { value = try entry(name, of: value) }
        return value
    }

    /// An entry of a context, a property of a date, or both of every member of a list (DMN 1.5, table 65).
    mutating func entry(_ name: String, of value: FEELValue) throws(FEELError) -> FEELValue {
        switch value {
        case .context(let entries): return entries[name] ?? nothing("没有「\(name)」")
        case .list(let members):
            try charge(members.count)
            var found: [FEELValue] = []
            for member in members { found.append(try entry(name, of: member)) }
            return .list(found)
        case .null: return .null
        default: return property(name, of: value) ?? nothing("\(value.kindName)没有「\(name)」")
        }
    }

    private func property(_ name: String, of value: FEELValue) -> FEELValue? {
        switch value {
        case .date(let date): Self.property(name, of: date)
        case .time(let time): Self.property(name, of: time, offset: time.zone?.offset(atLocal: 0))
        case .dateTime(let moment):
            Self.property(name, of: moment.date)
                ?? Self.property(name, of: moment.time, offset: moment.offset)
        case .months(let months): Self.property(name, ofMonths: months)
        case .seconds(let seconds): Self.property(name, ofSeconds: seconds)
        case .range(let range): Self.property(name, of: range)
        default: nil
        }
    }

    private static func property(_ name: String, of date: FEELDate) -> FEELValue? {
        switch name {
        case "year": FEELValue(date.year)
        case "month": FEELValue(date.month)
        case "day": FEELValue(date.day)
        case "weekday": FEELValue(date.weekday)
        default: nil
        }
    }

    private static func property(_ name: String, of time: FEELTime, offset: Int?) -> FEELValue? {
        switch name {
        case "hour": return FEELValue(time.second / 3600)
        case "minute": return FEELValue(time.second / 60 % 60)
        case "second": return .number(Decimal(time.second % 60) + FEELTime.fraction(time.nanosecond))
        case "time offset": return offset.map { .seconds(Decimal($0)) } ?? .null
        case "timezone":
            if case .named(let zone)? = time.zone { return .string(zone) }
            return .null
        default: return nil
        }
    }

    private static func property(_ name: String, ofMonths months: Int) -> FEELValue? {
        switch name {
        case "years": FEELValue(months / 12)
        case "months": FEELValue(months % 12)
        default: nil
        }
    }

    private static func property(_ name: String, ofSeconds seconds: Decimal) -> FEELValue? {
        let whole = FEELNumber.rounded(seconds.magnitude, scale: 0, .down)
        guard let total = FEELNumber.int(whole) else { return nil }
        let sign = seconds < 0 ? -1 : 1
        switch name {
        case "days": return FEELValue(sign * (total / 86_400))
        case "hours": return FEELValue(sign * (total / 3600 % 24))
        case "minutes": return FEELValue(sign * (total / 60 % 60))
        case "seconds":
            return .number(Decimal(sign) * (Decimal(total % 60) + seconds.magnitude - whole))
        default: return nil
        }
    }

    private static func property(_ name: String, of range: FEELRange) -> FEELValue? {
        switch name {
        case "start": range.low ?? .null
        case "end": range.high ?? .null
        case "start included": .bool(range.includesLow)
        case "end included": .bool(range.includesHigh)
        default: nil
        }
    }
}
