/// The sign or word beside the colour: nothing is told by colour alone.
enum Badge {
    /// On the upper edge of a box: a sign in a disc, or words in a pill.
    static func draw(_ look: Look, on bounds: ProcessDiagram.Bounds) -> String {
        switch look {
        case .plain, .state(.waiting): ""
        case .state(.done), .state(.refused), .mark(.added), .mark(.removed), .mark(.changed),
            .mark(.problem),
            .mark(.warning):
            disc(look, at: .init(x: bounds.x + bounds.width - 4, y: bounds.y + 3))
        case .state(.current), .state(.paused), .mark(.heat): pill(look, on: bounds)
        }
    }

    /// A sign in a disc.
    static func disc(_ look: Look, at centre: ProcessDiagram.Point) -> String {
        SVG.circle(
            centre, radius: 9, " fill=\"\(Palette(look).stroke)\" stroke=\"#fff\" stroke-width=\"2\"")
            + sign(look, at: centre, radius: 9, colour: "#fff")
    }

    private static func pill(_ look: Look, on bounds: ProcessDiagram.Bounds) -> String {
        let words: String, widest: Double
        // Figures stand on the left, out of the way of events that hang on the box.
        var isLeft = false
        switch look {
        case .state(let state): (words, widest) = (state.chinese, 80)
        case .mark(let mark): (words, widest, isLeft) = (mark.chinese, max(bounds.width, 110), true)
        case .plain: return ""
        }
        let layout = LabelLayout(words, width: widest, fontSize: 12)
        let width = layout.width + 16
        let more = Double(layout.lines.count - 1) * layout.lineHeight
        let box = ProcessDiagram.Bounds(
            x: isLeft ? bounds.x - 8 : bounds.x + bounds.width - width - 8, y: bounds.y - 14 - more,
            width: width, height: 19 + more)
        return SVG.rectangle(box, radius: 9.5, " fill=\"\(Palette(look).stroke)\" stroke=\"none\"")
            + SVG.text(layout, centre: box.centre, colour: "#fff", " font-weight=\"600\"")
    }

    /// A tick, a cross, a plus, a minus, an unequal sign or an exclamation mark that fits a circle of this radius.
    static func sign(
        _ look: Look, at centre: ProcessDiagram.Point, radius: Double, colour: String? = nil
    ) -> String {
        let unit = radius / 9
        let at = { (x: Double, y: Double) in
            "M\(SVG.number(centre.x + x * unit)) \(SVG.number(centre.y + y * unit))"
        }
        let by = { (length: Double) in SVG.number(length * unit) }
        let data: String
        switch look {
        case .state(.done): data = at(-4, 0.3) + "l\(by(2.8)) \(by(2.9)) \(by(5)) \(by(-5.8))"
        case .state(.refused):
            let side = by(6.4)
            data = at(-3.2, -3.2) + "l\(side) \(side)m0 -\(side)l-\(side) \(side)"
        case .mark(.added): data = at(-4, 0) + "h\(by(8))" + at(0, -4) + "v\(by(8))"
        case .mark(.removed): data = at(-4, 0) + "h\(by(8))"
        case .mark(.changed):
            data =
                at(-4, -1.7) + "h\(by(8))" + at(-4, 1.7) + "h\(by(8))" + at(1.8, -4.5)
                + "l\(by(-3.6)) \(by(9))"
        case .mark(.problem), .mark(.warning): data = at(0, -4.5) + "v\(by(5.5))" + at(0, 4.2) + "v\(by(0.2))"
        case .plain, .state(.current), .state(.paused), .state(.waiting), .mark(.heat): return ""
        }
        let stroke = colour ?? Palette(look).stroke
        return SVG.path(
            data,
            " fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\" stroke-linecap=\"round\"")
    }
}
