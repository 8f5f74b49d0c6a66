/// Minben's own functions: working days by the calendar that was handed in.
extension FEELBuiltin {
    static let workingDays: [FEELBuiltin] = [
        FEELBuiltin("working days between", "from, to") { evaluator, values throws(FEELError) in
            guard let from = day(values[0]), let to = day(values[1]) else { return nil }
            return try evaluator.workingDays(from, to)
        },
        FEELBuiltin("add working days", "date, days") { evaluator, values throws(FEELError) in
            guard let date = day(values[0]), let days = values[1].int else { return nil }
            return try evaluator.adding(workingDays: days, to: date)
        },
        FEELBuiltin("is working day", "date") { evaluator, values throws(FEELError) in
            guard let date = day(values[0]) else { return nil }
            return try evaluator.isWorkingDay(date).map { .bool($0) }
        },
    ]
}

extension FEELEvaluator {
    fileprivate mutating func isWorkingDay(_ date: FEELDate) throws(FEELError) -> Bool? {
        try charge(1)
        guard let isWorkingDay = surroundings.isWorkingDay else {
            _ = nothing("没有给出工作日历")
            return nil
        }
        return isWorkingDay(date)
    }

    /// The working days after the first day, up to and with the second: the day of the event does not count
    /// (民法典 art. 201). Negative when the second is earlier.
    fileprivate mutating func workingDays(_ from: FEELDate, _ to: FEELDate) throws(FEELError) -> FEELValue {
        var count = 0
        var date = min(from, to)
        while date < max(from, to), let next = date.adding(days: 1) {
            guard let isWorked = try isWorkingDay(next) else { return .null }
            count += isWorked ? 1 : 0
            date = next
        }
        return FEELValue(from <= to ? count : -count)
    }

    /// The last of so many working days after the day, or before it when negative; with none to add, the
    /// first working day that is not before it.
    fileprivate mutating func adding(workingDays days: Int, to start: FEELDate) throws(FEELError) -> FEELValue
    {
        let step = days < 0 ? -1 : 1
        var left = days.magnitude
        var date: FEELDate? = start
        if left == 0 {
            left = 1
            date = start.adding(days: -1)
        }
        while left > 0, let next = date?.adding(days: step) {
            guard let isWorked = try isWorkingDay(next) else { return .null }
            left -= isWorked ? 1 : 0
            date = next
        }
        return date.map { .date($0) } ?? .null
    }
}
