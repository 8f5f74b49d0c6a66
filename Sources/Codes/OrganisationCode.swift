/// 组织机构代码 (GB 11714): eight characters, a hyphen and a check character, `00718520-4`.
public struct OrganisationCode: OfficialCode {
    /// `.organisationCode`.
    public static let kind = CodeKind.organisationCode
    /// The code with its hyphen.
    public let text: String

    /// Reads the code with or without its hyphen.
    ///
    /// - Throws: `CodeError` when its length, characters or check character are wrong.
    public init(_ text: String) throws(CodeError) {
        var typed = TypedText.normalised(text)
        if typed.count == 10, typed.part(8..<9) == "-" { typed = typed.part(0..<8) + typed.part(9..<10) }
        let code = try TypedText.take(typed, Self.kind, count: 9, of: .alphanumeric)
        guard code.hasSuffix(Self.checkCharacter(code.prefix(8))) else {
            throw CodeError(Self.kind, .checkDigit)
        }
        self.text = code.prefix(8) + "-" + code.suffix(1)
    }

    private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// 11 − Σ mod 11, where 10 is written X and 11 is written 0.
    private static func checkCharacter(_ body: some StringProtocol) -> String {
        let sum = WeightedSum.value(Alphabet.alphanumeric.values(of: body) ?? [], weights, modulus: 11)
        return "0X987654321".part(sum..<sum + 1)
    }
}
