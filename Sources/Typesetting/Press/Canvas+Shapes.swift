import CPango

extension Canvas {
    func draw(_ block: TextBlock) {
        compositor.withLayout(of: block) { layout in
            setInk(block.style.colour)
            cairo_move_to(cairo, block.origin.x.points, block.origin.y.points)
            pango_cairo_show_layout(cairo, layout)
        }
    }

    func draw(_ stroke: Stroke) {
        guard let first = stroke.points.first else { return }
        cairo_move_to(cairo, first.x.points, first.y.points)
        for point in stroke.points.dropFirst() {
            cairo_line_to(cairo, point.x.points, point.y.points)
        }
        if stroke.isClosed { cairo_close_path(cairo) }
        setInk(stroke.colour)
        cairo_set_line_width(cairo, stroke.width.points)
        cairo_stroke(cairo)
    }

    func draw(_ box: Box) {
        cairo_rectangle(
            cairo, box.origin.x.points, box.origin.y.points, box.width.points, box.height.points)
        if let fill = box.fill {
            setInk(fill)
            cairo_fill_preserve(cairo)
        }
        if let frame = box.frame {
            setInk(frame)
            cairo_set_line_width(cairo, box.frameWidth.points)
            cairo_stroke_preserve(cairo)
        }
        cairo_new_path(cairo)
    }

    func draw(_ code: QRMark) {
        let margin = QRMark.quietModules
        let module = code.edge / Double(code.matrix.side + 2 * margin)
        draw(Box(at: code.origin, width: code.edge, height: code.edge, fill: Colour(0xff_ffff)))
        for row in 0..<code.matrix.side {
            for column in 0..<code.matrix.side where code.matrix.isDark(row: row, column: column) {
                cairo_rectangle(
                    cairo, (code.origin.x + Double(column + margin) * module).points,
                    (code.origin.y + Double(row + margin) * module).points, module.points, module.points)
            }
        }
        setInk(Colour(0x00_0000))
        // One fill for all modules: separate fills leave hairlines between neighbours.
        cairo_fill(cairo)
    }
}
