import Storage

/// What somebody typed, as each engine's full-text index asks for it: all words must be there, and a word that is
/// not finished (one character, letters) is looked for by its beginning.
public struct SearchQuery: Sendable, Hashable {
    /// Any of these clauses must hold, each with all its terms.
    private let clauses: [[Term]]
    /// None of these may.
    private let excluded: [[Term]]

    private struct Term: Sendable, Hashable {
        let alternatives: [String]
        let isBeginning: Bool
    }

    /// Nil when nothing that could be looked for was typed.
    public init?(_ text: String) {
        let terms = SearchWords.runs(of: text).flatMap(Self.terms)
        if terms.isEmpty { return nil }
        self.init(clauses: [terms], excluded: [])
    }

    /// One word at least of each group. Nil when there is no group, or an empty one.
    public init?(groups: [[String]]) {
        guard !groups.isEmpty, !groups.contains(where: \.isEmpty) else { return nil }
        self.init(
            clauses: [groups.map { Term(alternatives: $0, isBeginning: false) }], excluded: [])
    }

    private init(clauses: [[Term]], excluded: [[Term]]) {
        self.clauses = clauses
        self.excluded = excluded
    }

    /// The same, and one of these words as well: who may see it, for example.
    public func and(anyOf words: [String]) -> SearchQuery {
        let term = Term(alternatives: words, isBeginning: false)
        return SearchQuery(clauses: clauses.map { $0 + [term] }, excluded: excluded)
    }

    /// This or the other: the same thing in other words.
    public func or(_ other: SearchQuery) -> SearchQuery {
        SearchQuery(clauses: clauses + other.clauses, excluded: excluded + other.excluded)
    }

    /// Without what the other finds.
    public func excluding(_ other: SearchQuery) -> SearchQuery {
        SearchQuery(clauses: clauses, excluded: excluded + other.clauses)
    }

    /// The same over an index that has every character as a word of its own
    /// (``SearchWords/withCharacters(of:)``): a single character is a word and not a beginning.
    public func byCharacter() -> SearchQuery {
        mapTerms { term in
            Term(
                alternatives: term.alternatives,
                isBeginning: term.isBeginning
                    && term.alternatives.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
        }
    }

    /// The same words where they stand for one of these scopes: what ``SearchWords/scoped(_:to:)`` wrote.
    public func within(_ scopes: [String]) -> SearchQuery {
        mapTerms { term in
            Term(
                alternatives: scopes.flatMap { scope in
                    term.alternatives.map { SearchWords.scoped($0, to: scope) }
                },
                isBeginning: term.isBeginning)
        }
    }

    private func mapTerms(_ change: (Term) -> Term) -> SearchQuery {
        SearchQuery(clauses: clauses.map { $0.map(change) }, excluded: excluded.map { $0.map(change) })
    }

    private static func terms(_ run: SearchWords.Run) -> [Term] {
        guard run.isChinese, run.scalars.count > 1 else {
            return [Term(alternatives: [run.text], isBeginning: true)]
        }
        return zip(run.scalars, run.scalars.dropFirst()).map { pair in
            Term(alternatives: [SearchWords.Pair(first: pair.0, second: pair.1).word], isBeginning: false)
        }
    }

    /// The query as the engine reads it: FTS5's or `tsquery`. Words are letters and digits only, so that there is
    /// nothing in them that an engine could take for an operator; they are quoted all the same.
    public func text(for dialect: Dialect) -> String {
        let wanted = Self.text(of: clauses, for: dialect)
        guard !excluded.isEmpty else { return wanted }
        let not = dialect == .sqlite ? " NOT " : " & !"
        return "(\(wanted))\(not)(\(Self.text(of: excluded, for: dialect)))"
    }

    private static func text(of clauses: [[Term]], for dialect: Dialect) -> String {
        let (and, or) = dialect == .sqlite ? (" AND ", " OR ") : (" & ", " | ")
        let texts = clauses.map { terms in terms.map { text(of: $0, for: dialect) }.joined(separator: and) }
        guard texts.count > 1 else { return texts.first ?? "" }
        return texts.map { "(\($0))" }.joined(separator: or)
    }

    private static func text(of term: Term, for dialect: Dialect) -> String {
        let (quote, or, beginning) = dialect == .sqlite ? ("\"", " OR ", "*") : ("'", " | ", ":*")
        let words = term.alternatives.map { quote + $0 + quote + (term.isBeginning ? beginning : "") }
        return "(\(words.joined(separator: or)))"
    }
}
