import Synchronization
import Web
import WorkingTime

/// What was read since it was last written down, in the memory of this node: reading stays reading. It knows pages and
/// days, not people.
///
/// A visit costs one short lock. Memory is bounded: beyond `mostPages` pages are counted together.
final class Tally: Sendable {
    /// A page of a day.
    struct Key: Sendable, Hashable, Comparable {
        let day: CivilDate
        let path: String

        static func < (a: Key, b: Key) -> Bool { (a.day, a.path) < (b.day, b.path) }
    }

    private struct State {
        var counts: [Key: Counts] = [:]
        /// What programs call themselves: there are few of them, and to look for robots in a name takes time.
        var robots: [String: Bool] = [:]
        var kinds: [String: CountingRules.Kind] = [:]
    }

    private let rules: CountingRules
    private let mostPages: Int
    private static let mostAgents = 2_000
    /// Where pages are counted when there are too many.
    static let others = "…"
    private let state = Mutex(State())

    init(_ rules: CountingRules, mostPages: Int = 10_000) {
        (self.rules, self.mostPages) = (rules, mostPages)
    }

    /// Counts a visit, unless a robot made it or the page is not counted.
    func add(_ visit: Visit) {
        let day = visit.at.day
        state.withLock { state in
            let kind = kind(of: visit.route, &state)
            guard kind != .leftOut, !isRobot(visit.agent, &state) else { return }
            var counts = Counts()
            if visit.isFile { counts.downloads = 1 } else { counts.visits = 1 }
            if kind == .search, visit.uri.contains(/[?&]q=[^&]/) { counts.searches = 1 }
            add(counts, to: Key(day: day, path: CountingRules.path(of: visit, as: kind)), &state)
        }
    }

    /// Counts how far somebody read, in quarters from 1 to 4.
    func add(depth: Int, of path: String, by agent: String?, at now: Instant) {
        guard (1...4).contains(depth), rules.keepsAddress(path) else { return }
        state.withLock { state in
            guard !isRobot(agent, &state) else { return }
            var counts = Counts()
            counts.depths[depth - 1] = 1
            add(counts, to: Key(day: now.day, path: path), &state)
        }
    }

    /// Takes everything that was counted.
    func take() -> [Key: Counts] {
        state.withLock { state in
            defer { state.counts = [:] }
            return state.counts
        }
    }

    /// Gives back what could not be written down.
    func giveBack(_ counts: [Key: Counts]) {
        state.withLock { state in for (key, counts) in counts { add(counts, to: key, &state) } }
    }

    private func add(_ counts: Counts, to key: Key, _ state: inout State) {
        let isNew = state.counts[key] == nil && state.counts.count >= mostPages
        state.counts[isNew ? Key(day: key.day, path: Self.others) : key, default: Counts()] += counts
    }

    private func kind(of route: String, _ state: inout State) -> CountingRules.Kind {
        if let kind = state.kinds[route] { return kind }
        let kind = rules.kind(ofRoute: route)
        state.kinds[route] = kind
        return kind
    }

    private func isRobot(_ agent: String?, _ state: inout State) -> Bool {
        guard let agent else { return true }
        if let known = state.robots[agent] { return known }
        if state.robots.count >= Self.mostAgents { state.robots = [:] }
        let isRobot = rules.isRobot(agent)
        state.robots[agent] = isRobot
        return isRobot
    }
}
