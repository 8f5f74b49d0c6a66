import CPango

/// One PDF document while it is being drawn, over Cairo.
final class Canvas {
    let cairo: OpaquePointer
    let compositor: Compositor
    private let surface: OpaquePointer
    private let sink: ByteSink

    init(paper: Orientation, compositor: Compositor) {
        self.compositor = compositor
        let sink = ByteSink()
        // The surface borrows the sink; `self` owns both and ends the surface first.
        surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in ByteSink.append(to: sink, bytes: bytes, count: count) },
            Unmanaged.passUnretained(sink).toOpaque(), paper.width.points, paper.height.points)
        self.sink = sink
        cairo = cairo_create(surface)
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func describe(title: String, author: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Minben")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    }

    func draw(_ mark: Mark) {
        switch mark {
        case .text(let block): draw(block)
        case .stroke(let stroke): draw(stroke)
        case .box(let box): draw(box)
        case .code(let code): draw(code)
        case .seal(let seal): draw(seal)
        case .picture(let picture): draw(picture)
        case .pageBreak: cairo_show_page(cairo)
        }
    }

    /// Ends the document. Throws what went wrong on the way, for Cairo keeps its first error.
    func finish() throws(TypesettingError) -> [UInt8] {
        let drawing = cairo_status(cairo)
        cairo_surface_finish(surface)
        let ending = cairo_surface_status(surface)
        guard let failed = [drawing, ending].first(where: { $0 != CAIRO_STATUS_SUCCESS }) else {
            return sink.bytes
        }
        throw .drawing(String(cString: cairo_status_to_string(failed)))
    }

    func setInk(_ colour: Colour) {
        cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.opacity)
    }
}

/// Gathers what Cairo writes.
private final class ByteSink {
    var bytes: [UInt8] = []

    static func append(
        to sink: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, count: UInt32
    ) -> cairo_status_t {
        guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes
            .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}
