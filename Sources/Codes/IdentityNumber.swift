/// 公民身份号码 (GB 11643): 6 digits of the place of first registration, 8 of the birthday, 3 in sequence (odd
/// for men) and a check character.
///
/// The place is not looked up: places are dissolved, the number stays for life. The sample district's
/// persons use the place 441299, which was never given out.
public struct IdentityNumber: OfficialCode {
    /// `.identityNumber`.
    public static let kind = CodeKind.identityNumber
    /// The 18 characters, an X upper case.
    public let text: String
    /// The day of birth.
    public var birthday: (year: Int, month: Int, day: Int) {
        CalendarDay.read(text.part(6..<14)) ?? (1900, 1, 1)
    }

    /// Reads the 18 characters.
    ///
    /// - Throws: `CodeError` when its length, characters, birthday or check character are wrong.
    public init(_ text: String) throws(CodeError) {
        let text = TypedText.normalised(text)
        try TypedText.check(text, Self.kind, count: 18)
        guard let values = Alphabet.digits.values(of: text.prefix(17)),
            "0123456789X".contains(text.suffix(1))
        else { throw CodeError(Self.kind, .characters(allowed: "数字（最后一位可以是 X）")) }
        guard CalendarDay.read(text.part(6..<14)) != nil else { throw CodeError(Self.kind, .date) }
        guard text.hasSuffix(Self.checkCharacter(values)) else { throw CodeError(Self.kind, .checkDigit) }
        self.text = text
    }

    /// The six digits of the place where the holder was first registered.
    public var division: String { text.part(0..<6) }

    /// Whether the holder is a man: the 17th digit is odd.
    public var isMale: Bool { text.part(16..<17).utf8.first.map { $0 % 2 == 1 } ?? false }

    /// The holder's age in full years on a day (周岁): a birthday counts from its day on, the 29th of February from the day
    /// after its eve.
    public func age(on day: (year: Int, month: Int, day: Int)) -> Int {
        let born = birthday
        let isBefore = (day.month, day.day) < (born.month, born.day)
        return day.year - born.year - (isBefore ? 1 : 0)
    }

    /// `441202********1232`, as it is shown to anyone but its holder.
    public var masked: String { text.prefix(6) + "********" + text.suffix(4) }

    /// The masked number: the whole one must be asked for by `text`, so that no log or message holds it by chance.
    public var description: String { masked }

    /// The number whose first 17 digits these are, with its check character.
    ///
    /// - Throws: `CodeError` when the length, the characters or the birthday are wrong.
    public static func checked(body17: String) throws(CodeError) -> IdentityNumber {
        let values = Alphabet.digits.values(of: body17) ?? []
        guard values.count == weights.count else { throw CodeError(kind, .characters(allowed: "数字")) }
        return try IdentityNumber(body17 + checkCharacter(values))
    }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    private static func checkCharacter(_ values: [Int]) -> String {
        let sum = WeightedSum.value(values, weights, modulus: 11)
        return "10X98765432".part(sum..<sum + 1)
    }
}
