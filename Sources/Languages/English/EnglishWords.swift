import Foundation
import Web
import Yams

/// Puts the words of pages into English, by a table of sentences. The Chinese sentence is the original and the key; `{}`
/// stands for what varies in it.
struct EnglishWords: Translator {
    let locale = "en_GB"
    private let sentences: [String: String]
    private let patterns: [Pattern]

    /// The table that comes with the program.
    ///
    /// - Throws: a decoding error when it is damaged.
    static func delivered() throws -> EnglishWords {
        let file = Bundle.module.bundleURL.appending(path: "Resources/english.yaml")
        return EnglishWords(
            try YAMLDecoder().decode(
                [String: String].self, from: try String(contentsOf: file, encoding: .utf8)))
    }

    init(_ sentences: [String: String]) {
        self.sentences = sentences
        patterns = sentences.filter { $0.key.contains("{}") }.map(Pattern.init)
            .sorted { ($0.weight, $1.key) > ($1.weight, $0.key) }
    }

    /// The table with sentences of the desk, which count before its own.
    func with(_ others: [String: String]) -> EnglishWords {
        EnglishWords(sentences.merging(others) { $1 })
    }

    func translate(_ text: String) -> String? {
        let core = text.drop(while: \.isWhitespace)
        let words = core.prefix(core.count - core.reversed().prefix(while: \.isWhitespace).count)
        guard let english = sentence(String(words)) else { return nil }
        return text.prefix(text.count - core.count) + english + core.dropFirst(words.count)
    }

    private func sentence(_ words: String) -> String? {
        if !words.utf8.contains(where: { $0 >= 0x80 }) { return words }
        if let english = sentences[words] ?? EnglishDate.written(words) { return english }
        for pattern in patterns {
            guard let values = pattern.values(in: words) else { continue }
            let english = values.map(sentence)
            guard !english.contains(nil) else { continue }
            return pattern.filled(english.compactMap(\.self))
        }
        return nil
    }

    /// A sentence with gaps.
    struct Pattern: Sendable {
        let key: String
        let english: String
        private let parts: [String]

        init(_ entry: (key: String, value: String)) {
            (key, english) = (entry.key, entry.value)
            parts = entry.key.components(separatedBy: "{}")
        }

        /// How much of it is said: the more, the sooner it is tried.
        var weight: Int { key.count }

        /// What stands in the gaps of some words; nil when they are not this sentence.
        func values(in words: String) -> [String]? {
            guard let first = parts.first, words.hasPrefix(first) else { return nil }
            var rest = words.dropFirst(first.count)
            var values: [String] = []
            for (place, part) in parts.enumerated().dropFirst() {
                if place == parts.count - 1 {
                    guard rest.hasSuffix(part) else { return nil }
                    values.append(String(rest.dropLast(part.count)))
                    rest = ""
                } else {
                    guard let found = rest.firstRange(of: part) else { return nil }
                    values.append(String(rest[..<found.lowerBound]))
                    rest = rest[found.upperBound...]
                }
            }
            return values.contains("") ? nil : values
        }

        func filled(_ values: [String]) -> String {
            var text = ""
            let pieces = english.components(separatedBy: "{}")
            for (place, piece) in pieces.enumerated() {
                text += piece
                if place < pieces.count - 1, place < values.count { text += values[place] }
            }
            return text
        }
    }
}
