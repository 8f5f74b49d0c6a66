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
        while let next = rest.firstIndex(where: { $0 == "*" || $0 == "[" }) {
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
        guard text.hasPrefix("["), let middle = text.firstRange(of: "]("),
            let close = text[middle.upperBound...].firstIndex(of: ")")
        else { return nil }
        let label = text[text.index(after: text.startIndex)..<middle.lowerBound]
        let address = String(text[middle.upperBound..<close])
        guard !label.isEmpty, isAllowed(address) else { return nil }
        return (.link(String(label), address: address), text.index(after: close))
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
