import Foundation

/// Text cut into what a search compares: pairs of neighbouring Chinese characters, and whole Latin words
/// and numbers.
///
/// Chinese is written without spaces; bigrams find `餐饮` in `开办餐饮店` without a dictionary.
struct SearchTerms: Sendable, Hashable {
    /// The terms, each once.
    let terms: Set<String>

    /// Cuts a text.
    init(_ text: String) {
        terms = Set(Self.runs(of: text.lowercased()).flatMap(Self.terms(ofRun:)))
    }

    /// How many of the wanted terms are here, from 0 to 1.
    func share(of wanted: SearchTerms) -> Double {
        guard !wanted.terms.isEmpty else { return 0 }
        return Double(terms.intersection(wanted.terms).count) / Double(wanted.terms.count)
    }

    private static func runs(of text: String) -> [Substring] {
        text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    }

    private static func terms(ofRun run: Substring) -> [String] {
        if run.allSatisfy(\.isASCII) { return [String(run)] }
        let characters = Array(run)
        guard characters.count > 1 else { return [String(run)] }
        return zip(characters, characters.dropFirst()).map { String([$0, $1]) }
    }
}
