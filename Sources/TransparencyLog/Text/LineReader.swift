/// Reads lines off a text. Only a newline ends a line, whatever else Unicode counts as one.
struct LineReader {
    private var bytes: ArraySlice<UInt8>

    init(_ text: String) { bytes = Array(text.utf8)[...] }

    /// What has not been read.
    var rest: String { String(decoding: bytes, as: UTF8.self) }

    /// The next line without its newline; nil when no newline is left.
    mutating func next() -> String? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { bytes = bytes[(end + 1)...] }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Hashes, one a line, up to an empty line; nil when another line comes first.
    mutating func hashes() -> [NodeHash]? {
        var hashes: [NodeHash] = []
        while let line = next() {
            if line.isEmpty { return hashes }
            guard let hash = NodeHash(base64: line) else { return nil }
            hashes.append(hash)
        }
        return nil
    }

    /// The number behind a word and a space; nil when the next line is another.
    mutating func number(after word: String) -> UInt64? {
        guard let line = next(), line.hasPrefix(word + " ") else { return nil }
        return UInt64(canonical: String(line.dropFirst(word.count + 1)))
    }
}

extension UInt64 {
    /// A number in decimal digits without signs and leading zeros.
    init?(canonical text: String) {
        guard let value = UInt64(text), String(value) == text else { return nil }
        self = value
    }
}
