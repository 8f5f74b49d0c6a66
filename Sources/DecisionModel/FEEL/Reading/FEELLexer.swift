import struct Foundation.Decimal

/// Cuts an expression into its words.
struct FEELLexer {
    let characters: [Character]
    var position = 0
    private var tokens: [FEELToken] = []

    static func tokens(of source: String) throws(FEELError) -> [FEELToken] {
        var lexer = FEELLexer(characters: Array(source))
        return try lexer.read()
    }

    private init(characters: [Character]) { self.characters = characters }

    var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func read() throws(FEELError) -> [FEELToken] {
        while let character = current {
            let column = position + 1
            if character.isWhitespace {
                position += 1
            } else if !(try skipComment()) {
                tokens.append(FEELToken(kind: try word(from: character), column: column))
            }
        }
        return tokens + [FEELToken(kind: .end, column: characters.count + 1)]
    }

    private func stands(_ text: String) -> Bool { characters[position...].starts(with: text) }

    /// `// to the end of the line` and `/* … */` (DMN 1.5, §10.3.1.2).
    private mutating func skipComment() throws(FEELError) -> Bool {
        guard current == "/" else { return false }
        if stands("//") {
            while let character = current, !character.isNewline { position += 1 }
            return true
        }
        guard stands("/*") else { return false }
        let column = position + 1
        position += 2
        while current != nil, !stands("*/") { position += 1 }
        guard current != nil else { throw FEELError(column: column, message: "注释没有结束的 */") }
        position += 2
        return true
    }

    private mutating func word(from character: Character) throws(FEELError) -> FEELToken.Kind {
        if character == "\"" { return .string(try string()) }
        if Self.isDigit(character) || startsFraction { return .number(try number()) }
        if character.isLetter || character == "_" { return name() }
        guard let symbol = FEELToken.symbols.first(where: stands)
        else { throw FEELError(column: position + 1, message: "不认识的字符「\(character)」") }
        position += symbol.count
        return .symbol(symbol)
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private func isDigit(at index: Int) -> Bool {
        index < characters.count && Self.isDigit(characters[index])
    }

    /// `.5`, where no value stands before the point.
    private var startsFraction: Bool {
        guard current == ".", isDigit(at: position + 1) else { return false }
        guard case .symbol(let symbol)? = tokens.last?.kind else { return tokens.last?.isWord != true }
        return ![")", "]", "}", "."].contains(symbol)
    }

    private mutating func take(while belongs: (Character) -> Bool) -> String {
        let start = position
        while let character = current, belongs(character) { position += 1 }
        return String(characters[start..<position])
    }

    private mutating func name() -> FEELToken.Kind {
        let name = take { $0.isLetter || $0.isNumber || $0 == "_" }
        // After a dot every word is the name of an entry, even one that is a keyword elsewhere.
        let isEntry = tokens.last?.kind == .symbol(".")
        return FEELToken.keywords.contains(name) && !isEntry ? .keyword(name) : .name(name)
    }

    private mutating func number() throws(FEELError) -> Decimal {
        let column = position + 1
        var digits = take(while: Self.isDigit)
        if current == ".", isDigit(at: position + 1) {
            position += 1
            digits += "." + take(while: Self.isDigit)
        }
        // More than 34 digits do not fit FEEL's decimal128 either.
        guard digits.count <= 35, let number = Decimal(string: (digits.first == "." ? "0" : "") + digits)
        else { throw FEELError(column: column, message: "数字过长") }
        guard let exponent = try exponent() else { return number }
        let power = Decimal(sign: .plus, exponent: exponent, significand: number)
        guard let kept = FEELNumber.kept(power) else { throw FEELError(column: column, message: "数字过大") }
        return kept
    }

    /// `e6` or `E-3` (DMN 1.5, grammar rule 37).
    private mutating func exponent() throws(FEELError) -> Int? {
        guard current == "e" || current == "E" else { return nil }
        let hasSign = position + 1 < characters.count && "+-".contains(characters[position + 1])
        guard isDigit(at: position + (hasSign ? 2 : 1)) else { return nil }
        let isNegative = hasSign && characters[position + 1] == "-"
        position += hasSign ? 2 : 1
        guard let size = Int(take(while: Self.isDigit)), size <= FEELNumber.maximumScale else {
            throw FEELError(column: position, message: "指数过大")
        }
        return isNegative ? -size : size
    }
}
