import struct Foundation.Decimal

extension FEELEvaluator {
    mutating func chain(_ first: FEELNode, _ links: [FEELLink]) throws(FEELError) -> FEELValue {
        var result = try value(of: first)
        for link in links {
            let right = try value(of: link.node)
            stand(at: link.node)
            result = try apply(link.operation, result, right)
        }
        return result
    }

    /// DMN 1.5, tables 57 to 61. Unknown where the kinds do not go together, and where zero divides.
    private mutating func apply(
        _ operation: FEELArithmetic, _ left: FEELValue, _ right: FEELValue
    ) throws(FEELError) -> FEELValue {
        if left.isNull || right.isNull { return .null }
        if case (.number(let left), .number(let right)) = (left, right) {
            return number(operation, left, right)
        }
        if operation == .plus, case (.string(let left), .string(let right)) = (left, right) {
            try charge(text: left + right)
            return .string(left + right)
        }
        let result =
            switch operation {
            case .plus: Self.sum(left, right) ?? Self.sum(right, left)
            case .minus: Self.difference(left, right)
            case .times: Self.product(left, right) ?? Self.product(right, left)
            case .dividedBy: Self.quotient(left, right)
            case .power: FEELValue?.none
            }
        return result ?? nothing("\(left.kindName)与\(right.kindName)不能用 \(operation.rawValue) 计算")
    }

    private mutating func number(
        _ operation: FEELArithmetic, _ left: Decimal, _ right: Decimal
    ) -> FEELValue {
        if operation == .dividedBy, right.isZero { return nothing("除数是 0") }
        let result =
            switch operation {
            case .plus: FEELNumber.kept(left + right)
            case .minus: FEELNumber.kept(left - right)
            case .times: FEELNumber.kept(left * right)
            case .dividedBy: FEELNumber.quotient(left, right)
            case .power: FEELNumber.power(left, right)
            }
        return result.map { .number($0) } ?? nothing("结果算不出来，或者超出了数字的范围")
    }

    mutating func negation(_ value: FEELValue) -> FEELValue {
        switch value.single {
        case .number(let number): .number(-number)
        case .months(let months): .months(-months)
        case .seconds(let seconds): .seconds(-seconds)
        case .null: .null
        default: nothing("\(value.kindName)没有负数")
        }
    }

    /// Something and a duration.
    private static func sum(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.months(let left), .months(let right)):
            let (sum, overflow) = left.addingReportingOverflow(right)
            return overflow ? nil : .duration(months: sum)
        case (.seconds(let left), .seconds(let right)):
            return .duration(seconds: FEELNumber.kept(left + right))
        case (.date(let date), .months(let months)): return date.adding(months: months).map { .date($0) }
        case (.date(let date), .seconds(let seconds)):
            let midnight = FEELDateTime(date: date, time: .midnight)
            return midnight.adding(seconds: seconds).map { .date($0.date) }
        case (.dateTime(let moment), .months(let months)):
            return moment.date.adding(months: months)
                .map { .dateTime(FEELDateTime(date: $0, time: moment.time)) }
        case (.dateTime(let moment), .seconds(let seconds)):
            return moment.adding(seconds: seconds).map { .dateTime($0) }
        case (.time(let time), .seconds(let seconds)):
            return time.adding(seconds: seconds).map { .time($0) }
        default: return nil
        }
    }

    private static func difference(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (_, .months(let months)): return sum(left, .months(-months))
        case (_, .seconds(let seconds)): return sum(left, .seconds(-seconds))
        case (.time(let left), .time(let right)):
            return (left.zone == nil) == (right.zone == nil) ? .seconds(left.seconds - right.seconds) : nil
        default:
            guard let left = moment(left), let right = moment(right), (left.isLocal) == (right.isLocal)
            else { return nil }
            return .seconds(left.seconds - right.seconds)
        }
    }

    /// A day counts from the midnight of UTC where the other side tells its zone (DMN 1.5, §10.3.2.3.4).
    private static func moment(_ value: FEELValue) -> (seconds: Decimal, isLocal: Bool)? {
        switch value {
        case .date(let date): (FEELDateTime(date: date, time: .midnight).seconds, true)
        case .dateTime(let dateTime): (dateTime.seconds, dateTime.time.zone == nil)
        default: nil
        }
    }

    private static func product(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.months(let months), .number(let factor)):
            .duration(months: FEELNumber.int(FEELNumber.rounded(Decimal(months) * factor, scale: 0, .plain)))
        case (.seconds(let seconds), .number(let factor)):
            .duration(seconds: FEELNumber.kept(seconds * factor))
        default: nil
        }
    }

    private static func quotient(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.months(let months), .number(let divisor)):
            FEELNumber.quotient(Decimal(months), divisor)
                .flatMap { .duration(months: FEELNumber.int(FEELNumber.rounded($0, scale: 0, .plain))) }
        case (.seconds(let seconds), .number(let divisor)):
            .duration(seconds: FEELNumber.quotient(seconds, divisor))
        case (.months(let left), .months(let right)):
            FEELNumber.quotient(Decimal(left), Decimal(right)).map { .number($0) }
        case (.seconds(let left), .seconds(let right)):
            FEELNumber.quotient(left, right).map { .number($0) }
        default: nil
        }
    }
}
