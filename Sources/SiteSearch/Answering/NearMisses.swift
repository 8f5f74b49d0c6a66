import Search
import Services
import Storage

/// What helps when nothing has all the words: names that differ by a slip, and what has some of the words.
struct NearMisses {
    let typed: String
    let facets: [String]
    let catalogue: ServiceCatalogue
    let initials: PinyinInitials
    /// So many titles are compared.
    private static let compared = 200
    /// Less than this share of the pairs of characters is an accident.
    private static let least = 0.3

    /// 您是不是要找.
    func suggestions(_ synonyms: Synonyms, in tx: Transaction) throws -> [String] {
        let pieces = SearchWords.pieces(of: typed)
        guard pieces.count == 1, let word = pieces.first,
            let spelling = Spelling(word, initials: initials)
        else { return [] }
        let services = catalogue.services.flatMap { [$0.item.name] + $0.item.keywords }
        let names = services + synonyms.groups.flatMap(\.words)
        let titles = try titles(near: Array(word), in: tx)
        return spelling.suggestions(from: names + titles)
    }

    /// The newest titles that have all characters but one.
    private func titles(near word: [Character], in tx: Transaction) throws -> [String] {
        guard (3...8).contains(word.count) else { return [] }
        var ids: Set<Int64> = []
        for place in word.indices {
            let others = word.indices.filter { $0 != place }.map { [String(word[$0])] }
            guard let query = SearchQuery(groups: others)?.within([SearchDocument.titleScope]) else {
                continue
            }
            ids.formUnion(try SearchIndex.words.newest(query, limit: 20, in: tx))
        }
        return try HitStore.hits(ids.sorted(by: >), in: tx).map(\.title)
    }

    /// What has some of the words in its title, the most first, and among equals the newest.
    func partial(in tx: Transaction) throws -> [Hit] {
        let wanted = SearchWords.of(typed).filter { $0.count > 1 }
        guard wanted.count > 1, let query = SearchQuery(groups: [wanted])?.within([SearchDocument.titleScope])
        else { return [] }
        let ids = try SearchIndex.words.newest(query.narrowed(facets), limit: Self.compared, in: tx)
        let ranked = try HitStore.hits(ids, in: tx).map { hit in
            (hit, share(of: wanted, in: hit.title))
        }.filter { $0.1 >= Self.least }.sorted { ($0.1, $0.0.id) > ($1.1, $1.0.id) }
        return ranked.prefix(Tiers.pageSize).map(\.0)
    }

    private func share(of wanted: [String], in title: String) -> Double {
        let words = Set(SearchWords.of(SearchWords.plain(title)))
        return Double(wanted.count(where: words.contains)) / Double(wanted.count)
    }
}
