/// 手机号码 of the mainland: 11 digits that begin with 13 to 19.
public struct MobileNumber: OfficialCode {
    /// `.mobileNumber`.
    public static let kind = CodeKind.mobileNumber
    /// The 11 digits.
    public let text: String

    /// Reads the number as people write it, with `+86`, spaces or hyphens.
    ///
    /// - Throws: `CodeError` when its length, characters or first digits are wrong.
    public init(_ text: String) throws(CodeError) {
        var typed = TypedText.normalised(text).filter { $0 != " " && $0 != "-" }
        if typed.hasPrefix("+86") { typed.removeFirst(3) }
        let code = try TypedText.take(typed, Self.kind, count: 11, of: .digits)
        guard code.hasPrefix("1"), code.part(1..<2) >= "3" else {
            throw CodeError(Self.kind, .part("号段（前两位应为 13 到 19）"))
        }
        self.text = code
    }

    /// `138****5678`.
    public var masked: String { text.prefix(3) + "****" + text.suffix(4) }

    /// The masked number, so that no log or message holds the whole one by chance.
    public var description: String { masked }
}
