/// The sign or word beside the colour: no state is told by colour alone.
enum Badge {
    /// On the upper edge of a box: a tick or cross in a disc, or a word in a pill.
    static func draw(_ state: ElementState?, on bounds: ProcessDiagram.Bounds) -> String {
        guard let state else { return "" }
        switch state {
        case .waiting: return ""
        case .done, .refused:
            let centre = ProcessDiagram.Point(x: bounds.x + bounds.width - 4, y: bounds.y + 3)
            let disc = SVG.circle(
                centre, radius: 9, " fill=\"\(Palette(state).stroke)\" stroke=\"#fff\" stroke-width=\"2\"")
            return disc + sign(state, at: centre, radius: 9, colour: "#fff")
        case .current, .paused: return pill(state, on: bounds)
        }
    }

    private static func pill(_ state: ElementState, on bounds: ProcessDiagram.Bounds) -> String {
        let layout = LabelLayout(state.chinese, width: 80, fontSize: 12)
        let width = layout.width + 16
        let box = ProcessDiagram.Bounds(
            x: bounds.x + bounds.width - width - 8, y: bounds.y - 14, width: width, height: 19)
        return SVG.rectangle(box, radius: 9.5, " fill=\"\(Palette(state).stroke)\" stroke=\"none\"")
            + SVG.text(layout, centre: box.centre, colour: "#fff", " font-weight=\"600\"")
    }

    /// A tick or cross that fits a circle of this radius.
    static func sign(
        _ state: ElementState?, at centre: ProcessDiagram.Point, radius: Double, colour: String? = nil
    ) -> String {
        let unit = radius / 9
        let start = "M\(SVG.number(centre.x - 4 * unit)) "
        let data: String
        switch state {
        case .done:
            data =
                start + "\(SVG.number(centre.y + 0.3 * unit))"
                + "l\(SVG.number(2.8 * unit)) \(SVG.number(2.9 * unit)) \(SVG.number(5 * unit)) \(SVG.number(-5.8 * unit))"
        case .refused:
            let side = SVG.number(6.4 * unit)
            data =
                "M\(SVG.number(centre.x - 3.2 * unit)) \(SVG.number(centre.y - 3.2 * unit))l\(side) \(side)"
                + "m0 -\(side)l-\(side) \(side)"
        case nil, .current, .paused, .waiting: return ""
        }
        let stroke = colour ?? Palette(state).stroke
        return SVG.path(
            data,
            " fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\" stroke-linecap=\"round\"")
    }
}

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
