/// 统一社会信用代码 (GB 32100): registering department, kind of body, 6 digits of place, 9 characters of the
/// organisation code and a check character.
///
/// Bodies without one carry an 18-character substitute in Guangdong that begins with `TE`; it has no check
/// character and is taken as it is.
public struct CreditCode: OfficialCode {
    /// `.creditCode`.
    public static let kind = CodeKind.creditCode
    /// The 18 characters.
    public let text: String

    /// Reads the 18 characters.
    ///
    /// - Throws: `CodeError` when its length, characters, place or check character are wrong.
    public init(_ text: String) throws(CodeError) {
        let typed = TypedText.normalised(text)
        if typed.hasPrefix("TE") {
            self.text = try TypedText.take(typed, Self.kind, count: 18, of: .alphanumeric)
            return
        }
        self.text = try TypedText.take(typed, Self.kind, count: 18, of: .creditCode)
        guard Alphabet.digits.values(of: self.text.part(2..<8)) != nil else {
            throw CodeError(Self.kind, .part("登记机关行政区划码"))
        }
        guard self.text.hasSuffix(Self.checkCharacter(self.text.prefix(17))) else {
            throw CodeError(Self.kind, .checkDigit)
        }
    }

    /// The code whose first 17 characters these are, with its check character.
    ///
    /// - Throws: `CodeError` when the length, the characters or the place are wrong.
    public static func checked(body17: String) throws(CodeError) -> CreditCode {
        let body = try TypedText.take(body17, kind, count: 17, of: .creditCode)
        return try CreditCode(body + checkCharacter(body))
    }

    /// Whether it is a `TE` substitute, which has no check character.
    public var isSubstitute: Bool { text.hasPrefix("TE") }

    /// The kind of body: `机关`, `企业`, `个体工商户`; `其他组织` where the table has none.
    public var kind: String { Self.kinds[text.part(0..<2)] ?? "其他组织" }

    /// The six digits of the place of registration.
    public var division: String { text.part(2..<8) }

    /// Characters 9 to 17, where they form an organisation code of GB 11714.
    public var organisationCode: OrganisationCode? { try? OrganisationCode(text.part(8..<17)) }

    /// What the first two characters mean. A table, because departments add to it.
    private static let kinds = [
        "11": "机关", "12": "事业单位", "51": "社会团体", "52": "民办非企业单位", "53": "基金会", "81": "基层工会",
        "91": "企业", "92": "个体工商户", "93": "农民专业合作社", "N1": "农村集体经济组织", "N2": "农村集体经济组织",
        "N3": "农村集体经济组织", "Y1": "其他组织",
    ]

    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    private static func checkCharacter(_ body: some StringProtocol) -> String {
        let values = Alphabet.creditCode.values(of: body) ?? []
        let sum = WeightedSum.value(values, weights, modulus: 31)
        return Alphabet.creditCode.symbol((31 - sum) % 31)
    }
}
