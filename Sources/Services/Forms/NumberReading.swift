import Codes
import Foundation
import Refusals

extension FormField {
    /// The number, whether it came as a number or was typed.
    func readNumber(_ value: FormValue) throws(FieldError) -> Decimal {
        guard let number = Self.decimal(value) else { throw refusal(notANumber) }
        if kind == .integer && number.decimals > 0 { throw refusal(notANumber) }
        if kind == .money && number.decimals > 2 { throw refusal(notANumber) }
        if let least = min ?? (kind == .money ? 0 : nil), number < least {
            throw refusal("\(label)不能小于 \(least)\(unitWords)。")
        }
        if let most = max ?? Self.largest, number > most {
            throw refusal("\(label)不能大于 \(most)\(unitWords)。")
        }
        return number
    }

    /// A trillion: beyond any amount of a district, and far inside what every reader of our JSON keeps exact.
    private static let largest: Decimal? = 1_000_000_000_000

    private var notANumber: Sentence {
        switch kind {
        case .integer: "\(label)应为整数，例如 12。"
        case .money: "\(label)应为金额，最多两位小数，例如 1200.50。"
        default: "\(label)应为数字，例如 12.5。"
        }
    }

    private var unitWords: String {
        if let unit { return " \(unit)" }
        return kind == .money ? " 元" : ""
    }

    /// Digits with at most one point and a sign; no grouping, no exponent, which people do not type.
    private static func decimal(_ value: FormValue) -> Decimal? {
        switch value {
        case .number(let number): return number
        case .string(let text):
            let digits = text.trimmed.halfWidth
            guard digits.count <= 20, digits.wholeMatch(of: /[-+]?[0-9]+(\.[0-9]+)?/) != nil else {
                return nil
            }
            return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
        case .bool, .list, .table: return nil
        }
    }
}

extension FormField {
    /// The capital characters behind an amount that is told in words, in brackets; nothing for any other answer.
    public func capitals(of number: Decimal) -> String {
        guard inWords, let words = ChineseAmount.words(of: number) else { return "" }
        return "（\(words)）"
    }
}

extension Decimal {
    /// How many decimals the number needs.
    var decimals: Int {
        var number = self
        var whole = Decimal()
        for places in 0..<12 {
            NSDecimalRound(&whole, &number, places, .plain)
            if whole == number { return places }
        }
        return 12
    }
}
