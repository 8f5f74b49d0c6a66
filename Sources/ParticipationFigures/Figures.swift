import Foundation
import Wordings
import WorkingTime

/// What people spoke of, counted: nobody's name is in it.
struct Figures: Codable, Sendable, Hashable {
    struct Count: Codable, Sendable, Hashable {
        let name: String
        let count: Int
    }

    /// The same said several times.
    struct Group: Codable, Sendable, Hashable {
        let topic: String
        let place: String
        let title: String
        let count: Int
    }

    /// A topic that rose unusually, and the numbers that show it.
    struct Rise: Codable, Sendable, Hashable {
        let topic: String
        let count: Int
        /// The weeks before, the last one first.
        let before: [Int]
    }

    /// With what hot words are compared: the same days of the year before, by their first and last.
    struct Compared: Codable, Sendable, Hashable {
        let from: CivilDate
        let through: CivilDate
    }

    let words: [Count]
    /// Nil where they are compared with all that is older, because too little is known of the year before.
    let compared: Compared?
    let groups: [Group]
    let months: [Count]
    let topics: [Count]
    let places: [Count]
    let rises: [Rise]

    /// - Parameters:
    ///   - all: what was spoken of in two years, the newest first.
    ///   - season: the same days of the year before, and what was spoken of then; nil where too little is known of it.
    init(
        _ all: [Spoken], season: (days: Season, spoken: [Spoken])? = nil, _ rules: FigureRules,
        at now: Instant
    ) {
        let recent = all.filter { now - $0.at < rules.repeated.days * 86_400 }
        let older = all.filter { now - $0.at >= rules.repeated.days * 86_400 }
        words = HotWords(stops: rules.words.stops)
            .hottest(
                recent.map(\.title), before: (season?.spoken ?? older).map(\.title),
                shown: rules.words.shown
            ).map { Count(name: $0.word, count: $0.count) }
        compared = (season?.days).map { Compared(from: $0.from, through: $0.through) }
        groups = Self.groups(recent, alike: Double(rules.repeated.percent) / 100)
        months = Self.months(all, until: now.day)
        topics = Self.counts(recent.map(\.topic))
        places = Self.counts(recent.map(\.place).filter { !$0.isEmpty })
        rises = Self.rises(all, rules.warning, at: now)
    }

    private static func counts(_ names: [String]) -> [Count] {
        let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return counts.map { Count(name: $0.key, count: $0.value) }
            .sorted { ($0.count, $1.name) > ($1.count, $0.name) }
    }

    /// Of the same topic in the same place, in like words; the newest gives the title.
    private static func groups(_ all: [Spoken], alike: Double) -> [Group] {
        let near = Dictionary(grouping: all.prefix(2_000)) { [$0.topic, $0.place] }
        let found = near.values.flatMap { some -> [Group] in
            var groups: [(first: Spoken, wording: Wording, count: Int)] = []
            for one in some {
                let wording = Wording(one.title)
                if let place = groups.firstIndex(where: { $0.wording.likeness(to: wording) >= alike }) {
                    groups[place].count += 1
                } else {
                    groups.append((one, wording, 1))
                }
            }
            return groups.filter { $0.count > 1 }.map {
                Group(topic: $0.first.topic, place: $0.first.place, title: $0.first.title, count: $0.count)
            }
        }
        return Array(found.sorted { ($0.count, $1.title) > ($1.count, $0.title) }.prefix(20))
    }

    /// The last thirteen months, so that one sees the same month of the year before.
    private static func months(_ all: [Spoken], until today: CivilDate) -> [Count] {
        let counts = all.reduce(into: [:]) { $0[$1.at.day.year * 12 + $1.at.day.month - 1, default: 0] += 1 }
        let last = today.year * 12 + today.month - 1
        return (last - 12...last).map { Count(name: "\($0 / 12)年\($0 % 12 + 1)月", count: counts[$0] ?? 0) }
    }

    /// This week against the mean and the deviation of the weeks before.
    static func rises(_ all: [Spoken], _ rule: FigureRules.Warning, at now: Instant) -> [Rise] {
        let topics = Dictionary(grouping: all, by: \.topic)
        let rises = topics.compactMap { topic, some -> Rise? in
            var weeks = [Int](repeating: 0, count: rule.weeks + 1)
            for one in some {
                let week = max(0, now - one.at) / (7 * 86_400)
                if week < weeks.count { weeks[week] += 1 }
            }
            let before = Array(weeks.dropFirst())
            let mean = Double(before.reduce(0, +)) / Double(before.count)
            let variance = before.reduce(0) { $0 + pow(Double($1) - mean, 2) } / Double(before.count)
            let bound = mean + rule.deviations * max(1, variance.squareRoot())
            guard weeks[0] >= rule.least, Double(weeks[0]) > bound else { return nil }
            return Rise(topic: topic, count: weeks[0], before: before)
        }
        return rises.sorted { ($0.count, $1.topic) > ($1.count, $0.topic) }
    }
}
