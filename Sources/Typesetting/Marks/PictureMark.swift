/// A small picture on the page, for example a drawn signature: kept in its proportions within a box.
public struct PictureMark: Sendable, Hashable {
    /// No side is longer, in pixels: what a file says of itself is looked at before it is unfolded.
    public static let longestSide = 4_000

    let png: [UInt8]
    let origin: Point
    let width: Double
    let height: Double

    /// A PNG within a box, in millimetres; `nil` for anything else, and for one that is too large.
    public init?(png: [UInt8], at origin: Point, width: Double, height: Double) {
        guard png.count >= 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        let sides = [png[16..<20], png[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
        guard sides.allSatisfy((1...Self.longestSide).contains) else { return nil }
        (self.png, self.origin, self.width, self.height) = (png, origin, width, height)
    }
}
