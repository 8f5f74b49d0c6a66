/// What came of replaying one path in a net: how many tokens it took and put, how many it lacked and how many it left behind
/// (Rozinat and van der Aalst 2008).
public struct Replay: Sendable, Hashable {
    /// One thing that was not as drawn.
    public struct Deviation: Sendable, Hashable, Codable {
        /// What kind of thing.
        public enum Kind: String, Sendable, CaseIterable, Codable {
            /// A step was done when it was not its turn.
            case outOfTurn = "early"
            /// The drawing does not have this step.
            case notDrawn = "unknown"
            /// The case ended while this step was still to be done.
            case leftOpen = "open"
        }

        /// What kind of thing.
        public let kind: Kind
        /// Which step.
        public let step: String

        /// A deviation.
        public init(_ kind: Kind, _ step: String) { (self.kind, self.step) = (kind, step) }
    }

    /// Tokens that were put.
    public internal(set) var produced = 0
    /// Tokens that were taken.
    public internal(set) var consumed = 0
    /// Tokens that were lacking and had to be lent.
    public internal(set) var missing = 0
    /// Tokens left behind at the end.
    public internal(set) var remaining = 0
    /// What was not as drawn, each once.
    public internal(set) var deviations: [Deviation] = []

    /// Whether the path is one the drawing allows.
    public var isFit: Bool { missing == 0 && remaining == 0 && deviations.isEmpty }

    /// From 0 to 1, where 1 is as drawn.
    public var fitness: Double { Self.fitness(missing, consumed, remaining, produced) }

    static func fitness(_ missing: Int, _ consumed: Int, _ remaining: Int, _ produced: Int) -> Double {
        guard consumed > 0, produced > 0 else { return 1 }
        return (1 - Double(missing) / Double(consumed)) / 2 + (1 - Double(remaining) / Double(produced)) / 2
    }
}

/// Replays paths in a net.
public struct TokenReplay: Sendable {
    /// Paths whose replay is kept, so that the next case that took one costs nothing.
    private static let mostKept = 2_000

    private let net: PetriNet
    private var kept: [[String]: Replay] = [:]

    /// A replay in this net.
    public init(_ net: PetriNet) { self.net = net }

    /// What comes of a path.
    public mutating func replay(_ path: [String]) -> Replay {
        if let known = kept[path] { return known }
        var run = ReplayRun(net)
        for step in path { run.take(step) }
        run.finish(path)
        if kept.count < Self.mostKept { kept[path] = run.replay }
        return run.replay
    }
}

/// One path on its way through a net.
private struct ReplayRun {
    let net: PetriNet
    var replay = Replay()
    private var marking = Marking([PetriNet.source])

    init(_ net: PetriNet) {
        self.net = net
        replay.produced = 1
    }

    /// A step was done.
    mutating func take(_ step: String) {
        guard let number = net.steps[step] else { return note(.notDrawn, step) }
        let transition = net.transitions[number]
        if let way = SilentSearch(net: net).way(from: marking, until: { $0.allows(transition) }) {
            for one in way { fire(one) }
        } else {
            let missing = marking.missing(for: transition)
            replay.missing += missing.count
            marking.put(missing)
            note(.outOfTurn, step)
        }
        fire(number)
    }

    /// The case is over.
    mutating func finish(_ path: [String]) {
        let end = Marking([PetriNet.sink])
        let search = SilentSearch(net: net)
        let way =
            search.way(from: marking) { $0 == end }
            ?? search.way(from: marking) { $0.contains(PetriNet.sink) } ?? []
        for one in way { fire(one) }
        if !marking.contains(PetriNet.sink) {
            replay.missing += 1
            marking.put([PetriNet.sink])
        }
        replay.consumed += 1
        replay.remaining = marking.tokens.count - 1
        noteOpen(path)
    }

    private mutating func fire(_ number: Int) {
        let transition = net.transitions[number]
        replay.consumed += transition.inputs.count
        replay.produced += transition.outputs.count
        marking.fire(transition)
    }

    /// A step that was never done and could be done now; or, where nothing can be named, that the end was not reached.
    private mutating func noteOpen(_ path: [String]) {
        let search = SilentSearch(net: net)
        let left = Marking(marking.tokens.filter { $0 != PetriNet.sink })
        guard !left.tokens.isEmpty else { return }
        for (step, number) in net.steps.sorted(by: { $0.key < $1.key }) where !path.contains(step) {
            let transition = net.transitions[number]
            let isDirect = left.allows(transition)
            if isDirect
                || search.way(from: left, until: { $0.allows(transition) }).map({ $0.count <= 1 }) == true
            {
                note(.leftOpen, step)
            }
        }
    }

    private mutating func note(_ kind: Replay.Deviation.Kind, _ step: String) {
        let deviation = Replay.Deviation(kind, step)
        if !replay.deviations.contains(deviation) { replay.deviations.append(deviation) }
    }
}
