import CPango

/// Turns text into lines of glyphs. Pango's objects are not thread-safe, so there is one compositor, and
/// ``Press`` hands it to one thread at a time.
struct Compositor {
    private let context: OpaquePointer

    init() {
        let fonts = pango_cairo_font_map_new()
        context = pango_font_map_create_context(fonts)
        g_object_unref(fonts)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        // Paper has no pixels: hinted widths would shift letters by fractions of a point.
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    /// Lends the laid-out block to `body`.
    func withLayout<Result>(of block: TextBlock, _ body: (OpaquePointer) -> Result) -> Result {
        let layout: OpaquePointer = pango_layout_new(context)
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        pango_layout_set_text(layout, block.text, -1)
        setFont(of: block.style, on: layout)
        pango_layout_set_width(layout, pangoUnits(block.width))
        pango_layout_set_indent(layout, pangoUnits(block.firstLineIndent))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_alignment(layout, block.alignment.pango)
        return body(layout)
    }

    func height(of block: TextBlock) -> Double {
        withLayout(of: block) { size(of: $0).height }
    }

    func lines(of block: TextBlock) -> [String] {
        let bytes = Array(block.text.utf8)
        return withLayout(of: block) { layout in
            (0..<pango_layout_get_line_count(layout)).compactMap { number in
                guard let line = pango_layout_get_line_readonly(layout, number) else { return nil }
                let start = Int(line.pointee.start_index)
                return String(decoding: bytes[start..<start + Int(line.pointee.length)], as: UTF8.self)
            }
        }
    }

    /// Width and height of a layout in millimetres.
    func size(of layout: OpaquePointer) -> (width: Double, height: Double) {
        var width: Int32 = 0
        var height: Int32 = 0
        pango_layout_get_size(layout, &width, &height)
        let unit = Double(PANGO_SCALE) * Points.perMillimetre
        return (Double(width) / unit, Double(height) / unit)
    }

    private func setFont(of style: TextStyle, on layout: OpaquePointer) {
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, style.face.families)
        pango_font_description_set_absolute_size(font, style.sizePoints * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
    }

    private func pangoUnits(_ millimetres: Double) -> Int32 {
        Int32((millimetres.points * Double(PANGO_SCALE)).rounded())
    }
}

extension Alignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .centre: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
