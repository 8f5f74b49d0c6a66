/// 办件编号: 6 digits of the division, 8 of the day, 6 in sequence and an ISO 7064 MOD 11,10 check digit; 21
/// digits that can be read out over the telephone.
public struct CaseNumber: OfficialCode {
    /// `.caseNumber`.
    public static let kind = CodeKind.caseNumber
    /// The 21 digits.
    public let text: String

    /// Reads the 21 digits.
    ///
    /// - Throws: `CodeError` when its length, characters, day or check digit are wrong.
    public init(_ text: String) throws(CodeError) {
        let code = try TypedText.take(text, Self.kind, count: 21, of: .digits)
        guard CalendarDay.read(code.part(6..<14)) != nil else { throw CodeError(Self.kind, .date) }
        guard code.hasSuffix(Self.checkDigit(code.prefix(20))) else {
            throw CodeError(Self.kind, .checkDigit)
        }
        self.text = code
    }

    /// The number of the n-th case of a day in a division (6 digits); sequence 0 to 999999.
    ///
    /// - Throws: `CodeError` when a part does not fit its place.
    public init(
        division: String, day: (year: Int, month: Int, day: Int), sequence: Int
    ) throws(CodeError) {
        guard division.utf8.count == 6 else { throw CodeError(Self.kind, .part("行政区划")) }
        guard (0...999_999).contains(sequence) else { throw CodeError(Self.kind, .part("顺序号")) }
        let date = Self.padded(day.year, 4) + Self.padded(day.month, 2) + Self.padded(day.day, 2)
        let body = division + date + Self.padded(sequence, 6)
        try self.init(body + Self.checkDigit(body))
    }

    /// The six digits of the division in which the case was opened.
    public var division: String { text.part(0..<6) }

    /// The day on which the case was opened.
    public var day: (year: Int, month: Int, day: Int) { CalendarDay.read(text.part(6..<14)) ?? (1900, 1, 1) }

    /// Which case of the day it is.
    public var sequence: Int { Int(text.part(14..<20)) ?? 0 }

    private static func checkDigit(_ body: some StringProtocol) -> String {
        String(HybridCheck.value(Alphabet.digits.values(of: body) ?? [], modulus: 10))
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
