import WorkingTime

/// A month, a quarter or a year that is assessed: `2026-11`, `2026-Q4`, `2026`.
struct Period: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable, Decodable, Comparable {
        case month, quarter, year

        static func < (one: Kind, other: Kind) -> Bool { one.months < other.months }

        var chinese: String {
            switch self {
            case .month: "月度"
            case .quarter: "季度"
            case .year: "年度"
            }
        }
        /// When something that is counted from this length on counts: `季度、年度才计`.
        var longerWords: String {
            Kind.allCases.filter { $0 >= self }.map(\.chinese).joined(separator: "、") + "才计"
        }
        fileprivate var months: Int { self == .month ? 1 : self == .quarter ? 3 : 12 }
    }

    let kind: Kind
    let year: Int
    /// Which one of its kind in the year, from 1.
    let place: Int

    private init(kind: Kind, year: Int, place: Int) {
        (self.kind, self.year, self.place) = (kind, year, place)
    }

    /// The one of a kind with this day in it.
    init(_ kind: Kind, of day: CivilDate) {
        self.init(kind: kind, year: day.year, place: (day.month - 1) / kind.months + 1)
    }

    /// nil for anything else.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(20[0-9]{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?/),
            let year = Int(match.1)
        else { return nil }
        if let quarter = match.2.flatMap({ Int($0) }) {
            self.init(kind: .quarter, year: year, place: quarter)
        } else if let month = match.3.flatMap({ Int($0) }) {
            self.init(kind: .month, year: year, place: month)
        } else {
            self.init(kind: .year, year: year, place: 1)
        }
    }

    var text: String {
        switch kind {
        case .month: "\(year)-\(place < 10 ? "0" : "")\(place)"
        case .quarter: "\(year)-Q\(place)"
        case .year: "\(year)"
        }
    }

    var chinese: String {
        switch kind {
        case .month: "\(year)年\(place)月"
        case .quarter: "\(year)年第\(["一", "二", "三", "四"][place - 1])季度"
        case .year: "\(year)年"
        }
    }

    /// What the one before is called in sentences: `上月`.
    var previousWord: String {
        switch kind {
        case .month: "上月"
        case .quarter: "上季度"
        case .year: "上年"
        }
    }

    var first: CivilDate {
        let month = (place - 1) * kind.months + 1
        return CivilDate(iso: "\(year)-\(month < 10 ? "0" : "")\(month)-01") ?? .first
    }
    var last: CivilDate { first.adding(months: kind.months).adding(days: -1) }
    var days: Int { last.days(since: first) + 1 }
    /// From the first moment, up to and without the end.
    var start: Instant { first.startOfDay }
    var end: Instant { last.adding(days: 1).startOfDay }
    var previous: Period { Period(kind, of: first.adding(days: -1)) }
    /// The shorter periods whose corrections are its own too: months, and quarters of a year.
    var parts: [Period] {
        switch kind {
        case .month: []
        case .quarter: months
        case .year: months + (0..<4).map { Period(.quarter, of: first.adding(months: 3 * $0)) }
        }
    }
    /// The months it consists of.
    var months: [Period] {
        (0..<kind.months).map { Period(.month, of: first.adding(months: $0)) }
    }
}
