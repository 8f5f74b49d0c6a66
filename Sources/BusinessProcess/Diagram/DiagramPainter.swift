/// Draws shapes as they look.
struct DiagramPainter {
    let looks: [String: Look]
    /// How what is not named looks.
    let rest: Look
    let prefix: String

    func look(of element: String) -> Look { looks[element] ?? rest }

    func draw(_ shape: ProcessDiagram.Shape) -> String {
        switch shape.figure {
        case .lane: return lane(shape)
        case .frame, .note: return frame(shape)
        case .task: return group(shape, task(shape))
        case .gateway(let mark): return group(shape, gateway(shape, mark))
        case .event(let ring, let isTimer): return group(shape, event(shape, ring, isTimer: isTimer))
        }
    }

    private func group(_ shape: ProcessDiagram.Shape, _ content: String) -> String {
        let look = look(of: shape.element)
        let palette = Palette(look)
        let attributes = SVG.attributes([
            "class": "bp-node" + (look.name.map { " bp-\($0)" } ?? ""), "fill": palette.fill,
            "stroke": palette.stroke, "stroke-width": SVG.number(palette.strokeWidth),
        ])
        // A task has room for its badge, and shows every state with it.
        let badge =
            if case .mark = look, shape.figure != .task { Badge.draw(look, on: shape.bounds) } else { "" }
        return "<g\(attributes)>\(content)\(badge)</g>"
    }

    /// What is removed is dashed.
    func dash(_ element: String) -> String {
        look(of: element) == .mark(.removed) ? " stroke-dasharray=\"6 4\"" : ""
    }

    private func task(_ shape: ProcessDiagram.Shape) -> String {
        let look = look(of: shape.element)
        let bounds = shape.bounds
        let layout = LabelLayout(shape.label, width: bounds.width - 16, height: bounds.height - 8)
        let weight = look.isStrong ? " font-weight=\"600\"" : ""
        let label = SVG.text(layout, centre: bounds.centre, colour: Palette(look).text, weight)
        return SVG.rectangle(bounds, radius: 8, dash(shape.element)) + label + Badge.draw(look, on: bounds)
    }

    private func gateway(_ shape: ProcessDiagram.Shape, _ mark: ProcessDiagram.Figure.Mark) -> String {
        let bounds = shape.bounds, centre = bounds.centre
        let half = (bounds.width / 2, bounds.height / 2)
        let diamond =
            "M\(SVG.number(centre.x)) \(SVG.number(bounds.y))"
            + "l\(SVG.number(half.0)) \(SVG.number(half.1)) \(SVG.number(-half.0)) \(SVG.number(half.1))"
            + " \(SVG.number(-half.0)) \(SVG.number(-half.1))z"
        return SVG.path(diamond, dash(shape.element))
            + GatewayMark.draw(mark, at: centre, size: bounds.width * 0.2)
            + outsideLabel(shape, below: false)
    }

    private func event(
        _ shape: ProcessDiagram.Shape, _ ring: ProcessDiagram.Figure.Ring, isTimer: Bool
    ) -> String {
        let centre = shape.bounds.centre, radius = shape.bounds.width / 2
        let line = (ring == .end ? " stroke-width=\"4\"" : "") + dash(shape.element)
        var drawing = SVG.circle(centre, radius: radius, line)
        if ring == .intermediate { drawing += SVG.circle(centre, radius: radius - 3) }
        if isTimer { drawing += GatewayMark.clock(at: centre, radius: radius - 4) }
        if !isTimer, case .state = look(of: shape.element) {
            drawing += Badge.sign(look(of: shape.element), at: centre, radius: radius * 0.8)
        }
        return drawing + outsideLabel(shape, below: true)
    }

    /// Words beside a small figure: where the drawing puts them, else above or below.
    private func outsideLabel(_ shape: ProcessDiagram.Shape, below: Bool) -> String {
        guard !shape.label.isEmpty else { return "" }
        let bounds = shape.bounds
        let layout = LabelLayout(shape.label, width: shape.labelBounds?.width ?? 96, fontSize: 13)
        let reach = layout.lineHeight * Double(layout.lines.count) / 2 + 4
        let y = below ? bounds.y + bounds.height + reach : bounds.y - reach
        let centre = shape.labelBounds?.centre ?? .init(x: bounds.centre.x, y: y)
        return SVG.text(layout, centre: centre, colour: Palette.soft, halo: true)
    }
}
