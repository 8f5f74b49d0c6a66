/// Appends text to bytes in the form its place needs.
enum Escaping {
    /// For text and double-quoted attributes alike: one rule, so that no place can be forgotten.
    static func appendText(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var clean = 0
            for index in source.indices {
                guard let entity = entity(of: source[index]) else { continue }
                bytes.append(contentsOf: source[clean..<index])
                bytes.append(contentsOf: entity.utf8)
                clean = index + 1
            }
            bytes.append(contentsOf: source[clean...])
        }
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// One component of a URL (a path segment, a query value): everything but RFC 3986's unreserved
    /// characters is percent-encoded.
    static func appendURLComponent(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
    }

    /// Whether a whole address may be followed: local, http(s), mailto or tel. A scheme is recognised the
    /// way browsers do it, and what is not clearly one of these is refused.
    static func isAllowedURL(_ text: String) -> Bool {
        let end = text.utf8.firstIndex { ":/?#".utf8.contains($0) } ?? text.endIndex
        guard end < text.endIndex, text.utf8[end] == UInt8(ascii: ":") else {
            return !text.utf8.contains { $0 < 0x20 }
        }
        return ["http", "https", "mailto", "tel"].contains(text[..<end].lowercased())
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
