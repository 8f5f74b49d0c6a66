import Refusals
import Search
import Storage

/// What was found, tier by tier: all words in the title before all words anywhere, each the newest first; a page is read
/// along the index and no further.
struct Tiers {
    let words: InquiryWords
    let facets: [String]
    static let pageSize = 20

    private enum Tier: String {
        case title, text
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
    }

    /// The ids of a page.
    func page(after: String?, in tx: Transaction) throws -> Slice<Int64> {
        let place = try after.map(Place.init) ?? Place(.title, before: .max)
        let limit = Self.pageSize + 1
        var found: [(id: Int64, tier: Tier)] = []
        if place.tier == .title {
            let ids = try newest(words.inTitle, before: place.before, limit, in: tx)
            found = ids.map { (id: $0, tier: Tier.title) }
        }
        if found.count < limit {
            let before = place.tier == .text ? place.before : .max
            let rest = words.anywhere.excluding(words.inTitle)
            let ids = try newest(rest, before: before, limit - found.count, in: tx)
            found += ids.map { (id: $0, tier: Tier.text) }
        }
        let slice = Slice(fetched: found, size: Self.pageSize) { Cursor(key: $0.tier.rawValue, id: $0.id) }
        return slice.map { $0.id }
    }

    /// What is counted for the facets: the newest, whatever their tier.
    ///
    /// - Parameter all: everything there is, when that stood on one page.
    func counted(_ all: [Int64]?, in tx: Transaction) throws -> Facets {
        if let all { return try HitStore.facets(all, in: tx) }
        let ids = try newest(words.anywhere, before: .max, Facets.limit, in: tx)
        return try HitStore.facets(ids, in: tx)
    }

    private func newest(_ query: SearchQuery, before: Int64, _ limit: Int, in tx: Transaction) throws
        -> [Int64]
    {
        try SearchIndex.words.newest(query.narrowed(facets), before: before, limit: limit, in: tx)
    }
}
