import Refusals

/// Percent-encoded text from addresses and forms, read strictly: what is not valid UTF-8, or holds a NUL
/// that databases would cut text at, is refused at the door.
enum PercentCoding {
    /// The decoded text. Throws `DomainError.malformed`.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) throws -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
            case UInt8(ascii: "%"): bytes.append(try pair(rest.next(), rest.next()))
            default: bytes.append(byte)
            }
        }
        return try validText(bytes)
    }

    /// The pairs of a query or a urlencoded form, in order.
    static func pairs(_ text: String) throws -> [(name: String, value: String)] {
        try text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                try decode(halves[0], plusIsSpace: true),
                halves.count == 2 ? try decode(halves[1], plusIsSpace: true) : ""
            )
        }
    }

    /// Bytes as text, when they are valid UTF-8 without NUL.
    static func validText(_ bytes: some Collection<UInt8>) throws -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw unreadable
        }
        return text
    }

    private static func pair(_ high: UInt8?, _ low: UInt8?) throws -> UInt8 {
        guard let high = high.flatMap(hexValue), let low = low.flatMap(hexValue) else { throw unreadable }
        return high << 4 | low
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        Character(UnicodeScalar(digit)).hexDigitValue.flatMap { UInt8(exactly: $0) }
    }

    private static var unreadable: DomainError {
        .malformed("提交的内容里有无法识别的字符（须为 UTF-8 编码），请检查后重试。")
    }
}
