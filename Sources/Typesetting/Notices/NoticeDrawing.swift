/// A signature drawn by hand at the end of a notice, with whose it is.
public struct NoticeDrawing: Sendable, Hashable {
    /// The height of one in lines of the grid.
    static let lines = 2

    private let label: String
    private let png: [UInt8]

    /// A drawing as PNG; one that cannot be read leaves its place empty.
    public init(_ label: String, png: [UInt8]) { (self.label, self.png) = (label, png) }

    func marks(top: Double) -> [Mark] {
        let words = TextBlock(
            label, at: Point(x: NoticeGrid.left, y: top), width: 70,
            style: TextStyle(.fangsong, sizePoints: 16))
        let picture = PictureMark(
            png: png, at: Point(x: NoticeGrid.left + 72, y: top), width: 54,
            height: Double(Self.lines) * NoticeGrid.lineHeight - 2)
        return [.text(words)] + [picture.map { .picture($0) }].compactMap(\.self)
    }
}
