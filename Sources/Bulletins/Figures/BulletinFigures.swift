import WorkingTime

/// The figures a bulletin is written from. They are kept with it: years later its page shows the same.
public struct BulletinFigures: Codable, Sendable, Hashable {
    /// One organ, measured by the ruler that all are measured by.
    public struct Organ: Codable, Sendable, Hashable {
        let key: String
        let name: String
        /// Hundredths of a point; nil where nothing could be measured.
        let points: Int?
        /// The points of the period before.
        var before: Int?
        /// Named figures: `filed`, `promised_ended`, `red_cards` …
        var amounts: [String: Int]
        /// What has to be said of an organ that merged.
        let remark: String

        /// An organ with its figures.
        public init(key: String, name: String, points: Int?, amounts: [String: Int], remark: String) {
            (self.key, self.name, self.points) = (key, name, points)
            (self.amounts, self.remark) = (amounts, remark)
        }
    }

    /// Signals of one kind.
    public struct Signals: Codable, Sendable, Hashable {
        let name: String
        let level: String
        /// Those that were not taken back.
        let count: Int
        /// Those of them that no appeal can change any more; nil in what was kept before it was counted.
        private(set) var confirmed: Int?
        let withdrawn: Int

        /// Signals of a rule.
        public init(name: String, level: String, count: Int, confirmed: Int, withdrawn: Int) {
            (self.name, self.level, self.count) = (name, level, count)
            (self.confirmed, self.withdrawn) = (confirmed, withdrawn)
        }

        /// Cards that may still be appealed or whose appeal waits for its decision: they are counted, and no organ is named
        /// for them.
        var pending: Int { level == "yellow" || level == "red" ? count - (confirmed ?? count) : 0 }
    }

    /// What stood open at a moment.
    public struct Standing: Codable, Sendable, Hashable {
        /// In open data a number of milliseconds, which stays for programs that read it; new ones read ``asOf``.
        let at: Instant
        /// The same as RFC 3339 writes it; nil in what was published before it was there.
        private(set) var asOf: String?
        let open: Int
        let overdue: Int

        enum CodingKeys: String, CodingKey {
            case at, open, overdue
            case asOf = "as_of"
        }

        /// What stood open.
        public init(at: Instant, open: Int, overdue: Int) {
            (self.at, asOf, self.open, self.overdue) = (at, at.rfc3339, open, overdue)
        }
    }

    /// A month of the way here.
    struct Month: Codable, Sendable, Hashable {
        let month: String
        let filed: Int
    }

    let period: String
    /// Whether the figures were frozen when the bulletin was written.
    var frozen = false
    /// Months of the period that were not counted.
    var missingMonths = 0
    var totals: [String: Int] = [:]
    /// nil when there are none of the period before.
    var previous: [String: Int]?
    /// nil when there are none of the year before.
    var lastYear: [String: Int]?
    /// The best first; those that could not be measured at the end.
    var organs: [Organ] = []
    var signals: [Signals] = []
    /// The twelve months up to the end of the period.
    var months: [Month] = []
    var standing: Standing?

    enum CodingKeys: String, CodingKey {
        case period, frozen, totals, previous, organs, signals, months, standing
        case lastYear = "last_year"
        case missingMonths = "missing_months"
    }

    init(period: String) { self.period = period }

    /// Whether there is nothing to write about.
    var isEmpty: Bool { totals.values.allSatisfy { $0 == 0 } && signals.isEmpty }

    var ranked: [Organ] { organs.filter { $0.points != nil } }
    subscript(name: String) -> Int { totals[name] ?? 0 }
}
