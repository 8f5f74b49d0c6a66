import CQRCode

/// The dark and light modules of a QR code (GB/T 18284, ISO/IEC 18004), error correction level M.
public struct QRMatrix: Sendable, Hashable {
    /// How many modules stand in a row, without the light margin.
    public let side: Int
    private let modules: [UInt8]

    /// Encodes a text as UTF-8 bytes. Throws ``TypesettingError/codeTooLong(bytes:)`` beyond what level M
    /// can hold (2,331 bytes).
    public init(_ text: String) throws(TypesettingError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw .codeTooLong(bytes: bytes.count)
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: side * side))
    }

    /// Whether the module in this row and column is dark.
    public func isDark(row: Int, column: Int) -> Bool {
        modules[row * side + column] & 1 == 1
    }
}

/// A QR code on the page.
public struct QRMark: Sendable, Hashable {
    /// The modules.
    public let matrix: QRMatrix
    /// The upper left corner, light margin included.
    public var origin: Point
    /// The length of an edge in millimetres, light margin included.
    public var edge: Double

    /// The light margin that the standard demands on every side, in modules.
    static let quietModules = 4

    /// Encodes a text. Throws ``TypesettingError/codeTooLong(bytes:)``.
    public init(_ text: String, at origin: Point, edge: Double) throws(TypesettingError) {
        matrix = try QRMatrix(text)
        self.origin = origin
        self.edge = edge
    }
}
