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

    init(_ material: FigureMaterial, _ rules: FigureRules) {
        words = HotWords(stops: rules.words.stops)
            .hottest(
                material.recent.filter { !$0.isJoined }.map(\.title), before: material.before.map(\.title),
                shown: rules.words.shown
            ).map { Count(name: $0.word, count: $0.count) }
        compared = material.season.map { Compared(from: $0.from, through: $0.through) }
        groups = Self.groups(material.recent, alike: Double(rules.repeated.percent) / 100)
        let tallies = material.tallies
        (months, topics, places) = (tallies.months, tallies.topics, tallies.places)
        rises = Self.rises(tallies.weeks, rules.warning)
    }

    /// Of the same topic in the same place, in like words; the newest gives the title.
    private static func groups(_ all: [Spoken], alike: Double) -> [Group] {
        let near = Dictionary(grouping: all) { [$0.topic, $0.place] }
        let found = near.values.flatMap { some -> [Group] in
            let wordings = some.map { Wording($0.title) }
            var groups = WordingGroups(of: wordings, alike: alike)
            let members = Dictionary(grouping: zip(some, wordings)) { groups.place($0.1) }
            return members.values.filter { $0.count > 1 }.map { said in
                let first = said[0].0
                return Group(topic: first.topic, place: first.place, title: first.title, count: said.count)
            }
        }
        return Array(found.sorted { ($0.count, $1.title) > ($1.count, $0.title) }.prefix(20))
    }

    /// This week against the mean and the deviation of the weeks before.
    static func rises(_ weeks: [String: [Int]], _ rule: FigureRules.Warning) -> [Rise] {
        let rises = weeks.compactMap { topic, counts -> Rise? in
            guard let now = counts.first, counts.count > 1 else { return nil }
            let before = Array(counts.dropFirst())
            let mean = Double(before.reduce(0, +)) / Double(before.count)
            let variance = before.reduce(0) { $0 + pow(Double($1) - mean, 2) } / Double(before.count)
            let bound = mean + rule.deviations * max(1, variance.squareRoot())
            guard now >= rule.least, Double(now) > bound else { return nil }
            return Rise(topic: topic, count: now, before: before)
        }
        return rises.sorted { ($0.count, $1.topic) > ($1.count, $0.topic) }
    }
}
