import Refusals
import Search
import Storage

/// What was found, tier by tier: all words in the title before all words anywhere, each the newest first; a page is read
/// along the index and no further.
struct Tiers {
    let words: InquiryWords
    let facets: [String]
    static let pageSize = 20
    /// So many are asked by themselves which of them are in the first tier.
    private static let few = 256

    private enum Tier: String {
        case title, text
    }

    private struct Found {
        let id: Int64
        let tier: Tier
    }

    private struct Place {
        let tier: Tier
        let before: Int64

        init(_ tier: Tier, before: Int64) { (self.tier, self.before) = (tier, before) }

        /// - Throws: `malformed` for a cursor that was cut or is of another list.
        init(_ text: String) throws {
            let cursor = try Cursor(text)
            guard let tier = Tier(rawValue: cursor.key) else {
                throw DomainError.malformed("翻页链接不完整或已失效，请回到第一页重新查看。")
            }
            self.init(tier, before: cursor.id)
        }

        /// Whether it comes before something that was found.
        func precedes(_ found: Found) -> Bool {
            found.tier == tier ? found.id < before : tier == .title
        }
    }

    /// The newest of everything there is, whatever its tier: what is counted for the facets. Asked first, since what
    /// stands rarely or nowhere goes through the whole index, and once is enough.
    func newest(in tx: Transaction) throws -> [Int64] {
        try newest(words.anywhere, before: .max, Facets.limit, in: tx)
    }

    /// The ids of a page.
    ///
    /// - Parameter newest: what ``newest(in:)`` gave.
    func page(of newest: [Int64], after: String?, in tx: Transaction) throws -> Slice<Int64> {
        let place = try after.map(Place.init) ?? Place(.title, before: .max)
        let limit = Self.pageSize + 1
        let found =
            newest.count <= Self.few
            ? try among(newest, after: place, limit, in: tx) : try along(place, limit, in: tx)
        let slice = Slice(fetched: found, size: Self.pageSize) { Cursor(key: $0.tier.rawValue, id: $0.id) }
        return slice.map { $0.id }
    }

    /// All of it is known: only which of it has the words in its title is asked.
    private func among(_ all: [Int64], after place: Place, _ limit: Int, in tx: Transaction) throws -> [Found]
    {
        let inTitle = try SearchIndex.words.newest(words.inTitle.narrowed(facets), among: all, in: tx)
        let isInTitle = Set(inTitle)
        let rest = all.filter { !isInTitle.contains($0) }
        let found = inTitle.map { Found(id: $0, tier: .title) } + rest.map { Found(id: $0, tier: .text) }
        return Array(found.filter(place.precedes).prefix(limit))
    }

    private func along(_ place: Place, _ limit: Int, in tx: Transaction) throws -> [Found] {
        var found: [Found] = []
        if place.tier == .title {
            let ids = try newest(words.inTitle, before: place.before, limit, in: tx)
            found = ids.map { Found(id: $0, tier: .title) }
        }
        guard found.count < limit else { return found }
        let before = place.tier == .text ? place.before : .max
        let rest = words.anywhere.excluding(words.inTitle)
        let ids = try newest(rest, before: before, limit - found.count, in: tx)
        return found + ids.map { Found(id: $0, tier: .text) }
    }

    private func newest(_ query: SearchQuery, before: Int64, _ limit: Int, in tx: Transaction) throws
        -> [Int64]
    {
        try SearchIndex.words.newest(query.narrowed(facets), before: before, limit: limit, in: tx)
    }
}
