/// A name of several words, as its tokens.
struct FEELKnownName: Sendable {
    let name: String
    let words: [String]

    /// Nil for a name that a single word, or words alone, would be read as anyway.
    init?(_ name: String) {
        guard name.contains(where: { !($0.isLetter || $0.isNumber || $0 == "_") }),
            let tokens = try? FEELLexer.tokens(of: name), tokens.count > 2
        else { return nil }
        self.name = name
        words = tokens.dropLast().map(\.text)
    }
}

extension FEELParser {
    /// Words that stand beside each other are one name: nothing else in the language stands so
    /// (DMN 1.5, §10.3.1.4).
    mutating func words() -> String {
        var words = [current.text]
        position += 1
        while current.isWord, !startsInstanceOf {
            words.append(current.text)
            position += 1
        }
        return words.joined(separator: " ")
    }

    /// The longest known name that begins here; names with signs in them are only understood when known.
    mutating func knownName(beforeCall: Bool) -> String? {
        let builtin = beforeCall ? FEELBuiltin.longNames.first(where: isBuiltinCall) : nil
        if let builtin {
            position += builtin.words.count
            return builtin.name
        }
        guard let longest = known.filter({ stands($0.words) }).max(by: { $0.words.count < $1.words.count }),
            longest.words.count >= plainWordCount
        else { return nil }
        position += longest.words.count
        return longest.name
    }

    private var plainWordCount: Int {
        var count = 0
        while peek(count).isWord { count += 1 }
        return count
    }

    private func stands(_ words: [String]) -> Bool {
        words.indices.allSatisfy { peek($0).text == words[$0] }
    }

    private func isBuiltinCall(_ builtin: FEELKnownName) -> Bool {
        stands(builtin.words) && peek(builtin.words.count).kind == .symbol("(")
    }

    /// Reads with more names bound.
    mutating func nested<Result>(
        _ names: [String], _ read: (inout FEELParser) throws(FEELError) -> Result
    ) throws(FEELError) -> Result {
        let (knownCount, boundCount) = (known.count, bound.count)
        bind(names)
        defer {
            known.removeSubrange(knownCount...)
            bound.removeSubrange(boundCount...)
        }
        return try read(&self)
    }

    mutating func bind(_ names: [String]) {
        bound += names
        known += names.compactMap(FEELKnownName.init)
    }

    /// A name that is being given, up to the word or sign that ends it.
    mutating func newName(until isEnd: (FEELToken.Kind) -> Bool) throws(FEELError) -> String {
        guard current.isWord else { throw refusal("这里应当是名称") }
        var name = ""
        var wasWord = false
        while !isEnd(current.kind) {
            let token = current
            if case .symbol(let symbol) = token.kind, !["+", "-", "*", "/", "'", "."].contains(symbol) {
                throw refusal("名称里不能有「\(symbol)」")
            }
            guard !token.text.isEmpty else { throw refusal("名称没有写完") }
            if case .symbol = token.kind {
                wasWord = false
            } else {
                name += wasWord ? " " : ""
                wasWord = true
            }
            name += token.text
            position += 1
        }
        return name
    }
}
