/// The QR code by which anyone checks a document: where it leads and what stands below it.
public struct Verification: Sendable, Hashable {
    /// The address that the code holds.
    public let address: String
    /// The words below the code.
    public let label: String

    /// A code that leads to `address`.
    public init(address: String, label: String = "扫码核验") {
        self.address = address
        self.label = label
    }

    /// The code with its label centred below it. Throws ``TypesettingError/codeTooLong(bytes:)``.
    func marks(at origin: Point, edge: Double) throws(TypesettingError) -> [Mark] {
        let words = TextBlock(
            label, at: Point(x: origin.x, y: origin.y + edge), width: edge,
            style: TextStyle(.hei, sizePoints: 9), alignment: .centre)
        return [.code(try QRMark(address, at: origin, edge: edge)), .text(words)]
    }
}
