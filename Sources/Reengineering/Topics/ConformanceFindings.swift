import BusinessProcess
import Cases
import ProcessMining

/// How far cases went as drawn, in each version of the drawings they ran on.
struct ConformanceFindings: Sendable, Codable {
    /// Also those that cannot be replayed, without figures.
    private(set) var drawings: [DrawnVersion: ConformanceStatistics] = [:]
    /// What steps are called.
    private(set) var names: [String: String] = [:]

    /// Looks at one more case; one that is under way is left out.
    mutating func add(_ trace: CaseTrace, _ key: ProcessKey?, by replays: inout Replays) {
        guard trace.closedAt != nil else { return }
        for event in trace.events { names[event.step] = event.name }
        guard let key, let outcome = replays.outcome(of: trace, on: key) else { return }
        let version = DrawnVersion(key)
        if case .replayed(let replay) = outcome {
            drawings[version, default: ConformanceStatistics()].add(replay, of: trace.number)
        } else {
            drawings[version] = ConformanceStatistics()
        }
    }

    /// What was not as drawn, whatever the version.
    var deviations: [Replay.Deviation: ConformanceStatistics.Departure] {
        drawings.values.reduce(into: [:]) { sums, statistics in
            for (deviation, departure) in statistics.deviations {
                sums[deviation, default: .init()].merge(departure)
            }
        }
    }
}

/// Replays cases in the drawings they ran on; each drawing is made a net once.
struct Replays: Sendable {
    enum Outcome {
        /// What the net has no words for.
        case unspeakable(Unspeakable)
        case replayed(Replay)
    }

    private enum Drawing {
        case missing
        case unspeakable(Unspeakable)
        case net(TokenReplay)
    }

    private let library: ProcessLibrary
    private var drawings: [ProcessKey: Drawing] = [:]

    init(_ library: ProcessLibrary) { self.library = library }

    /// What comes of one case; nil where its drawing is nowhere to be found.
    mutating func outcome(of trace: CaseTrace, on key: ProcessKey) -> Outcome? {
        switch drawings[key] ?? Self.drawing(library.definition(key)) {
        case .missing:
            drawings[key] = .missing
            return nil
        case .unspeakable(let what):
            drawings[key] = .unspeakable(what)
            return .unspeakable(what)
        case .net(var net):
            let replay = net.replay(trace.path)
            drawings[key] = .net(net)
            return .replayed(replay)
        }
    }

    private static func drawing(_ definition: ProcessDefinition?) -> Drawing {
        guard let definition else { return .missing }
        do throws(Unspeakable) {
            return .net(TokenReplay(try PetriNet(definition)))
        } catch {
            return .unspeakable(error)
        }
    }
}
