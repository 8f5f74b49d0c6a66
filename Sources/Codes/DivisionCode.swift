/// 行政区划代码: 6 digits down to the district (GB/T 2260), 9 down to the street or town (GB/T 10114), 12 down to
/// the village or community. Its normal form is the shortest: `441202001000` is the street `441202001`.
public struct DivisionCode: OfficialCode {
    /// How far down a division stands.
    public enum Level: Int, Sendable, Codable, CaseIterable, Comparable {
        /// 省、自治区、直辖市.
        case province = 1
        /// 市、地区、自治州.
        case city
        /// 县、区、县级市.
        case county
        /// 街道、镇、乡.
        case street
        /// 村、社区.
        case village

        /// The wider division is the lesser.
        public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// `.divisionCode`.
    public static let kind = CodeKind.divisionCode
    /// 6, 9 or 12 digits, without the zeros that name nothing.
    public let text: String

    /// Reads 6, 9 or 12 digits.
    ///
    /// - Throws: `CodeError` when its length or characters are wrong, or no province begins so.
    public init(_ text: String) throws(CodeError) {
        var code = TypedText.normalised(text)
        if code.isEmpty { throw CodeError(Self.kind, .empty) }
        guard [6, 9, 12].contains(code.count) else {
            throw CodeError(Self.kind, .length(expected: "6、9 或 12", actual: code.count))
        }
        guard Alphabet.digits.values(of: code) != nil else {
            throw CodeError(Self.kind, .characters(allowed: Alphabet.digits.chinese))
        }
        while code.count > 6, code.hasSuffix("000") { code.removeLast(3) }
        guard Self.isNested(code) else { throw CodeError(Self.kind, .part("层级")) }
        guard Self.provinces.contains(code.part(0..<2)) else { throw CodeError(Self.kind, .part("省级代码")) }
        self.text = code
    }

    /// How far down it stands.
    public var level: Level {
        switch text.count {
        case 12: .village
        case 9: .street
        default: text.hasSuffix("0000") ? .province : text.hasSuffix("00") ? .city : .county
        }
    }

    /// The six digits of the county or district it lies in, or its own when it is wider.
    public var county: String { text.part(0..<6) }

    /// The code filled up to 12 digits, as statistics write it.
    public var twelveDigits: String { text + String(repeating: "0", count: 12 - text.count) }

    /// The next wider division; nil for a province.
    public var parent: DivisionCode? {
        switch level {
        case .province: nil
        case .city: try? DivisionCode(text.prefix(2) + "0000")
        case .county: try? DivisionCode(text.prefix(4) + "00")
        case .street: try? DivisionCode(text.part(0..<6))
        case .village: try? DivisionCode(text.part(0..<9))
        }
    }

    /// Whether the other division is this one or lies in it.
    public func contains(_ other: DivisionCode) -> Bool {
        let own = [Level.province: 2, .city: 4, .county: 6, .street: 9, .village: 12][level] ?? 12
        return level <= other.level && other.text.hasPrefix(text.prefix(own))
    }

    /// A street without a county, or a village without a street, is a slip: a gap of zeros in the middle. (Four
    /// cities, among them 东莞 441900, have streets and no districts.)
    private static func isNested(_ code: String) -> Bool {
        let isProvince = code.part(2..<6) == "0000"
        if code.count == 6 { return isProvince || code.part(2..<4) != "00" }
        return code.part(2..<4) != "00" && (code.count == 9 || code.part(6..<9) != "000")
    }

    private static let provinces: Set = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ]
}
