import CPango
import Foundation

extension Canvas {
    /// Draws ring, star, name and purpose. Proportions follow a seal of 42 mm with a star of 14 mm.
    func draw(_ seal: Seal) {
        let radius = seal.diameter / 2
        cairo_save(cairo)
        cairo_translate(cairo, seal.centre.x.points, seal.centre.y.points)
        // Ink of a stamp darkens what lies below: the signature stays readable through the seal.
        cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY)
        setInk(.seal)
        drawRing(radius: radius)
        drawStar(radius: radius / 3)
        drawName(seal.name, radius: radius)
        if let purpose = seal.purpose { drawPurpose(purpose, radius: radius) }
        cairo_restore(cairo)
    }

    private func drawRing(radius: Double) {
        let thickness = radius * 0.057
        cairo_set_line_width(cairo, thickness.points)
        cairo_new_path(cairo)
        cairo_arc(cairo, 0, 0, (radius - thickness / 2).points, 0, 2 * Double.pi)
        cairo_stroke(cairo)
    }

    private func drawStar(radius: Double) {
        // The inner corners of a regular pentagram lie at 0.382 of its radius.
        for corner in 0..<10 {
            let angle = Double(corner) * .pi / 5 - .pi / 2
            let distance = (corner.isMultiple(of: 2) ? radius : radius * 0.382).points
            cairo_line_to(cairo, cos(angle) * distance, sin(angle) * distance)
        }
        cairo_close_path(cairo)
        cairo_fill(cairo)
    }

    /// The name along the upper arc: full height, narrowed when there are many characters.
    private func drawName(_ name: String, radius: Double) {
        let letters = Array(name)
        guard !letters.isEmpty else { return }
        let step = min(Double.pi / 7.5, 1.5 * Double.pi / Double(letters.count))
        let height = radius * 0.25
        let lineRadius = radius * 0.75
        let narrowing = min(1, step * lineRadius / height * 0.94)
        for (index, letter) in letters.enumerated() {
            cairo_save(cairo)
            cairo_rotate(cairo, (Double(index) - Double(letters.count - 1) / 2) * step)
            cairo_translate(cairo, 0, -lineRadius.points)
            cairo_scale(cairo, narrowing, 1)
            drawCentred(String(letter), height: height)
            cairo_restore(cairo)
        }
    }

    private func drawPurpose(_ purpose: String, radius: Double) {
        let height = min(radius * 0.17, radius * 1.25 / Double(max(purpose.count, 1)))
        cairo_save(cairo)
        cairo_translate(cairo, 0, (radius * 0.6).points)
        drawCentred(purpose, height: height)
        cairo_restore(cairo)
    }

    private func drawCentred(_ text: String, height: Double) {
        let width = height * Double(text.count + 1)
        let style = TextStyle(.song, sizePoints: height.points, isBold: true, colour: .seal)
        let block = TextBlock(
            text, at: Point(x: -width / 2, y: 0), width: width, style: style, alignment: .centre)
        compositor.withLayout(of: block) { layout in
            let size = compositor.size(of: layout)
            cairo_move_to(cairo, block.origin.x.points, -(size.height / 2).points)
            pango_cairo_show_layout(cairo, layout)
        }
    }
}
