/// A line through points.
public struct Stroke: Sendable, Hashable {
    /// The points, in order.
    public var points: [Point]
    /// The thickness in millimetres.
    public var width: Double
    /// The colour.
    public var colour: Colour
    /// Whether the last point is joined to the first.
    public var isClosed: Bool

    /// A line through `points`, black and open unless said otherwise.
    public init(_ points: [Point], width: Double, colour: Colour = .ink, isClosed: Bool = false) {
        self.points = points
        self.width = width
        self.colour = colour
        self.isClosed = isClosed
    }

    /// A straight line between two points.
    public static func line(from start: Point, to end: Point, width: Double, colour: Colour = .ink) -> Stroke
    {
        Stroke([start, end], width: width, colour: colour)
    }
}

/// A rectangle.
public struct Box: Sendable, Hashable {
    /// Its upper left corner.
    public var origin: Point
    /// Its width in millimetres.
    public var width: Double
    /// Its height in millimetres.
    public var height: Double
    /// What it is filled with, when it is.
    public var fill: Colour?
    /// The colour of its frame, when it has one.
    public var frame: Colour?
    /// The thickness of the frame in millimetres.
    public var frameWidth: Double

    /// A rectangle that is invisible until it is given a fill or a frame.
    public init(
        at origin: Point, width: Double, height: Double, fill: Colour? = nil, frame: Colour? = nil,
        frameWidth: Double = 0.3
    ) {
        self.origin = origin
        self.width = width
        self.height = height
        self.fill = fill
        self.frame = frame
        self.frameWidth = frameWidth
    }
}
