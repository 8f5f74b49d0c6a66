import Search
import Services
import Storage
import WorkingTime

/// One thing that was found.
struct Hit: Sendable, Hashable {
    let id: Int64
    let source: String
    let key: String
    let kind: SearchKind
    let organ: String
    let site: String
    let title: String
    let summary: String
    let address: String
    let date: CivilDate
}

/// How many of what was found have which value.
struct Facets: Sendable, Hashable {
    /// One value and how often it stands there.
    struct Value: Sendable, Hashable {
        let value: String
        let count: Int
    }

    /// So many of the newest are counted.
    static let limit = 1_000

    var values: [SearchDocument.Facet: [Value]] = [:]
    /// How many were counted.
    var counted = 0
    /// Whether there may be more than were counted.
    var isPartial: Bool { counted >= Self.limit }
}

/// What is answered to an inquiry.
struct Answer: Sendable {
    var bets: [BestBet] = []
    /// The services that answer best, and how many do.
    var services: [PublicService] = []
    var serviceCount = 0
    var hits: [Hit] = []
    /// Where the next page begins.
    var next: String?
    var facets = Facets()
    /// Whether `hits` have only some of the words.
    var isPartial = false
    /// 您是不是要找.
    var suggestions: [String] = []
    /// What is marked.
    var marks: [String] = []

    /// Whether nothing has what was asked.
    var isMiss: Bool { bets.isEmpty && services.isEmpty && (hits.isEmpty || isPartial) }
}
