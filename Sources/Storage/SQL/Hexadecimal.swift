/// Bytes as lower-case hexadecimal text and back.
public enum Hexadecimal {
    /// Two digits for each byte, as hashes are written.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The bytes, or nil when the text is not an even number of hexadecimal digits.
    public static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8).map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return bytes
    }
}
