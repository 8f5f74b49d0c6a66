import CPango

extension Canvas {
    /// A picture that cannot be read leaves its place empty: the words beside it say what counts.
    func draw(_ picture: PictureMark) {
        let source = ByteSource(picture.png)
        let surface = withExtendedLifetime(source) {
            cairo_image_surface_create_from_png_stream(
                { source, bytes, count in ByteSource.read(from: source, into: bytes, count: count) },
                Unmanaged.passUnretained(source).toOpaque())
        }
        defer { cairo_surface_destroy(surface) }
        let (across, down) = (
            Double(cairo_image_surface_get_width(surface)), Double(cairo_image_surface_get_height(surface))
        )
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, across > 0, down > 0 else { return }
        let scale = min(picture.width.points / across, picture.height.points / down)
        cairo_save(cairo)
        cairo_translate(cairo, picture.origin.x.points, picture.origin.y.points)
        cairo_scale(cairo, scale, scale)
        // White paper shows through: the words below a signature stay readable.
        cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY)
        cairo_set_source_surface(cairo, surface, 0, 0)
        cairo_paint(cairo)
        cairo_restore(cairo)
    }
}

/// Gives Cairo the bytes of a file.
private final class ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    static func read(
        from source: UnsafeMutableRawPointer?, into bytes: UnsafeMutablePointer<UInt8>?, count: UInt32
    ) -> cairo_status_t {
        guard let source, let bytes else { return CAIRO_STATUS_READ_ERROR }
        let held = Unmanaged<ByteSource>.fromOpaque(source).takeUnretainedValue()
        guard held.rest.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
        for (place, byte) in held.rest.prefix(Int(count)).enumerated() { bytes[place] = byte }
        held.rest = held.rest.dropFirst(Int(count))
        return CAIRO_STATUS_SUCCESS
    }
}
