import DecisionModel
import Foundation
import Testing

@Suite("FEEL numbers")
struct FEELNumberTests {
    @Test(
        "what cannot be calculated is unknown",
        arguments: FEELVector.lines(
            #"""
            1 / 0 → null
            null + 1 → null
            "a" * 2 → null
            true + 1 → null
            sqrt(-1) → null
            log(0) → null
            modulo(1, 0) → null
            9999999999999999999999999999999999 * 1e40 * 1e40 → null
            0 ** -1 → null
            sum(1, "a") → null
            mean([]) → null
            number("1,5") → null
            number("1.000,5", ",", ",") → null
            decimal(1, null) → null
            """#))
    func unknown(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "numbers are decimals of 34 digits and round half to even",
        arguments: FEELVector.lines(
            #"""
            0.1 + 0.2 → 0.3
            0.1 * 3 = 0.3 → true
            1 / 3 → 0.3333333333333333333333333333333333
            2 / 3 → 0.6666666666666666666666666666666667
            1 / 3 * 3 → 0.9999999999999999999999999999999999
            1234567890123456789012345678901234 + 0.5 → 1234567890123456789012345678901234
            1234567890123456789012345678901235 + 0.5 → 1234567890123456789012345678901236
            100 - 99.99 → 0.01
            1.10 = 1.1 → true
            -5 ** 2 → 25
            2 ** 3 ** 2 → 64
            2 ** -2 → 0.25
            2 ** 0.5 = sqrt(2) → true
            decimal(2 ** 1.5, 15) → 2.82842712474619
            4 ** 0.5 → 2
            1e3 + 2.5E-1 → 1000.25
            .5 + .25 → 0.75
            --5 → 5
            """#))
    func arithmetic(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "rounding goes where its name says, on both sides of zero",
        arguments: FEELVector.lines(
            #"""
            decimal(1/3, 2) → 0.33
            decimal(1.5, 0) → 2
            decimal(2.5, 0) → 2
            decimal(-2.5, 0) → -2
            floor(1.5) → 1
            floor(-1.5) → -2
            floor(-1.56, 1) → -1.6
            ceiling(1.5) → 2
            ceiling(-1.5) → -1
            ceiling(-1.56, 1) → -1.5
            round up(5.5, 0) → 6
            round up(-5.5, 0) → -6
            round up(1.121, 2) → 1.13
            round down(-5.5, 0) → -5
            round down(1.129, 2) → 1.12
            round half up(5.5, 0) → 6
            round half up(-5.5, 0) → -6
            round half up(1.125, 2) → 1.13
            round half down(5.5, 0) → 5
            round half down(-5.5, 0) → -5
            round half down(5.51, 0) → 6
            round half up(1250, -2) → 1300
            """#))
    func rounding(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "the number functions of the library",
        arguments: FEELVector.lines(
            #"""
            abs(-10) → 10
            abs(@"-P1D") → P1D
            modulo(12, 5) → 2
            modulo(-12, 5) → 3
            modulo(12, -5) → -3
            modulo(-12, -5) → -2
            modulo(10.1, 4.5) → 1.1
            modulo(-10.1, 4.5) → 3.4
            sqrt(16) → 4
            decimal(sqrt(2), 19) → 1.4142135623730950488
            decimal(log(10), 12) → 2.302585092994
            decimal(exp(5), 10) → 148.4131591026
            log(1) → 0
            odd(5) → true
            even(-2) → true
            odd(2.5) → false
            number("1 000,5", " ", ",") → 1000.5
            number("1,234.5", ",", ".") → 1234.5
            number(from: "12", grouping separator: null, decimal separator: null) → 12
            sum([1, 2.5, 3]) → 6.5
            sum(1, 2) → 3
            product([2, 3, 4]) → 24
            mean([1, 2, 3, 4]) → 2.5
            median(8, 2, 5, 3, 4) → 4
            median([6, 1, 2, 3]) → 2.5
            decimal(stddev(2, 4, 7, 5), 12) → 2.081665999466
            mode(6, 3, 9, 6, 6) → [6]
            mode([6, 1, 9, 6, 1]) → [1, 6]
            min(1, 2, 3) → 1
            max([1, 3, 2]) → 3
            min("b", "a") → "a"
            max(@"2026-01-01", @"2026-11-21") → 2026-11-21
            """#))
    func library(_ vector: FEELVector) throws { try vector.check() }

    @Test("no number, however large or small, ends the program", arguments: 0..<20)
    func extremes(_ seed: Int) throws {
        let texts = [
            "1e40", "-1e40", "1e-40", "9999999999999999999999999999999999", "0.0000000000000000001", "-7",
            "0", "3e39",
        ]
        for left in texts {
            for right in texts {
                let operation = ["+", "-", "*", "/", "**"][seed % 5]
                _ = try FEEL.evaluate("(\(left)) \(operation) (\(right)) \(operation) 1.7", [:])
                let name = ["modulo", "decimal", "round half down", "ceiling"][seed % 4]
                _ = try FEEL.evaluate("\(name)(\(left), \(right))", [:])
            }
            _ = try FEEL.evaluate(
                "[sqrt(\(left)), exp(\(left)), log(\(left)), stddev(\(left), 1), @\"P1D\" * \(left)]", [:])
        }
        let huge = try JSONDecoder().decode(Variables.self, from: Data(#"{"a": 1e127, "b": 1e-120}"#.utf8))
        #expect(try FEEL.evaluate("[a * a, b * b, a + b, a / b]", huge) == [.null, 0, .null, .null])
    }
}
