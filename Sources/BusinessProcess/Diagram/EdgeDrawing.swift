extension DiagramPainter {
    /// The arrow heads, one for each colour of line.
    var definitions: String {
        let marked = Set(looks.values.filter { $0.isShownByArrows && $0 != .state(.done) })
        let coloured = [Look.state(.done)] + marked.sorted { ($0.name ?? "") < ($1.name ?? "") }
        let heads =
            [("arrow", Palette.line)] + coloured.map { ("arrow-\($0.name ?? "")", Palette($0).stroke) }
        let drawn = heads.map { name, colour in
            "<marker id=\"\(prefix)-\(name)\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0 0.5 10 5 0 9.5z\" fill=\"\(colour)\"/></marker>"
        }
        return "<defs>\(drawn.joined())</defs>"
    }

    /// The line of an arrow, rounded at its corners; green where a token went.
    func line(_ edge: ProcessDiagram.Edge) -> String {
        let look = look(of: edge.element)
        let name = look.isShownByArrows ? look.name : nil
        let colour = name == nil ? Palette.line : Palette(look).stroke
        let arrow = "\(prefix)-arrow" + (name.map { "-\($0)" } ?? "")
        let head = edge.isFlow ? " marker-end=\"url(#\(arrow))\"" : ""
        let dash = edge.isFlow ? dash(edge.element) : " stroke-dasharray=\"3 4\""
        let style = name.map { look == .state(.done) ? " bp-taken" : " bp-\($0)" } ?? ""
        return SVG.path(
            Self.rounded(edge.points),
            " class=\"bp-flow\(style)\" stroke=\"\(colour)\" stroke-width=\"1.6\"\(dash)\(head)")
    }

    /// The sign of an arrow that is not the same in both versions, halfway along it.
    func sign(_ edge: ProcessDiagram.Edge) -> String {
        let look = look(of: edge.element)
        guard case .mark = look, look.isShownByArrows else { return "" }
        return Badge.disc(look, at: edge.middle)
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

extension ProcessDiagram.Edge {
    /// The middle of its longest stretch.
    fileprivate var middle: ProcessDiagram.Point {
        let stretches = zip(points, points.dropFirst())
        let longest = stretches.max {
            abs($0.1.x - $0.0.x) + abs($0.1.y - $0.0.y) < abs($1.1.x - $1.0.x) + abs($1.1.y - $1.0.y)
        }
        guard let (from, to) = longest else { return points[0] }
        return .init(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
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
