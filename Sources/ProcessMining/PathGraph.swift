import WorkingTime

/// Which step followed which in finished cases, from coming in to the end, how often and after how long (a directly-follows
/// graph).
public struct PathGraph: Sendable, Codable {
    /// Where a case stands between two completions; the ends have no element.
    public enum Node: Sendable, Hashable, Codable {
        /// It came in.
        case start
        /// A step was done.
        case step(String)
        /// It was over.
        case end
    }

    /// From one to the next.
    public struct Edge: Sendable, Hashable, Codable {
        /// What was before.
        public let from: Node
        /// What came next.
        public let to: Node

        /// From one to the next.
        public init(_ from: Node, _ to: Node) { (self.from, self.to) = (from, to) }
    }

    /// How often each was come by.
    public private(set) var nodes: [Node: Int] = [:]
    /// How long it took from one to the next, in seconds of natural time.
    public private(set) var edges: [Edge: Spread] = [:]
    /// What steps are called.
    public private(set) var names: [String: String] = [:]
    private var places: [Node: Int] = [:]

    /// Nothing looked at yet.
    public init() {}

    /// Looks at one more case; one that is under way is left out.
    public mutating func add(_ trace: CaseTrace) {
        guard let closedAt = trace.closedAt else { return }
        var (before, since) = (Node.start, trace.filedAt)
        nodes[.start, default: 0] += 1
        for (place, event) in trace.events.enumerated() {
            names[event.step] = event.name
            nodes[.step(event.step), default: 0] += 1
            places[.step(event.step), default: 0] += place
            edges[Edge(before, .step(event.step)), default: Spread()].add(max(0, event.doneAt - since))
            (before, since) = (.step(event.step), event.doneAt)
        }
        nodes[.end, default: 0] += 1
        edges[Edge(before, .end), default: Spread()].add(max(0, closedAt - since))
    }

    /// The steps, those that come early in most cases first.
    var order: [Node] {
        nodes.keys.filter { $0 != .start && $0 != .end }
            .map { ($0, Double(places[$0] ?? 0) / Double(max(1, nodes[$0] ?? 1))) }
            .sorted { ($0.1, $0.0.key) < ($1.1, $1.0.key) }.map(\.0)
    }

    /// What is come by most: no more nodes and edges than can be drawn.
    public func most(nodes mostNodes: Int, edges mostEdges: Int) -> PathGraph {
        var cut = self
        let kept = nodes.sorted {
            (Self.rank($0.key), $0.value, $1.key.key) > (Self.rank($1.key), $1.value, $0.key.key)
        }
        cut.nodes = Dictionary(uniqueKeysWithValues: kept.prefix(mostNodes).map { ($0.key, $0.value) })
        let ways = edges.filter { cut.nodes[$0.key.from] != nil && cut.nodes[$0.key.to] != nil }
            .sorted { ($0.value.count, $1.key.words) > ($1.value.count, $0.key.words) }
        cut.edges = Dictionary(uniqueKeysWithValues: ways.prefix(mostEdges).map { ($0.key, $0.value) })
        return cut
    }

    private static func rank(_ node: Node) -> Int { node == .start || node == .end ? 1 : 0 }
}

extension PathGraph.Node {
    /// A name that tells nodes apart.
    public var key: String {
        switch self {
        case .start: "\u{0}"
        case .step(let step): step
        case .end: "\u{10FFFF}"
        }
    }
}

extension PathGraph.Edge {
    var words: String { "\(from.key) \(to.key)" }
}
