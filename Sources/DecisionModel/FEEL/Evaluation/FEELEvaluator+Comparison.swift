extension FEELEvaluator {
    /// DMN 1.5, table 53. Unknown where the values are of different kinds; only `null` may be compared with
    /// anything.
    mutating func compare(
        _ left: FEELValue, _ comparison: FEELComparison, _ right: FEELValue
    ) throws(FEELError) -> FEELValue {
        let answer: Bool? =
            switch comparison {
            case .equal: try equality(left, right)
            case .unequal: try equality(left, right).map { !$0 }
            case .less: order(left, right).map { $0 < 0 }
            case .lessOrEqual: order(left, right).map { $0 <= 0 }
            case .greater: order(left, right).map { $0 > 0 }
            case .greaterOrEqual: order(left, right).map { $0 >= 0 }
            }
        if answer == nil, !left.isNull, !right.isNull {
            return nothing("\(left.kindName)与\(right.kindName)不能比较\(Self.hint(left, right))")
        }
        return FEELValue(answer)
    }

    private static func hint(_ left: FEELValue, _ right: FEELValue) -> String {
        switch (left, right) {
        case (.string, .date), (.date, .string): "，可以写 date(…)"
        case (.string, .number), (.number, .string): "，可以写 number(…)"
        default: ""
        }
    }

    /// Nil where the kinds differ.
    mutating func equality(_ left: FEELValue, _ right: FEELValue, depth: Int = 0) throws(FEELError) -> Bool? {
        guard depth < 200 else { throw stopped("值的嵌套过深") }
        try charge(1)
        switch (left, right) {
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.list(let left), .list(let right)):
            return left.count == right.count ? try allEqual(zip(left, right), depth) : false
        case (.context(let left), .context(let right)):
            guard left.count == right.count else { return false }
            return try allEqual(left.map { ($1, right[$0]) }, depth)
        case (.range(let left), .range(let right)):
            guard left.includesLow == right.includesLow, left.includesHigh == right.includesHigh
            else { return false }
            let ends = [(left.low ?? .null, right.low), (left.high ?? .null, right.high)]
            return try allEqual(ends.map { ($0, $1 ?? .null) }, depth)
        default:
            // Of one kind but without order: a time that tells its zone and one that does not.
            return order(left, right).map { $0 == 0 } ?? (left.kind == right.kind ? false : nil)
        }
    }

    private mutating func allEqual(
        _ pairs: some Sequence<(FEELValue, FEELValue?)>, _ depth: Int
    ) throws(FEELError) -> Bool? {
        var isUnknown = false
        for (left, right) in pairs {
            guard let right else { return false }
            switch try equality(left, right, depth: depth + 1) {
            case false: return false
            case nil: isUnknown = true
            default: break
            }
        }
        return isUnknown ? nil : true
    }

    private mutating func allEqual(
        _ pairs: Zip2Sequence<[FEELValue], [FEELValue]>, _ depth: Int
    ) throws(FEELError) -> Bool? {
        try allEqual(pairs.lazy.map { ($0, Optional($1)) }, depth)
    }

    /// Below, at or above zero; nil where the kinds differ or have no order. Texts are ordered by code point.
    func order(_ left: FEELValue, _ right: FEELValue) -> Int? {
        switch (left, right) {
        case (.number(let left), .number(let right)): Self.sign(left, right)
        case (.string(let left), .string(let right)):
            left == right
                ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
        case (.date(let left), .date(let right)): Self.sign(left, right)
        case (.time(let left), .time(let right)):
            (left.zone == nil) == (right.zone == nil) ? Self.sign(left.seconds, right.seconds) : nil
        case (.dateTime(let left), .dateTime(let right)):
            (left.time.zone == nil) == (right.time.zone == nil) ? Self.sign(left.seconds, right.seconds) : nil
        case (.months(let left), .months(let right)): Self.sign(left, right)
        case (.seconds(let left), .seconds(let right)): Self.sign(left, right)
        default: nil
        }
    }

    private static func sign<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// Whether the value lies in the range; unknown where its kind is another one.
    mutating func contains(_ range: FEELRange, _ value: FEELValue) throws(FEELError) -> Bool? {
        try charge(1)
        var answer: Bool? = true
        if let low = range.low {
            answer = order(low, value).map { $0 < 0 || $0 == 0 && range.includesLow }
        }
        guard let high = range.high, answer != false else { return answer }
        let below = order(value, high).map { $0 < 0 || $0 == 0 && range.includesHigh }
        return below == false ? false : answer == nil ? nil : below
    }
}
