import ProcessMining

/// A place in a picture.
struct Point: Sendable, Hashable {
    let x: Int
    let y: Int
}

/// How an arrow of a picture looks, and by which lane it goes.
struct PathArrow {
    let edge: PathGraph.Edge
    let count: Int
    let seconds: Int?
    /// From 1 to 9.
    let breadth: Int
    /// From 0 to 4.
    let darkness: Int
    /// 0 for one that goes straight down; to the right of the boxes for one that skips rows, to the left for one that goes back.
    let lane: Int

    /// The arrows of a graph, the rarest first.
    static func all(of graph: PathGraph, in layout: GraphLayout) -> [PathArrow] {
        let sorted = graph.edges.sorted {
            ($0.value.count, $0.key.from.key, $0.key.to.key) < (
                $1.value.count, $1.key.from.key, $1.key.to.key
            )
        }
        let most = max(1, sorted.last?.value.count ?? 1)
        let times = sorted.map { $0.value.quantile(50) ?? 0 }.sorted()
        var (left, right) = (0, 0)
        return sorted.map { edge, spread in
            let depth = layout.depth(of: edge)
            if depth > 1 { right += 1 }
            if depth < 1 { left += 1 }
            let median = spread.quantile(50) ?? 0
            let rank = times.firstIndex(of: median) ?? 0
            return PathArrow(
                edge: edge, count: spread.count, seconds: median, breadth: 1 + spread.count * 8 / most,
                darkness: min(4, rank * 5 / max(1, times.count)),
                lane: depth == 1 ? 0 : depth > 1 ? right : -left)
        }
    }
}

/// A line between two boxes, its head, and where its number stands.
struct PathLine {
    let path: String
    let head: String
    let label: Point

    private static let half = (x: PathDrawing.boxWidth / 2, y: PathDrawing.boxHeight / 2)

    /// From the lower edge of one to the upper edge of the next.
    static func down(_ from: Point, _ to: Point) -> PathLine {
        let (start, end) = (from.y + half.y, to.y - half.y - 8)
        let bend = (end - start) / 2
        return PathLine(
            path: "M\(from.x) \(start)C\(from.x) \(start + bend) \(to.x) \(end - bend) \(to.x) \(end)",
            head: "M\(to.x - 6) \(end)h12l-6 9z",
            label: Point(x: (from.x + to.x) / 2 + 16, y: (start + end) / 2 + 4))
    }

    /// By a lane beside all boxes, so that it crosses none.
    static func around(_ from: Point, _ to: Point, by side: Int, isLeft: Bool) -> PathLine {
        let (out, into) = isLeft ? (from.x - half.x, to.x - half.x - 8) : (from.x + half.x, to.x + half.x + 8)
        let (leave, arrive) = (from.y + 10, to.y - 10)
        let head = isLeft ? "M\(into) \(arrive - 6)v12l9 -6z" : "M\(into) \(arrive - 6)v12l-9 -6z"
        return PathLine(
            path: "M\(out) \(leave)C\(side) \(leave) \(side) \(leave) \(side) \((leave + arrive) / 2)"
                + "S\(side) \(arrive) \(into) \(arrive)",
            head: head, label: Point(x: side, y: (leave + arrive) / 2 + 4))
    }
}
