/// How often something was read.
struct Counts: Sendable, Hashable {
    var visits = 0
    var searches = 0
    var downloads = 0
    /// Of how many visits it is known that the reader came as far as each quarter, the first to the last.
    var depths = [0, 0, 0, 0]

    static func += (counts: inout Counts, more: Counts) {
        counts.visits += more.visits
        counts.searches += more.searches
        counts.downloads += more.downloads
        for quarter in counts.depths.indices { counts.depths[quarter] += more.depths[quarter] }
    }

    /// How many visits are known to have come so far, of those of which anything is known.
    var known: Int { depths.reduce(0, +) }

    /// The share that came to the end, in percent; nil as long as nothing is known.
    var readToTheEndPercent: Int? { known == 0 ? nil : depths[3] * 100 / known }
}
