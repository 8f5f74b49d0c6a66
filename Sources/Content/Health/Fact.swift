/// Something about a site that can be known from our own tables, and that a rule of inspection may ask for.
enum Fact: String, Codable, Sendable, CaseIterable {
    /// Days since anything was published in the site.
    case homeIdleDays = "home_idle_days"
    /// Columns of news, notices and policies that are past the inspectors' period.
    case staleTimelyColumns = "stale_timely_columns"
    /// Columns past their own period.
    case staleColumns = "stale_columns"
    /// Columns with nothing in them.
    case emptyColumns = "empty_columns"
    /// Links to pages of the house that are not there.
    case deadLinks = "dead_links"
    /// Words that should not be used.
    case wrongWords = "wrong_words"
    /// Whether the newest document is not found by its title: 1 or 0.
    case searchFails = "search_fails"
    /// Requests that wait for an answer longer than they should.
    case slowReplies = "slow_replies"
    /// Requests that wait so long that it is a veto.
    case lateReplies = "late_replies"
    /// Corrections of readers that are past their limit.
    case lateCorrections = "late_corrections"
}

/// What stands behind a figure: a column, a document, a link.
struct Evidence: Codable, Sendable, Hashable {
    let words: String
    /// Where it can be seen; nil where there is no page.
    var path: String?
}

/// A fact as it was found.
struct Measurement: Codable, Sendable, Hashable {
    let count: Int
    /// Some of it, when there is much.
    let evidence: [Evidence]

    /// So much evidence is shown.
    static let shown = 50

    init(count: Int, evidence: [Evidence]) {
        (self.count, self.evidence) = (count, Array(evidence.prefix(Self.shown)))
    }

    init(_ evidence: [Evidence]) { self.init(count: evidence.count, evidence: evidence) }
}
