/// The few words of SVG the drawing is made of. Only attributes, no styles: the pages' policy forbids them.
enum SVG {
    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
        pairs.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    static func rectangle(_ bounds: ProcessDiagram.Bounds, radius: Double = 0, _ more: String = "") -> String
    {
        let corner = radius > 0 ? " rx=\"\(number(radius))\"" : ""
        return "<rect x=\"\(number(bounds.x))\" y=\"\(number(bounds.y))\" width=\"\(number(bounds.width))\""
            + " height=\"\(number(bounds.height))\"\(corner)\(more)/>"
    }

    static func circle(_ centre: ProcessDiagram.Point, radius: Double, _ more: String = "") -> String {
        "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\"\(more)/>"
    }

    static func path(_ data: String, _ more: String = "") -> String { "<path d=\"\(data)\"\(more)/>" }

    /// Lines of text around a middle line; a white rim keeps them legible where an arrow runs beneath.
    static func text(
        _ layout: LabelLayout, centre: ProcessDiagram.Point, colour: String, halo: Bool = false,
        _ more: String = ""
    ) -> String {
        let rim = halo ? " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"4\"" : " stroke=\"none\""
        let first = centre.y - layout.lineHeight * Double(layout.lines.count - 1) / 2 + layout.fontSize * 0.36
        let lines = layout.lines.enumerated().map { index, line in
            let y = first + layout.lineHeight * Double(index)
            return "<tspan x=\"\(number(centre.x))\" y=\"\(number(y))\">\(escaped(line))</tspan>"
        }
        return
            "<text text-anchor=\"middle\" font-size=\"\(number(layout.fontSize))\" fill=\"\(colour)\"\(rim)\(more)>"
            + lines.joined() + "</text>"
    }
}

extension ProcessDiagram.Bounds {
    var centre: ProcessDiagram.Point { .init(x: x + width / 2, y: y + height / 2) }
    var corners: [ProcessDiagram.Point] {
        [.init(x: x, y: y), .init(x: x + width, y: y + height)]
    }
}
