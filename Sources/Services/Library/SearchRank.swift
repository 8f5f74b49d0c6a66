/// How well an item answers a search: the words in its name count most, then what people call it, then the
/// summary.
struct SearchRank: Sendable {
    private let name: SearchTerms
    private let keywords: SearchTerms
    private let summary: SearchTerms
    private let whole: String

    init(_ item: ServiceItem, code: String) {
        name = SearchTerms(item.name)
        keywords = SearchTerms(item.keywords.joined(separator: " "))
        summary = SearchTerms(item.summary)
        whole = ([item.name, item.summary, code, item.slug] + item.keywords).joined(separator: "\n")
            .lowercased()
    }

    /// Less than this share of the wanted terms is an accident of two common characters.
    private static let least = 0.25

    /// The score, or nil when the item does not answer. A text that contains the words as they were typed
    /// always answers, also a single character or the beginning of a code.
    func score(_ words: String) -> Double? {
        let wanted = SearchTerms(words)
        let shares = [(name, 3.0), (keywords, 2.0), (summary, 1.0)].map { ($0.0.share(of: wanted), $0.1) }
        let best = shares.map(\.0).max() ?? 0
        let literal = whole.contains(words.lowercased())
        guard literal || best >= Self.least else { return nil }
        return shares.reduce(literal ? 3 : 0) { $0 + $1.0 * $1.1 }
    }
}
