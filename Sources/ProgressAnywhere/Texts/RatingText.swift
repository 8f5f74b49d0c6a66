/// A text message that rates a visit: `PJ`, the code that was given at the window, and a grade from 5 to 1.
struct RatingText: Sendable, Hashable {
    static let codeLength = 10
    static let thanks = "评价已收到，谢谢您。"

    let code: String
    let grade: Int

    /// Reads it as ``ProgressQuestion`` reads; nil for anything else.
    init?(_ text: String) {
        guard let rest = TypedMessage(text)?.rest(after: ["PJ", "评价"]), rest.count == Self.codeLength + 1,
            let grade = rest.last.flatMap({ Int(String($0)) })
        else { return nil }
        (code, self.grade) = (String(rest.prefix(Self.codeLength)), grade)
    }
}

/// A message as people type it: any case, full-width letters, blanks, commas and line ends between the parts.
struct TypedMessage: Sendable {
    /// Longer ones ask nothing.
    static let mostCharacters = 200
    private let plain: String

    init?(_ text: String) {
        guard text.count <= Self.mostCharacters else { return nil }
        var plain = ""
        for scalar in text.unicodeScalars {
            let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            if let scalar = Unicode.Scalar(narrow) { plain.unicodeScalars.append(scalar) }
        }
        self.plain = String(plain.uppercased().drop { $0.isWhitespace })
    }

    /// What stands behind one of these words, letters and digits alone; nil when it begins with none of them or has
    /// others than ASCII.
    func rest(after words: [String]) -> String? {
        guard let word = words.first(where: plain.hasPrefix) else { return nil }
        let rest = plain.dropFirst(word.count).filter { $0.isLetter || $0.isNumber }
        return rest.allSatisfy(\.isASCII) ? String(rest) : nil
    }
}
