import Web

/// Plain text as it is read: paragraphs, and lines that begin with `>` as what somebody else said.
struct PostText {
    private let parts: [(isQuote: Bool, text: String)]

    init(_ text: String) {
        var parts: [(isQuote: Bool, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isQuote = line.hasPrefix(">")
            let words = isQuote ? String(line.dropFirst().drop(while: \.isWhitespace)) : String(line)
            if let last = parts.last, last.isQuote == isQuote {
                parts[parts.count - 1].text += "\n\(words)"
            } else {
                parts.append((isQuote, words))
            }
        }
        self.parts = parts
    }

    var html: HTML { "\(each: parts, piece)" }

    private func piece(_ part: (isQuote: Bool, text: String)) -> HTML {
        guard !part.isQuote else { return "<blockquote class=\"words\">\(part.text)</blockquote>" }
        let paragraphs = part.text.split(separator: "\n\n").map(String.init)
        return "\(each: paragraphs, { "<p class=\"words\">\($0)</p>" })"
    }

    /// The first own words, without what was quoted.
    static func beginning(of text: String, _ length: Int) -> String {
        let own = text.split(separator: "\n").filter { !$0.hasPrefix(">") }.joined(separator: " ")
        return String(own.prefix(length))
    }

    /// The words as somebody quotes them, no more than a few lines.
    static func quoted(_ text: String, by name: String) -> String {
        let own = text.split(separator: "\n").filter { !$0.hasPrefix(">") }.prefix(4)
        return (["\(name)："] + own.map { String($0.prefix(120)) }).map { "> \($0)" }.joined(separator: "\n")
            + "\n\n"
    }
}
