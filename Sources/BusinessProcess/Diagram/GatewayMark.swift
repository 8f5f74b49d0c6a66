/// The signs inside gateways and events (BPMN 2.0, §10.6 and §10.5).
enum GatewayMark {
    static func draw(
        _ mark: ProcessDiagram.Figure.Mark, at centre: ProcessDiagram.Point, size: Double
    ) -> String {
        let line = " stroke-width=\"2\" stroke-linecap=\"round\""
        let (x, y, size2) = (centre.x, centre.y, size * 2)
        let slant = size * 0.72
        let cross =
            "M\(SVG.number(x - slant)) \(SVG.number(y - slant))l\(SVG.number(slant * 2)) \(SVG.number(slant * 2))"
            + "m0 \(SVG.number(-slant * 2))l\(SVG.number(-slant * 2)) \(SVG.number(slant * 2))"
        let plus =
            "M\(SVG.number(x)) \(SVG.number(y - size))v\(SVG.number(size2))"
            + "M\(SVG.number(x - size)) \(SVG.number(y))h\(SVG.number(size2))"
        switch mark {
        case .exclusive: return SVG.path(cross, line)
        case .parallel: return SVG.path(plus, line)
        case .inclusive: return SVG.circle(centre, radius: size, line)
        case .event:
            return SVG.circle(centre, radius: size) + SVG.circle(centre, radius: size * 1.3, " fill=\"none\"")
        case .complex: return SVG.path(plus + cross, line)
        }
    }

    /// The hands of a clock; the event's own ring is its face.
    static func clock(at centre: ProcessDiagram.Point, radius: Double) -> String {
        let hands =
            "M\(SVG.number(centre.x)) \(SVG.number(centre.y - radius * 0.8))"
            + "v\(SVG.number(radius * 0.8))h\(SVG.number(radius * 0.6))"
        return SVG.path(hands, " stroke-width=\"1.4\" fill=\"none\" stroke-linecap=\"round\"")
    }
}
