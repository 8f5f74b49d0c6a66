/// 银行账号: 12 to 30 digits. Only a card of the national scheme carries a check digit; the account of an enterprise has
/// no common rule, so that nothing more can be asked of it.
public struct BankAccount: OfficialCode {
    /// `.bankAccount`.
    public static let kind = CodeKind.bankAccount
    /// The digits.
    public let text: String

    /// Reads the number as people write it, with spaces or hyphens between the groups.
    ///
    /// - Throws: `CodeError` when its length or characters are wrong, or a card's check digit does not fit.
    public init(_ text: String) throws(CodeError) {
        let digits = TypedText.normalised(text).filter { $0 != " " && $0 != "-" }
        if digits.isEmpty { throw CodeError(Self.kind, .empty) }
        guard let values = Alphabet.digits.values(of: digits) else {
            throw CodeError(Self.kind, .characters(allowed: Alphabet.digits.chinese))
        }
        guard (12...30).contains(digits.count) else {
            throw CodeError(Self.kind, .length(expected: "12 到 30", actual: digits.count))
        }
        if Self.isCard(digits), Luhn.sum(values) % 10 != 0 { throw CodeError(Self.kind, .checkDigit) }
        self.text = digits
    }

    /// Everything but the last four digits hidden.
    public var masked: String { Masking.bankAccount(text) }

    /// The masked number, so that no log or message holds the whole one by chance.
    public var description: String { masked }

    /// 62 begins the numbers of the national card scheme; they have 16 to 19 digits.
    private static func isCard(_ digits: String) -> Bool {
        digits.hasPrefix("62") && (16...19).contains(digits.count)
    }
}

/// The check of card numbers (ISO/IEC 7812-1, annex B): every second digit from the right counts twice.
enum Luhn {
    /// The sum, a multiple of ten for a number that is whole.
    static func sum(_ values: [Int]) -> Int {
        values.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset % 2 == 0 ? digit.element : digit.element * 2
            return sum + (value > 9 ? value - 9 : value)
        }
    }
}
