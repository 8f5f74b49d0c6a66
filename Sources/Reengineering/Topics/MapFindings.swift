import Cases
import ProcessMining

/// The paths that finished cases really took, and the drawing the newest of them ran on.
struct MapFindings: Sendable, Codable {
    private(set) var graph = PathGraph()
    private(set) var newest: DrawnVersion?

    /// Looks at one more case; they come in the order they were filed.
    mutating func add(_ trace: CaseTrace, _ key: ProcessKey?) {
        graph.add(trace)
        if trace.closedAt != nil, let key { newest = DrawnVersion(key) }
    }
}
