/// What a person typed, brought to the form in which codes are written.
enum TypedText {
    /// Full-width characters become ASCII, lower case becomes upper, surrounding white space goes.
    static func normalised(_ text: String) -> String {
        // What we have written ourselves is read far more often than what people type, and stays as it is.
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !(0x61...0x7A).contains($0) }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isFullWidth ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return trimmed(String(scalars)).uppercased()
    }

    /// The text without the white space around it.
    static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// The normalised text, when it has exactly so many characters of an alphabet.
    static func take(
        _ text: String, _ kind: CodeKind, count: Int, of alphabet: Alphabet
    ) throws(CodeError) -> String {
        let text = normalised(text)
        try check(text, kind, count: count)
        guard alphabet.values(of: text) != nil else {
            throw CodeError(kind, .characters(allowed: alphabet.chinese))
        }
        return text
    }

    /// Refuses a text that is empty or not of the right length.
    static func check(_ text: String, _ kind: CodeKind, count: Int) throws(CodeError) {
        if text.isEmpty { throw CodeError(kind, .empty) }
        if text.count != count { throw CodeError(kind, .length(expected: "\(count)", actual: text.count)) }
    }
}

extension String {
    /// The characters at these places, counted from 0; codes are ASCII and of known length.
    func part(_ range: Range<Int>) -> String { String(dropFirst(range.lowerBound).prefix(range.count)) }
}
