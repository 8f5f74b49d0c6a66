import Search
import Web

/// What somebody looks for: words, and what they have narrowed it to.
struct Inquiry: Sendable, Hashable {
    /// As typed; what is longer is cut.
    var words: String
    var kind: SearchKind?
    var organ: String?
    var year: Int?
    var site: String?

    /// So many characters of a question are read.
    private static let longest = 80

    /// What an address asks; a filter that means nothing filters nothing.
    init(_ query: (String) -> String?) {
        words = String((query("q") ?? "").prefix(Self.longest))
        kind = query("kind").flatMap(SearchKind.init(rawValue:))
        organ = query("organ").map { String($0.prefix(40)) }
        year = query("year").flatMap { Int($0) }.flatMap { (1900...2999).contains($0) ? $0 : nil }
        site = query("site").map { String($0.prefix(40)) }
    }

    /// Whether it is narrowed.
    var isNarrowed: Bool { kind != nil || organ != nil || year != nil || site != nil }

    /// The index's words for what it is narrowed to.
    var facetWords: [String] {
        [
            kind.map { SearchDocument.Facet.kind.word($0.rawValue) },
            organ.map { SearchDocument.Facet.organ.word($0) },
            year.map { SearchDocument.Facet.year.word(String($0)) },
            site.map { SearchDocument.Facet.site.word($0) },
        ].compactMap(\.self)
    }

    /// The same with one facet set or taken off.
    func narrowed(_ facet: SearchDocument.Facet, to value: String?) -> Inquiry {
        var inquiry = self
        switch facet {
        case .kind: inquiry.kind = value.flatMap(SearchKind.init(rawValue:))
        case .organ: inquiry.organ = value
        case .year: inquiry.year = value.flatMap { Int($0) }
        case .site: inquiry.site = value
        }
        return inquiry
    }

    /// The same in other words, with nothing narrowed.
    func asking(_ words: String) -> Inquiry {
        Inquiry { $0 == "q" ? words : nil }
    }

    /// What stands in the address, in order.
    var pairs: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("q", words), ("kind", kind?.rawValue), ("organ", organ), ("year", year.map { String($0) }),
            ("site", site),
        ]
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
    }
}

/// A question as the index is asked: its own words and, when the desk knows them, others that mean the same.
struct InquiryWords: Sendable {
    /// The question and its synonyms, each as it is marked in what was found.
    let asked: [String]
    /// All words in the title.
    let inTitle: SearchQuery
    /// All words, wherever they stand.
    let anywhere: SearchQuery

    /// Nil when nothing was typed that could be looked for.
    init?(_ words: String, _ synonyms: Synonyms) {
        let typed = SearchWords.plain(words)
        let asked = [typed] + synonyms.others(for: typed)
        let queries = asked.compactMap { SearchQuery($0)?.byCharacter() }
        guard let first = queries.first else { return nil }
        self.asked = asked
        anywhere = queries.dropFirst().reduce(first) { $0.or($1) }
        inTitle = anywhere.within([SearchDocument.titleScope])
    }

    /// What is marked in what was found.
    var marks: [String] { asked.flatMap(SearchWords.pieces) }
}

extension SearchQuery {
    /// Narrowed to what was chosen beside the list.
    func narrowed(_ facets: [String]) -> SearchQuery { facets.reduce(self) { $0.and(anyOf: [$1]) } }
}
