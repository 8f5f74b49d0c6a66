extension FEELLexer {
    mutating func string() throws(FEELError) -> String {
        let column = position + 1
        var text = ""
        position += 1
        while let character = current {
            position += 1
            if character == "\"" { return text }
            if character == "\\" { text += try escaped() } else { text.append(character) }
        }
        throw FEELError(column: column, message: "字符串没有结束的引号")
    }

    private mutating func escaped() throws(FEELError) -> String {
        let column = position
        let escape = current
        position += 1
        switch escape {
        case "\"": return "\""
        case "'": return "'"
        case "\\": return "\\"
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "u": return try unicode(digits: 4, column)
        case "U": return try unicode(digits: 6, column)
        default: throw FEELError(column: column, message: "不认识的转义")
        }
    }

    /// `\u5F20` or `\U01F40E`; two halves of a surrogate pair are one character (DMN 1.5, rule 64).
    private mutating func unicode(digits: Int, _ column: Int) throws(FEELError) -> String {
        let bad = FEELError(
            column: column, message: "转义 \\\(digits == 4 ? "u" : "U") 后面应当是 \(digits) 位十六进制数字")
        guard let high = hexadecimal(digits) else { throw bad }
        if (0xD800...0xDBFF).contains(high),
            characters[min(position, characters.count)...].starts(with: "\\u")
        {
            position += 2
            guard let low = hexadecimal(4), (0xDC00...0xDFFF).contains(low) else { throw bad }
            let code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            guard let scalar = UnicodeScalar(code) else { throw bad }
            return String(scalar)
        }
        guard let scalar = UnicodeScalar(high) else { throw bad }
        return String(scalar)
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        let end = position + count
        guard end <= characters.count, characters[position..<end].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        defer { position = end }
        return UInt32(String(characters[position..<end]), radix: 16)
    }
}
