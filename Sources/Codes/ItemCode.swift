/// 政务服务事项实施编码 (GB/T 39554.1): 18 characters of the carrying organ, 1 of the level at which the power is
/// used and 12 digits of the basic code (基本编码). It has no check digit of its own.
public struct ItemCode: OfficialCode {
    /// `.itemCode`.
    public static let kind = CodeKind.itemCode
    /// The 31 characters.
    public let text: String

    /// Reads the 31 characters.
    ///
    /// - Throws: `CodeError` when its length, or one of its parts, is wrong.
    public init(_ text: String) throws(CodeError) {
        let code = try TypedText.take(text, Self.kind, count: 31, of: .alphanumeric)
        guard (try? CreditCode(code.part(0..<18))) != nil else {
            throw CodeError(Self.kind, .part("实施主体编码（前 18 位）"))
        }
        guard Self.levels[code.part(18..<19)] != nil else {
            throw CodeError(Self.kind, .part("行使层级（第 19 位）"))
        }
        guard Alphabet.digits.values(of: code.part(19..<31)) != nil else {
            throw CodeError(Self.kind, .part("基本编码（后 12 位）"))
        }
        self.text = code
    }

    /// The credit code of the organ that carries the item out (实施主体).
    public var organ: String { text.part(0..<18) }

    /// The level at which the power is used (行使层级), `1` national … `6` village.
    public var level: String { text.part(18..<19) }

    /// The level in words: `县（区）级`.
    public var levelName: String { Self.levels[level] ?? level }

    /// The 12 digits that the item has everywhere in its province or the country.
    public var basicCode: String { text.part(19..<31) }

    /// The two digits of the province whose list the item is in; `00` for the national one.
    public var province: String { text.part(19..<21) }

    /// The type of item (事项类型), `01` …
    public var type: String { text.part(21..<23) }

    /// The type in words; nil where the table does not know the code.
    public var typeName: String? { Self.types[type] }

    /// The item types. A table and not cases of an enum: Guangdong writes public services as 21 where the
    /// national table has 20, and other provinces may add their own.
    public static let types = [
        "01": "行政许可", "02": "行政处罚", "03": "行政强制", "04": "行政征收", "05": "行政给付", "06": "行政检查",
        "07": "行政确认", "08": "行政奖励", "09": "行政裁决", "10": "其他行政权力", "20": "公共服务", "21": "公共服务",
    ]

    private static let levels = [
        "1": "国家级", "2": "省级", "3": "市级", "4": "县（区）级", "5": "镇（街）级", "6": "村（社区）级",
    ]
}
