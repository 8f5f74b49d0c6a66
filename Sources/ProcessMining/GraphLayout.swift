/// Where the nodes of a graph stand: in rows from above to below, each step under those it follows.
public struct GraphLayout: Sendable {
    /// The rows, from coming in to the end.
    public let rows: [[PathGraph.Node]]
    private let row: [PathGraph.Node: Int]

    /// Puts a graph in order. An arrow that leads against the usual order does not push what it leads to down.
    public init(_ graph: PathGraph) {
        let order = [.start] + graph.order + [.end]
        let place = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        var row: [PathGraph.Node: Int] = [.start: 0]
        let incoming = Dictionary(grouping: graph.edges.keys, by: \.to)
        for (number, node) in order.enumerated() where node != .start {
            let above = (incoming[node] ?? []).filter { (place[$0.from] ?? number) < number }
            row[node] = 1 + (above.compactMap { row[$0.from] }.max() ?? 0)
        }
        row[.end] = 1 + (row.filter { $0.key != .end }.values.max() ?? 0)
        self.row = row
        rows = Dictionary(grouping: order, by: { row[$0] ?? 0 }).sorted { $0.key < $1.key }.map(\.value)
    }

    /// How many rows an arrow leads down; none or fewer for one that leads back.
    public func depth(of edge: PathGraph.Edge) -> Int { (row[edge.to] ?? 0) - (row[edge.from] ?? 0) }
}
