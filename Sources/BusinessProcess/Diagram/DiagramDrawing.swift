extension ProcessDefinition {
    /// The process as a picture, each element in its state.
    public func svg(state: [String: ElementState] = [:], prefix: String = "bp") -> String {
        diagram.svg(state: state, prefix: prefix)
    }

    /// The process as a picture in which some elements are marked.
    public func svg(marks: [String: DiagramMark], prefix: String = "bp") -> String {
        diagram.svg(marks: marks, prefix: prefix)
    }
}

extension ProcessDiagram {
    /// The drawing as one `svg` element that can stand in a page or in a file of its own.
    ///
    /// - Parameters:
    ///   - state: The state by element; without any, the bare drawing. With some, the rest is waiting.
    ///   - prefix: Begins every id, so that several pictures can stand on one page.
    public func svg(state: [String: ElementState] = [:], prefix: String = "bp") -> String {
        svg(
            DiagramPainter(
                looks: state.mapValues { .state($0) }, rest: state.isEmpty ? .plain : .state(.waiting),
                prefix: prefix),
            description: description(of: state))
    }

    /// The drawing in which some elements are marked and the rest is as drawn: what is not the same in another
    /// version, or where much comes together.
    public func svg(marks: [String: DiagramMark], prefix: String = "bp") -> String {
        svg(
            DiagramPainter(looks: marks.mapValues { .mark($0) }, rest: .plain, prefix: prefix),
            description: description(of: marks))
    }

    private func svg(_ painter: DiagramPainter, description: String) -> String {
        let frame = frame, prefix = painter.prefix
        let size = [frame.width, frame.height].map(SVG.number)
        let box = "\(SVG.number(frame.x)) \(SVG.number(frame.y)) \(size[0]) \(size[1])"
        let root = SVG.attributes([
            "xmlns": "http://www.w3.org/2000/svg", "class": "bp", "role": "img",
            "aria-labelledby": "\(prefix)-title \(prefix)-desc", "viewBox": box, "width": size[0],
            "height": size[1], "fill": "none", "stroke-linejoin": "round",
            "font-family":
                "system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
        ])
        // Lines run above lanes and below everything else, their words above all.
        let ground = shapes.filter(\.figure.isGround), figures = shapes.filter { !$0.figure.isGround }
        // Where arrows share a stretch, the way that was taken lies on top.
        let isOnTop = { (edge: Edge) in painter.look(of: edge.element).isShownByArrows }
        let lines = edges.filter { !isOnTop($0) } + edges.filter(isOnTop)
        let body =
            ground.map(painter.draw) + lines.map(painter.line) + figures.map(painter.draw)
            + edges.map(painter.words) + edges.map(painter.sign)
        return "<svg\(root)><title id=\"\(prefix)-title\">\(SVG.escaped("流程图：\(title)"))</title>"
            + "<desc id=\"\(prefix)-desc\">\(SVG.escaped(description))</desc>"
            + painter.definitions + body.joined() + "</svg>"
    }

    /// Everything drawn, with a margin for badges and the labels below events.
    private var frame: Bounds {
        let boxes = shapes.flatMap { [$0.bounds, $0.labelBounds].compactMap(\.self) }
        let points =
            boxes.flatMap(\.corners) + edges.flatMap(\.points)
            + edges.compactMap(\.labelBounds).flatMap(\.corners)
        let xs = points.map(\.x), ys = points.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
            return Bounds(x: 0, y: 0, width: 1, height: 1)
        }
        let margin = 16.0
        return Bounds(
            x: left - margin, y: top - margin, width: right - left + 2 * margin,
            height: bottom - top + 2 * margin)
    }
}

extension ProcessDiagram.Figure {
    fileprivate var isGround: Bool {
        switch self {
        case .lane, .frame: true
        case .event, .task, .gateway, .note: false
        }
    }
}
