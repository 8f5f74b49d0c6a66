import Storage

/// What somebody typed, as each engine's full-text index asks for it: all words must be there, and a word that is
/// not finished (one character, letters) is looked for by its beginning.
public struct SearchQuery: Sendable, Hashable {
    private let terms: [Term]

    private struct Term: Sendable, Hashable {
        let alternatives: [String]
        let isBeginning: Bool
    }

    /// Nil when nothing that could be looked for was typed.
    public init?(_ text: String) {
        terms = SearchWords.runs(of: text).flatMap(Self.terms)
        if terms.isEmpty { return nil }
    }

    private init(terms: [Term]) { self.terms = terms }

    /// The same, and one of these words as well: who may see it, for example.
    public func and(anyOf words: [String]) -> SearchQuery {
        SearchQuery(terms: terms + [Term(alternatives: words, isBeginning: false)])
    }

    /// The same words where they stand for one of these scopes: what ``SearchWords/scoped(_:to:)`` wrote.
    public func within(_ scopes: [String]) -> SearchQuery {
        SearchQuery(
            terms: terms.map { term in
                Term(
                    alternatives: scopes.flatMap { scope in
                        term.alternatives.map { SearchWords.scoped($0, to: scope) }
                    },
                    isBeginning: term.isBeginning)
            })
    }

    private static func terms(_ run: SearchWords.Run) -> [Term] {
        let characters = run.characters
        guard run.isChinese, characters.count > 1 else {
            return [Term(alternatives: [String(characters)], isBeginning: true)]
        }
        return characters.indices.dropLast().map { place in
            Term(alternatives: [String(characters[place...(place + 1)])], isBeginning: false)
        }
    }

    /// The query as the engine reads it: FTS5's or `tsquery`. Words are letters and digits only, so that there is
    /// nothing in them that an engine could take for an operator; they are quoted all the same.
    public func text(for dialect: Dialect) -> String {
        let (quote, and, or) = dialect == .sqlite ? ("\"", " AND ", " OR ") : ("'", " & ", " | ")
        let beginning = dialect == .sqlite ? "*" : ":*"
        return terms.map { term in
            let words = term.alternatives.map { quote + $0 + quote + (term.isBeginning ? beginning : "") }
            return "(\(words.joined(separator: or)))"
        }.joined(separator: and)
    }
}
