import Foundation

/// Numbers of FEEL: decimals of 34 digits (DMN 1.5, §10.3.2.3.1), kept in `Decimal`, whose 38 digits leave
/// four to round from. A type of our own would have to be turned into `Decimal` at every border for nothing.
///
/// Foundation's operators end the program when an exponent runs out of its byte. So every number is held
/// between 40 places behind the point and 40 zeros before it, where no operator can get there; what is larger
/// is `null`, what is smaller is rounded.
enum FEELNumber {
    static let digits = 34
    static let maximumScale = 40
    private static let limit = Decimal(sign: .plus, exponent: digits, significand: 1)

    /// Rounded half to even to 34 digits; nil when it is too large.
    static func kept(_ number: Decimal) -> Decimal? {
        guard number.isFinite else { return nil }
        var kept = number
        let significand = number.significand.magnitude
        if significand >= limit {
            let surplus = "\(significand)".count - digits
            kept = rounded(number, scale: -number.exponent - surplus, .bankers)
        }
        if kept.exponent < -maximumScale { kept = rounded(kept, scale: maximumScale, .bankers) }
        return kept.exponent <= maximumScale ? kept : nil
    }

    static func rounded(_ number: Decimal, scale: Int, _ mode: NSDecimalNumber.RoundingMode) -> Decimal {
        guard number.exponent < -scale else { return number }
        var (number, result) = (number, Decimal())
        NSDecimalRound(&result, &number, scale, mode)
        return result
    }

    /// The number as a whole number; nil when it has a fraction or is too large.
    static func int(_ number: Decimal) -> Int? {
        guard number.isFinite, number.magnitude < 1_000_000_000_000_000_000 else { return nil }
        let whole = rounded(number, scale: 0, .down)
        return whole == number ? Int("\(whole)") : nil
    }

    static func quotient(_ left: Decimal, _ right: Decimal) -> Decimal? {
        right.isZero ? nil : kept(left / right)
    }

    /// The largest whole number that is not larger.
    static func floor(_ number: Decimal, scale: Int = 0) -> Decimal { rounded(number, scale: scale, .down) }
    /// The smallest whole number that is not smaller.
    static func ceiling(_ number: Decimal, scale: Int = 0) -> Decimal { rounded(number, scale: scale, .up) }

    /// The remainder that has the sign of the divisor (DMN 1.5, table 76).
    static func modulo(_ left: Decimal, _ right: Decimal) -> Decimal? {
        guard !right.isZero, let ratio = kept(left / right) else { return nil }
        return kept(left - right * floor(ratio))
    }
}

extension FEELNumber {
    /// A power: whole exponents by squaring, others through the logarithm.
    static func power(_ base: Decimal, _ exponent: Decimal) -> Decimal? {
        if exponent == Decimal(sign: .plus, exponent: -1, significand: 5) { return squareRoot(base) }
        guard let whole = int(exponent) else {
            guard base > 0, let logarithm = logarithm(base), let product = kept(exponent * logarithm)
            else { return base.isZero && exponent > 0 ? 0 : nil }
            return exponential(product)
        }
        if base.isZero, whole < 0 { return nil }
        guard let power = wholePower(base, whole.magnitude) else { return nil }
        return whole < 0 ? quotient(1, power) : power
    }

    private static func wholePower(_ base: Decimal, _ exponent: UInt) -> Decimal? {
        var (result, square, left) = (Decimal(1), base, exponent)
        while left > 0 {
            if left & 1 == 1 {
                guard let product = kept(result * square) else { return nil }
                result = product
            }
            left >>= 1
            guard left > 0 else { break }
            guard let next = kept(square * square) else { return nil }
            square = next
        }
        return result
    }

    /// Newton's iteration from the binary root, which has half of the digits already.
    static func squareRoot(_ number: Decimal) -> Decimal? {
        guard number >= 0 else { return nil }
        guard number > 0 else { return 0 }
        guard var root = binary(number, { $0.squareRoot() }), !root.isZero else { return nil }
        for _ in 0..<4 {
            guard let ratio = quotient(number, root), let next = kept((root + ratio) / 2) else { return nil }
            root = next
        }
        return trimmed(root, square: number)
    }

    /// The root of a square without the noise of the last digits.
    private static func trimmed(_ root: Decimal, square: Decimal) -> Decimal {
        let short = rounded(root, scale: 16, .bankers)
        return kept(short * short) == square ? short : root
    }

    /// e to the power of the number: the series for a small part of it, squared back.
    static func exponential(_ number: Decimal) -> Decimal? {
        guard number.magnitude < 150 else { return number < 0 ? 0 : nil }
        guard let small = quotient(number, 1024) else { return nil }
        var (term, sum) = (Decimal(1), Decimal(1))
        for index in 1..<30 {
            guard let product = kept(term * small), let next = quotient(product, Decimal(index)), !next.isZero
            else { break }
            term = next
            sum += next
        }
        for _ in 0..<10 {
            guard let square = kept(sum * sum) else { return nil }
            sum = square
        }
        return rounded(sum, scale: 24, .bankers)
    }

    /// The natural logarithm: Halley's iteration from the binary one.
    static func logarithm(_ number: Decimal) -> Decimal? {
        guard number > 0 else { return nil }
        guard var result = binary(number, Foundation.log) else { return nil }
        for _ in 0..<3 {
            guard let power = exponential(result), !power.isZero, let step = kept(2 * (number - power)),
                let sum = kept(number + power), let change = quotient(step, sum),
                let next = kept(result + change)
            else { return nil }
            result = next
        }
        return rounded(result, scale: 20, .bankers)
    }

    /// A first guess at what a function gives, from a binary number of half the digits.
    private static func binary(_ number: Decimal, _ function: (Double) -> Double) -> Decimal? {
        guard let binary = Double("\(number)") else { return nil }
        let result = function(binary)
        return result.isFinite ? Decimal(string: "\(result)").flatMap(kept) : nil
    }
}
