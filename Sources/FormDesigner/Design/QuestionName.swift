import Foundation

/// The names under which answers are kept, made of the words people read.
enum QuestionName {
    /// A name of small letters, digits and `_`: 支付日期 becomes `zhi_fu_ri_qi`.
    static func make(of words: String, taken: [String]) -> String {
        let latin = words.applyingTransform(.toLatin, reverse: false) ?? words
        let plain = latin.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
            .lowercased()
        let parts = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var name = String(parts.joined(separator: "_").prefix(30))
        while name.hasSuffix("_") { name.removeLast() }
        if name.first?.isLetter != true { name = name.isEmpty ? "question" : "q_\(name)" }
        if reserved.contains(name) { name += "_1" }
        guard taken.contains(name) else { return name }
        let number = (2...1000).first { !taken.contains("\(name)_\($0)") }
        return "\(name)_\(number ?? 1001)"
    }

    /// Words of FEEL; a question of such a name could not be spoken of.
    private static let reserved: Set = [
        "and", "or", "not", "in", "if", "then", "else", "for", "return", "some", "every", "satisfies",
        "between", "instance", "of", "true", "false", "null", "function",
    ]
}
