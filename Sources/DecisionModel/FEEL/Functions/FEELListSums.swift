import struct Foundation.Decimal

/// Functions that make one number of many (DMN 1.5, table 75).
extension FEELBuiltin {
    static let listSums: [FEELBuiltin] = [
        statistic("sum") { numbers in sum(numbers) },
        statistic("product") { numbers in
            numbers.dropFirst().reduce(numbers.first) { product, number in
                product.flatMap { FEELNumber.kept($0 * number) }
            }
        },
        statistic("mean") { numbers in mean(numbers) },
        statistic("median") { numbers in
            let sorted = numbers.sorted()
            let middle = sorted.count / 2
            guard !sorted.isEmpty else { return nil }
            return sorted.count % 2 == 1 ? sorted[middle] : mean([sorted[middle - 1], sorted[middle]])
        },
        statistic("stddev") { numbers in
            guard numbers.count > 1, let mean = mean(numbers) else { return nil }
            let squares = numbers.map { ($0 - mean) * ($0 - mean) }
            return sum(squares)
                .flatMap { FEELNumber.quotient($0, Decimal(numbers.count - 1)) }
                .flatMap(FEELNumber.squareRoot)
        },
        FEELBuiltin("mode", "list…") { evaluator, values throws(FEELError) in
            guard let numbers = values.spread.decimals else { return nil }
            try evaluator.charge(numbers.count)
            let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
            let most = counts.values.max()
            return .list(counts.filter { $0.value == most }.keys.sorted().map { .number($0) })
        },
    ]

    private static func statistic(
        _ name: String, _ body: @escaping @Sendable ([Decimal]) -> Decimal?
    ) -> FEELBuiltin {
        FEELBuiltin(name, "list…") { evaluator, values throws(FEELError) in
            guard let numbers = values.spread.decimals else { return nil }
            try evaluator.charge(numbers.count)
            return body(numbers).map { .number($0) }
        }
    }

    private static func sum(_ numbers: [Decimal]) -> Decimal? {
        numbers.dropFirst().reduce(numbers.first) { sum, number in
            sum.flatMap { FEELNumber.kept($0 + number) }
        }
    }

    private static func mean(_ numbers: [Decimal]) -> Decimal? {
        sum(numbers).flatMap { FEELNumber.quotient($0, Decimal(numbers.count)) }
    }
}
