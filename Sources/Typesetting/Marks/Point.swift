/// A place on the page, in millimetres from its upper left corner.
public struct Point: Sendable, Hashable {
    /// Millimetres from the left edge.
    public var x: Double
    /// Millimetres from the upper edge.
    public var y: Double

    /// A place, in millimetres.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
