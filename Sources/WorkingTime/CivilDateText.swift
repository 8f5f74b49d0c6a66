import Refusals

/// A year, month and day that no calendar has.
public struct ImpossibleDate: Error, Sendable, Hashable {
    /// The year that was given.
    public let year: Int
    /// The month that was given.
    public let month: Int
    /// The day that was given.
    public let day: Int

    /// What is wrong, for a person.
    public var sentence: Sentence { "没有 \(year)年\(month)月\(day)日 这一天，请核对日期。" }
}

extension CivilDate {
    /// The day written as ISO 8601 `2026-11-21`; nil when it is not exactly that form or no such day exists.
    public init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Digits.number(parts[0]), let month = Digits.number(parts[1]),
            let day = Digits.number(parts[2]),
            let date = try? CivilDate(year: year, month: month, day: day)
        else { return nil }
        self = date
    }

    /// `2026-11-21`.
    public var iso: String { "\(Digits.padded(year, 4))-\(Digits.padded(month))-\(Digits.padded(day))" }

    /// `2026年11月21日（周六）`.
    public var chinese: String { "\(year)年\(month)月\(day)日（\(chineseWeekday)）" }

    /// `2026年11月21日`, as papers write it.
    public var written: String { "\(year)年\(shortChinese)" }

    /// `11月21日`.
    public var shortChinese: String { "\(month)月\(day)日" }

    /// `11月21日（周六）`.
    public var shortWithWeekday: String { "\(shortChinese)（\(chineseWeekday)）" }

    /// `周一` … `周日`.
    public var chineseWeekday: String { ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday - 1] }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-21`.
    public var description: String { iso }
}

/// An ISO string in JSON, also as the key of an object.
extension CivilDate: Codable, CodingKeyRepresentable {
    /// Refuses a string that is not a day of the calendar.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "日期应写作 2026-11-21，且须确有这一天：\(text)")
        }
        self = date
    }

    /// Writes `2026-11-21`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }

    /// `2026-11-21` as the key of an object.
    public var codingKey: any CodingKey { iso.codingKey }

    /// The day that the key of an object writes; nil when it writes none.
    public init?(codingKey: some CodingKey) { self.init(iso: codingKey.stringValue) }
}

/// ASCII digits in and out; `Int(_:)` alone would let a sign through.
enum Digits {
    /// The number that the digits write; nil when anything but an ASCII digit stands there.
    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The number with leading zeros.
    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
