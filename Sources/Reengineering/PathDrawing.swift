import ProcessMining
import Web

/// A graph of paths as a picture from above to below: the broader an arrow the more cases, the darker the longer it took.
struct PathDrawing {
    /// Nodes and arrows a picture has at most.
    static let mostNodes = 30
    static let mostEdges = 90
    static let (boxWidth, boxHeight, gap, lane, distance) = (150, 48, 26, 22, 118)
    static let colours = ["#8fb8e8", "#5c93d1", "#2f6fb5", "#0b4f9e", "#06305f"]

    let graph: PathGraph
    let layout: GraphLayout
    /// The arrows, the rarest first, so that the broad ones lie on top.
    let edges: [PathArrow]
    private let margins: (left: Int, right: Int)
    private let across: Int

    init(_ whole: PathGraph) {
        let graph = whole.most(nodes: Self.mostNodes, edges: Self.mostEdges)
        let layout = GraphLayout(graph)
        (self.graph, self.layout) = (graph, layout)
        edges = PathArrow.all(of: graph, in: layout)
        let back = edges.count { $0.lane < 0 }
        margins = ((back + 1) * Self.lane, (edges.count { $0.lane > 0 } + 2) * Self.lane)
        across = layout.rows.map(\.count).max() ?? 1
    }

    private var inner: Int { across * (Self.boxWidth + Self.gap) }
    var width: Int { margins.left + inner + margins.right }
    private var height: Int { layout.rows.count * Self.distance - Self.distance + Self.boxHeight + 40 }

    /// The middle of every box.
    private var centres: [PathGraph.Node: Point] {
        var centres: [PathGraph.Node: Point] = [:]
        for (number, row) in layout.rows.enumerated() {
            let first = margins.left + (inner - row.count * (Self.boxWidth + Self.gap)) / 2
            for (place, node) in row.enumerated() {
                centres[node] = Point(
                    x: first + place * (Self.boxWidth + Self.gap) + (Self.boxWidth + Self.gap) / 2,
                    y: 20 + Self.boxHeight / 2 + number * Self.distance)
            }
        }
        return centres
    }

    var svg: HTML {
        let centres = centres
        return """
            <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" aria-label="实际路径图，数据在下面的表里">\
            \(each: edges, { arrow($0, centres) })\(each: centres.sorted { ($0.value.y, $0.value.x) < ($1.value.y, $1.value.x) }, { box($0.key, $0.value) })</svg>
            """
    }

    private func box(_ node: PathGraph.Node, _ centre: Point) -> HTML {
        let isEnd = node == .start || node == .end
        return """
            <g><title>\(graph.title(node))：\(graph.nodes[node] ?? 0) 次</title>\
            <rect x="\(centre.x - Self.boxWidth / 2)" y="\(centre.y - Self.boxHeight / 2)" width="\(Self.boxWidth)" \
            height="\(Self.boxHeight)" rx="\(isEnd ? 24 : 6)" fill="\(isEnd ? "#eef2f7" : "#ffffff")" stroke="#1b2430"/>\
            <text x="\(centre.x)" y="\(centre.y - 3)" text-anchor="middle" font-size="14" fill="#1b2430">\(Self.short(graph.title(node)))</text>\
            <text x="\(centre.x)" y="\(centre.y + 15)" text-anchor="middle" font-size="12" fill="#4a5563">\(graph.nodes[node] ?? 0) 次</text></g>
            """
    }

    private static func short(_ words: String) -> String { words.count > 10 ? "\(words.prefix(9))…" : words }

    private func arrow(_ arrow: PathArrow, _ centres: [PathGraph.Node: Point]) -> HTML {
        guard let from = centres[arrow.edge.from], let to = centres[arrow.edge.to] else { return .empty }
        let side =
            arrow.lane < 0
            ? margins.left + arrow.lane * Self.lane : margins.left + inner + arrow.lane * Self.lane
        let way =
            arrow.lane == 0
            ? PathLine.down(from, to) : PathLine.around(from, to, by: side, isLeft: arrow.lane < 0)
        let words = "\(graph.title(arrow.edge.from)) → \(graph.title(arrow.edge.to))"
        return """
            <g><title>\(words)：\(arrow.count) 次，中位数 \(NaturalTime.words(arrow.seconds))</title>\
            <path d="\(way.path)" fill="none" stroke="\(Self.colours[arrow.darkness])" stroke-width="\(arrow.breadth)"/>\
            <path d="\(way.head)" fill="\(Self.colours[arrow.darkness])"/>\
            <text x="\(way.label.x)" y="\(way.label.y)" text-anchor="middle" font-size="12" fill="#1b2430" stroke="#ffffff" \
            stroke-width="3" paint-order="stroke">\(arrow.count)</text></g>
            """
    }
}

extension PathGraph {
    func title(_ node: Node) -> String {
        switch node {
        case .start: "收件"
        case .step(let step): names[step] ?? step
        case .end: "办结"
        }
    }
}
