extension DiagramPainter {
    /// The arrow heads, one for each colour of line.
    var definitions: String {
        let heads = [("arrow", Palette.line), ("arrow-done", Palette(.done).stroke)].map { name, colour in
            "<marker id=\"\(prefix)-\(name)\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0 0.5 10 5 0 9.5z\" fill=\"\(colour)\"/></marker>"
        }
        return "<defs>\(heads.joined())</defs>"
    }

    /// The line of an arrow, rounded at its corners; green where a token went.
    func line(_ edge: ProcessDiagram.Edge) -> String {
        let isTaken = state[edge.element] == .done
        let colour = isTaken ? Palette(.done).stroke : Palette.line
        let head = edge.isFlow ? " marker-end=\"url(#\(prefix)-arrow\(isTaken ? "-done" : ""))\"" : ""
        let dash = edge.isFlow ? "" : " stroke-dasharray=\"3 4\""
        return SVG.path(
            Self.rounded(edge.points),
            " class=\"bp-flow\(isTaken ? " bp-taken" : "")\" stroke=\"\(colour)\" stroke-width=\"1.6\"\(dash)\(head)"
        )
    }

    /// The words of an arrow.
    func words(_ edge: ProcessDiagram.Edge) -> String {
        guard !edge.label.isEmpty else { return "" }
        let layout = LabelLayout(edge.label, width: edge.labelBounds?.width ?? 90, fontSize: 13)
        let from = edge.points[0], to = edge.points[1]
        let middle = ProcessDiagram.Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
        let centre = edge.labelBounds?.centre ?? middle
        return SVG.text(layout, centre: centre, colour: Palette.soft, halo: true)
    }

    private static func rounded(_ points: [ProcessDiagram.Point]) -> String {
        var data = "M\(SVG.number(points[0].x)) \(SVG.number(points[0].y))"
        for (index, corner) in points.enumerated().dropFirst().dropLast() {
            let before = corner.toward(points[index - 1]), after = corner.toward(points[index + 1])
            data += "L\(SVG.number(before.x)) \(SVG.number(before.y))"
            data += "Q\(SVG.number(corner.x)) \(SVG.number(corner.y))"
            data += " \(SVG.number(after.x)) \(SVG.number(after.y))"
        }
        let end = points[points.count - 1]
        return data + "L\(SVG.number(end.x)) \(SVG.number(end.y))"
    }
}

extension ProcessDiagram.Point {
    /// A little way towards another point, at most half of it: where the rounding of a corner begins.
    fileprivate func toward(_ other: Self) -> Self {
        let (dx, dy) = (other.x - x, other.y - y)
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance > 0 else { return self }
        let part = min(8, distance / 2) / distance
        return Self(x: x + dx * part, y: y + dy * part)
    }
}
