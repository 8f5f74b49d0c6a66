import struct Foundation.Decimal

/// Cuts an expression into its words.
struct FEELLexer {
    private let characters: [Character]
    private var position = 0
    private var tokens: [FEELToken] = []

    static func tokens(of source: String) throws(FEELError) -> [FEELToken] {
        var lexer = FEELLexer(characters: Array(source))
        return try lexer.read()
    }

    private init(characters: [Character]) { self.characters = characters }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func read() throws(FEELError) -> [FEELToken] {
        while let character = current {
            let column = position + 1
            if character.isWhitespace {
                position += 1
            } else {
                tokens.append(FEELToken(kind: try word(from: character), column: column))
            }
        }
        return tokens + [FEELToken(kind: .end, column: characters.count + 1)]
    }

    private mutating func word(from character: Character) throws(FEELError) -> FEELToken.Kind {
        if character == "\"" { return .string(try string()) }
        if character.isASCII, character.isNumber { return .number(try number()) }
        if character.isLetter || character == "_" { return try name() }
        guard let symbol = FEELToken.symbols.first(where: { characters[position...].starts(with: $0) })
        else { throw FEELError(column: position + 1, message: "不认识的字符「\(character)」") }
        position += symbol.count
        return .symbol(symbol)
    }

    private mutating func take(while belongs: (Character) -> Bool) -> String {
        let start = position
        while let character = current, belongs(character) { position += 1 }
        return String(characters[start..<position])
    }

    private mutating func name() throws(FEELError) -> FEELToken.Kind {
        let column = position + 1
        let name = take { $0.isLetter || $0.isNumber || $0 == "_" }
        // After a dot every word is the name of an entry, even one that is a keyword elsewhere.
        if tokens.last?.kind == .symbol(".") { return .name(name) }
        guard !FEELToken.reserved.contains(name) else {
            throw FEELError(column: column, message: "还不支持 \(name)")
        }
        return FEELToken.keywords.contains(name) ? .keyword(name) : .name(name)
    }

    private mutating func number() throws(FEELError) -> Decimal {
        let column = position + 1
        let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
        var digits = take(while: isDigit)
        let hasFraction = position + 1 < characters.count && isDigit(characters[position + 1])
        if current == ".", hasFraction {
            position += 1
            digits += "." + take(while: isDigit)
        }
        // More than 34 digits do not fit FEEL's decimal128 either.
        guard digits.count <= 35, let number = Decimal(string: digits) else {
            throw FEELError(column: column, message: "数字过长")
        }
        return number
    }

    private mutating func string() throws(FEELError) -> String {
        let column = position + 1
        var text = ""
        position += 1
        while let character = current {
            position += 1
            if character == "\"" { return text }
            text.append(character == "\\" ? try escaped() : character)
        }
        throw FEELError(column: column, message: "字符串没有结束的引号")
    }

    private mutating func escaped() throws(FEELError) -> Character {
        defer { position += 1 }
        switch current {
        case "\"": return "\""
        case "\\": return "\\"
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        default: throw FEELError(column: position, message: "不认识的转义")
        }
    }
}
