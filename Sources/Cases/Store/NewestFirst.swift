import Search
import Storage

/// A page of cases by words on PostgreSQL, whose index knows no order: the newest of the viewer's cases one by one, when
/// a word is frequent, then the index by spans, each time twice as many, when it is rare.
struct NewestFirst {
    private let listing: CaseListing
    private let words: SearchQuery
    /// One in so many of the newest cases is looked through first.
    private static let sample = 5

    init(_ listing: CaseListing, _ words: SearchQuery) {
        self.listing = listing
        self.words = words
    }

    func rows(in tx: Transaction) throws -> [Row] {
        guard let all = try listing.allSpans(in: tx) else { return [] }
        let horizon = Int64(try tx.count(listing.horizon(of: listing.nearby)))
        let near = max(WordSpan.of(horizon), all.lowerBound)...all.upperBound
        // A viewer whose newest cases are years apart has few, and the index gives them all.
        if horizon > 0, near.count <= 2, let page = try recent(near, since: horizon, in: tx) { return page }
        return try rows(near, of: all, in: tx)
    }

    /// The page, when the newest cases fill it. A few of them tell whether it is worth looking through the others.
    private func recent(_ near: ClosedRange<Int64>, since horizon: Int64, in tx: Transaction) throws -> [Row]?
    {
        let listing = listing.within(near)
        let few = max(listing.nearby / Self.sample, 1)
        let sample = try tx.rows(
            listing.recent(few, since: Int64(try tx.count(listing.horizon(of: few))), words))
        if sample.count >= listing.limit { return sample }
        guard sample.count * Self.sample >= listing.limit else { return nil }
        let recent = try tx.rows(listing.recent(listing.nearby, since: horizon, words))
        return recent.count >= listing.limit ? recent : nil
    }

    private func rows(_ near: ClosedRange<Int64>, of all: ClosedRange<Int64>, in tx: Transaction) throws
        -> [Row]
    {
        var (found, spans) = ([Row](), near)
        while true {
            let listing = listing.within(spans)
            found += try tx.rows(listing.query(of: listing.found(words)))
            guard found.count < listing.limit, spans.lowerBound > all.lowerBound else { break }
            let upper = spans.lowerBound - 1
            spans = max(upper - 2 * Int64(spans.count) + 1, all.lowerBound)...upper
        }
        return Array(found.prefix(listing.limit))
    }
}

extension CaseListing {
    func within(_ spans: ClosedRange<Int64>) -> CaseListing {
        var listing = self
        listing.spans = spans
        return listing
    }

    /// The spans of all cases older than the page before; nil when there are none.
    func allSpans(in tx: Transaction) throws -> ClosedRange<Int64>? {
        let row = try tx.row(
            """
            SELECT (SELECT min(id) FROM service_case) AS oldest,
                (SELECT max(id) FROM service_case WHERE id < \(before)) AS newest
            """)
        guard let oldest = try row?.optionalID("oldest"), let newest = try row?.optionalID("newest") else {
            return nil
        }
        return WordSpan.of(min(oldest, newest))...WordSpan.of(newest)
    }
}
