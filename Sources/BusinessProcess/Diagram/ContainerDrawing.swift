extension DiagramPainter {
    /// A pool or lane: a pale ground with its name in a band at the left, or above when it stands upright.
    func lane(_ shape: ProcessDiagram.Shape) -> String {
        let bounds = shape.bounds
        let ground = SVG.rectangle(bounds, " class=\"bp-lane\" fill=\"#fbfcfd\"" + border(shape, "#e3e8ee"))
        guard !shape.label.isEmpty else { return ground + badge(shape) }
        return ground + (bounds.width >= bounds.height ? leftName(shape) : upperName(shape)) + badge(shape)
    }

    /// The line around a container, in the colour of its mark.
    private func border(_ shape: ProcessDiagram.Shape, _ usual: String) -> String {
        guard case .mark = look(of: shape.element) else { return " stroke=\"\(usual)\" stroke-width=\"1\"" }
        let palette = Palette(look(of: shape.element))
        return " stroke=\"\(palette.stroke)\" stroke-width=\"\(SVG.number(palette.strokeWidth))\""
            + dash(shape.element)
    }

    private func badge(_ shape: ProcessDiagram.Shape) -> String {
        guard case .mark = look(of: shape.element) else { return "" }
        return Badge.draw(look(of: shape.element), on: shape.bounds)
    }

    private static let band = 34.0

    private func leftName(_ shape: ProcessDiagram.Shape) -> String {
        let bounds = shape.bounds
        let band = ProcessDiagram.Bounds(x: bounds.x, y: bounds.y, width: Self.band, height: bounds.height)
        let ground = SVG.rectangle(band, " fill=\"#eef1f4\" stroke=\"#e3e8ee\" stroke-width=\"1\"")
        // Chinese stands upright, one character below the other; other scripts are turned.
        guard shape.label.allSatisfy(\.isWide) else {
            let layout = LabelLayout(shape.label, width: bounds.height - 8, height: Self.band, fontSize: 13)
            let turn = "\(SVG.number(band.centre.x)) \(SVG.number(band.centre.y))"
            return ground
                + SVG.text(
                    layout, centre: band.centre, colour: Palette.soft, " transform=\"rotate(-90 \(turn))\"")
        }
        let upright = LabelLayout(shape.label, width: 14, height: bounds.height - 8, fontSize: 14)
        return ground + SVG.text(upright, centre: band.centre, colour: Palette.soft)
    }

    private func upperName(_ shape: ProcessDiagram.Shape) -> String {
        let bounds = shape.bounds
        let band = ProcessDiagram.Bounds(x: bounds.x, y: bounds.y, width: bounds.width, height: Self.band)
        let layout = LabelLayout(shape.label, width: bounds.width - 8, height: Self.band, fontSize: 14)
        return SVG.rectangle(band, " fill=\"#eef1f4\" stroke=\"#e3e8ee\" stroke-width=\"1\"")
            + SVG.text(layout, centre: band.centre, colour: Palette.soft)
    }

    /// A subprocess with its inside, a note or a data object: a thin frame with its words.
    func frame(_ shape: ProcessDiagram.Shape) -> String {
        let bounds = shape.bounds
        let isFrame = shape.figure == .frame
        let box = SVG.rectangle(
            bounds, radius: isFrame ? 8 : 2,
            " class=\"bp-frame\" fill=\"#fff\"" + border(shape, "#c3cad3"))
        guard !shape.label.isEmpty else { return box + badge(shape) }
        let height = isFrame ? min(24, bounds.height) : bounds.height
        let layout = LabelLayout(shape.label, width: bounds.width - 8, height: height, fontSize: 13)
        let centre = ProcessDiagram.Point(x: bounds.centre.x, y: bounds.y + height / 2)
        return box + SVG.text(layout, centre: centre, colour: Palette.soft) + badge(shape)
    }
}
