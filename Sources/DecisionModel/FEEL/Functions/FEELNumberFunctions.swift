import Foundation

/// Functions on numbers (DMN 1.5, table 76).
extension FEELBuiltin {
    static let numbers: [FEELBuiltin] = [
        FEELBuiltin("abs", "n") { _, values throws(FEELError) in
            switch values[0].single {
            case .number(let number): .number(number.magnitude)
            case .months(let months): .months(abs(months))
            case .seconds(let seconds): .seconds(seconds.magnitude)
            default: nil
            }
        },
        FEELBuiltin("modulo", "dividend, divisor") { _, values throws(FEELError) in
            guard let dividend = values[0].decimal, let divisor = values[1].decimal else { return nil }
            return FEELNumber.modulo(dividend, divisor).map { .number($0) }
        },
        number("sqrt", FEELNumber.squareRoot),
        number("log", FEELNumber.logarithm),
        number("exp", FEELNumber.exponential),
        parity("odd", 1),
        parity("even", 0),
    ]

    static let roundings: [FEELBuiltin] = [
        rounding("decimal", "n, scale") { FEELNumber.rounded($0, scale: $1, .bankers) },
        rounding("floor", "n, scale?") { FEELNumber.floor($0, scale: $1) },
        rounding("ceiling", "n, scale?") { FEELNumber.ceiling($0, scale: $1) },
        rounding("round up", "n, scale") { number, scale in
            signed(number) { FEELNumber.ceiling($0, scale: scale) }
        },
        rounding("round down", "n, scale") { number, scale in
            signed(number) { FEELNumber.floor($0, scale: scale) }
        },
        rounding("round half up", "n, scale") { number, scale in
            signed(number) { FEELNumber.rounded($0, scale: scale, .plain) }
        },
        rounding("round half down", "n, scale") { number, scale in
            signed(number) { size in
                let half = Decimal(sign: .plus, exponent: -scale - 1, significand: 5)
                let floor = FEELNumber.floor(size, scale: scale)
                return size - floor > half ? FEELNumber.ceiling(size, scale: scale) : floor
            }
        },
    ]

    private static func number(
        _ name: String, _ body: @escaping @Sendable (Decimal) -> Decimal?
    ) -> FEELBuiltin {
        FEELBuiltin(name, "number") { evaluator, values throws(FEELError) in
            try evaluator.charge(100)
            return values[0].decimal.flatMap(body).map { .number($0) }
        }
    }

    private static func parity(_ name: String, _ remainder: Decimal) -> FEELBuiltin {
        FEELBuiltin(name, "number") { _, values throws(FEELError) in
            values[0].decimal.flatMap { FEELNumber.modulo($0, 2) }.map { .bool($0 == remainder) }
        }
    }

    /// Scales lie in what a decimal can hold (DMN 1.5: −6111 to 6176).
    private static func rounding(
        _ name: String, _ parameters: String, _ body: @escaping @Sendable (Decimal, Int) -> Decimal
    ) -> FEELBuiltin {
        FEELBuiltin(name, parameters) { _, values throws(FEELError) in
            guard let number = values[0].decimal, values[1].isNull || values[1].int != nil else { return nil }
            let isOptional = parameters.hasSuffix("?")
            guard isOptional || !values[1].isNull else { return nil }
            let scale = values[1].int ?? 0
            guard (-6111...6176).contains(scale) else { return nil }
            return FEELNumber.kept(body(number, min(max(scale, -80), 80))).map { .number($0) }
        }
    }

    /// Away from zero and towards it, rather than up and down.
    private static func signed(_ number: Decimal, _ body: (Decimal) -> Decimal) -> Decimal {
        number < 0 ? -body(number.magnitude) : body(number)
    }
}
