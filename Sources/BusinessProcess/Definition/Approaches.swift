extension ProcessGraph {
    /// For each inclusive gateway that joins: by which of its ways in a token elsewhere can still come (BPMN 2.0,
    /// §13.4.3).
    ///
    /// Nobody waits for a token that can come by every way, one of which has a token already: in a long process
    /// that is nearly every node, and they are left out.
    func findApproaches() -> [Int: [Int: [Int]]] {
        var search = BackwardSearch(self)
        var found: [Int: [Int: [Int]]] = [:]
        for (number, vertex) in vertices.enumerated() where vertex.isInclusive && vertex.incoming.count > 1 {
            found[number] = search.approach(to: number)
        }
        return found
    }
}

/// Goes back along the arrows; what it writes down is used again for the next gateway.
private struct BackwardSearch {
    private let graph: ProcessGraph
    /// The last search that came by each node.
    private var seen: [Int]
    /// By how many ways in the gateway of this search can be reached from each node.
    private var ways: [Int]
    private var searches = 0

    init(_ graph: ProcessGraph) {
        self.graph = graph
        seen = Array(repeating: 0, count: graph.vertices.count)
        ways = seen
    }

    mutating func approach(to gateway: Int) -> [Int: [Int]] {
        let entrances = graph[gateway].incoming
        let behind = entrances.map { nodes(behind: $0, of: gateway) }
        for number in behind.joined() { ways[number] += 1 }
        var approach: [Int: [Int]] = [:]
        for (entrance, numbers) in zip(entrances, behind) {
            for number in numbers where ways[number] < entrances.count {
                approach[number, default: []].append(entrance)
            }
        }
        for number in behind.joined() { ways[number] = 0 }
        return approach
    }

    /// Backwards from a way in, never through the gateway itself.
    private mutating func nodes(behind entrance: Int, of gateway: Int) -> [Int] {
        searches += 1
        seen[gateway] = searches
        var found: [Int] = []
        var next = [graph.flows[entrance].source]
        while let number = next.popLast() {
            guard seen[number] != searches else { continue }
            seen[number] = searches
            found.append(number)
            let vertex = graph[number]
            for way in vertex.incoming { next.append(graph.flows[way].source) }
            if let host = vertex.node.boundary.flatMap({ graph.index[$0.attachedTo] }) { next.append(host) }
        }
        return found
    }
}
