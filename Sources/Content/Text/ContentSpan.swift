extension ContentText.Span {
    /// The words alone.
    var plain: String {
        switch self {
        case .words(let words), .strong(let words), .link(let words, _): words
        }
    }

    /// Reads the marks inside of a line; one that is not closed is text.
    static func read(_ line: Substring) -> [ContentText.Span] {
        var (spans, words, rest) = ([ContentText.Span](), "", line)
        while let next = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "[") }) {
            words += rest[..<next]
            rest = rest[next...]
            guard let (span, end) = marked(rest) else {
                words.append(rest.removeFirst())
                continue
            }
            if !words.isEmpty { spans.append(.words(words)) }
            spans.append(span)
            (words, rest) = ("", rest[end...])
        }
        words += rest
        if !words.isEmpty { spans.append(.words(words)) }
        return spans
    }

    private static func marked(_ text: Substring) -> (ContentText.Span, Substring.Index)? {
        if text.hasPrefix("**"), let close = text.dropFirst(2).firstRange(of: "**"),
            close.lowerBound > text.index(text.startIndex, offsetBy: 2)
        {
            let inner = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound]
            return (.strong(String(inner)), close.upperBound)
        }
        return text.hasPrefix("[") ? link(text.dropFirst()) : nil
    }

    /// What stands behind a `[`. Neither words nor address hold another one, so that a text full of them is read once.
    private static func link(_ text: Substring) -> (ContentText.Span, Substring.Index)? {
        guard let middle = text.firstIndex(where: { $0 == "]" || $0 == "[" }), text[middle...].hasPrefix("](")
        else { return nil }
        let address = text[text.index(middle, offsetBy: 2)...]
        guard let close = address.firstIndex(where: { $0 == ")" || $0 == "[" || $0.isWhitespace }),
            address[close] == ")", middle > text.startIndex, isAllowed(String(address[..<close]))
        else { return nil }
        return (
            .link(String(text[..<middle]), address: String(address[..<close])), text.index(after: close)
        )
    }

    /// An address of this house, or one that begins with a scheme everybody knows. `//elsewhere` and `/\elsewhere` look
    /// like ours and are not.
    static func isAllowed(_ address: String) -> Bool {
        guard !address.isEmpty, address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x5C })
        else {
            return false
        }
        if address.hasPrefix("/") { return !address.hasPrefix("//") }
        return ["https://", "http://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
    }
}
