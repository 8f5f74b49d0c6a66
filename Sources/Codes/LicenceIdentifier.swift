/// 电子证照标识 (GB/T 36904): the root OID, the code of the licence type, its issuer, a serial number, a
/// version and an ISO 7064 MOD 37,36 check character, joined by dots.
public struct LicenceIdentifier: OfficialCode {
    /// `.licenceIdentifier`.
    public static let kind = CodeKind.licenceIdentifier
    /// The object identifier under which all electronic licences stand.
    public static let root = "1.2.156.3005.2"
    /// The whole identifier.
    public let text: String
    /// The licence type: the defining body's credit code and 3 characters.
    public let typeCode: String
    /// The issuer: a credit code, or 6 digits of a division.
    public let issuer: String
    /// The issuer's serial number.
    public let serial: String
    /// The version, 3 digits.
    public let version: String

    /// Reads the whole identifier.
    ///
    /// - Throws: `CodeError` when a part or the check character is wrong.
    public init(_ text: String) throws(CodeError) {
        let text = TypedText.normalised(text)
        if text.isEmpty { throw CodeError(Self.kind, .empty) }
        guard text.hasPrefix(Self.root + ".") else { throw CodeError(Self.kind, .part("根标识（\(Self.root)）")) }
        let parts = text.dropFirst(Self.root.count + 1).split(
            separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 5 else { throw CodeError(Self.kind, .part("分段（根标识之后应有五段）")) }
        try self.init(
            typeCode: String(parts[0]), issuer: String(parts[1]), serial: String(parts[2]),
            version: String(parts[3]))
        guard self.text == text else { throw CodeError(Self.kind, .checkDigit) }
    }

    /// The identifier of these parts, with its check character.
    ///
    /// - Throws: `CodeError` naming the part that is wrong.
    public init(
        typeCode: String, issuer: String, serial: String, version: String
    ) throws(CodeError) {
        self.typeCode = try Self.part(typeCode, "证照类型代码", lengths: 21...21)
        self.issuer = try Self.part(issuer, "颁发机构代码", lengths: 6...18)
        guard self.issuer.count == 6 || self.issuer.count == 18 else {
            throw CodeError(Self.kind, .part("颁发机构代码"))
        }
        self.serial = try Self.part(serial, "流水号", lengths: 1...64)
        self.version = try Self.part(version, "版本号", lengths: 3...3)
        let parts = [self.typeCode, self.issuer, self.serial, self.version]
        let values = Alphabet.alphanumeric.values(of: parts.joined()) ?? []
        let check = Alphabet.alphanumeric.symbol(HybridCheck.value(values, modulus: 36))
        text = ([Self.root] + parts + [check]).joined(separator: ".")
    }

    private static func part(
        _ text: String, _ name: String, lengths: ClosedRange<Int>
    ) throws(CodeError) -> String {
        let text = TypedText.normalised(text)
        guard lengths.contains(text.count), Alphabet.alphanumeric.values(of: text) != nil else {
            throw CodeError(kind, .part(name))
        }
        return text
    }
}
