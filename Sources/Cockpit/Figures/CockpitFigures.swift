import WorkingTime

/// All that the page shows, as it was at one moment.
struct CockpitFigures: Codable, Sendable, Hashable {
    /// Of an organ, of a street, of what it is about.
    struct Group: Codable, Sendable, Hashable {
        let key: String
        var name = ""
        var open = 0
        var overdue = 0
        var near = 0
        var cards = 0

        /// The order in which they are read: the worst first.
        static func isWorse(_ one: Group, _ other: Group) -> Bool {
            (other.overdue, other.cards, other.near, other.open, one.key)
                < (one.overdue, one.cards, one.near, one.open, other.key)
        }
    }

    /// What a day or a month brought.
    struct Stretch: Codable, Sendable, Hashable {
        /// `2026-11-24` or `2026-11`.
        let key: String
        var filed = 0
        var decided = 0
        var late = 0
    }

    /// What more and more people come about.
    struct Rise: Codable, Sendable, Hashable {
        let key: String
        let name: String
        /// In the last seven days, and in the seven before.
        let now: Int
        let before: Int
    }

    let at: Instant
    /// What is due before is about to be overdue.
    let near: Instant
    var open = 0
    var overdue = 0
    var nearly = 0
    var orders = 0
    var red = 0
    var yellow = 0
    var organs: [Group] = []
    var topics: [Group] = []
    var streets: [Group] = []
    var rises: [Rise] = []
    var days: [Stretch] = []
    var months: [Stretch] = []

    /// Where the cases behind a number are listed: as of the moment it was counted at. Whoever reads for a while
    /// follows the number they see, though all was counted anew meanwhile.
    func cases(_ figure: String, _ more: String = "") -> String {
        "\(CockpitPath.cases)?figure=\(figure)\(more)&at=\(at.milliseconds)"
    }

    /// What came in about something in the seven days up to the count, or in seven days before them.
    func week(of rise: Rise, before days: Int = 0) -> String {
        let last = at.day.adding(days: -days)
        return cases("filed", "&topic=\(rise.key)&from=\(last.adding(days: -6).iso)&until=\(last.iso)")
    }

    /// What this week rises: at least five more than the week before, and half as much again.
    static func rises(_ days: [CountedDay], today: CivilDate, limit: Int = 5) -> [Rise] {
        func sum(_ from: Int, _ until: Int) -> [String: (name: String, count: Int)] {
            let span = today.adding(days: from)...today.adding(days: until)
            return days.filter { span.contains($0.day) }.flatMap(\.topics).reduce(into: [:]) { sums, topic in
                sums[topic.key, default: (topic.name, 0)].count += topic.count
            }
        }
        let (week, before) = (sum(-6, 0), sum(-13, -7))
        return week.map { key, value in
            Rise(key: key, name: value.name, now: value.count, before: before[key]?.count ?? 0)
        }
        .filter { $0.now - $0.before >= 5 && $0.now * 2 >= $0.before * 3 }
        .sorted { ($1.now - $1.before, $0.key) < ($0.now - $0.before, $1.key) }
        .prefix(limit).map(\.self)
    }

    /// Months of the days, oldest first.
    static func months(_ days: [CountedDay]) -> [Stretch] {
        Dictionary(grouping: days) { String($0.day.iso.prefix(7)) }.map { key, days in
            Stretch(
                key: key, filed: days.reduce(0) { $0 + $1.filed },
                decided: days.reduce(0) { $0 + $1.decided },
                late: days.reduce(0) { $0 + $1.late })
        }.sorted { $0.key < $1.key }.suffix(12)
    }
}

/// What one day brought, as it is kept.
struct CountedDay: Sendable, Hashable {
    struct Topic: Codable, Sendable, Hashable {
        let key: String
        let name: String
        let count: Int
    }

    let day: CivilDate
    let filed: Int
    let decided: Int
    let late: Int
    let topics: [Topic]
    let isFinal: Bool
}
