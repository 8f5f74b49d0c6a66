import XMLTree

public import struct Foundation.Data

/// What a BPMN file draws, whether it can be executed or not.
public struct ProcessDiagram: Sendable, Hashable {
    /// The name of the process or of the drawing.
    public let title: String
    /// The figures, containers first.
    public let shapes: [Shape]
    /// The lines.
    public let edges: [Edge]

    /// A rectangle of the drawing, in pixels.
    public struct Bounds: Sendable, Hashable {
        /// The left edge.
        public let x: Double
        /// The upper edge.
        public let y: Double
        /// The width.
        public let width: Double
        /// The height.
        public let height: Double
    }

    /// A point of the drawing, in pixels.
    public struct Point: Sendable, Hashable {
        /// From the left.
        public let x: Double
        /// From above.
        public let y: Double
    }

    /// A node, lane, pool or note.
    public struct Shape: Sendable, Hashable {
        /// The id of the element it draws.
        public let element: String
        /// What it looks like.
        public let figure: Figure
        /// Its words.
        public let label: String
        /// Where it stands.
        public let bounds: Bounds
        /// Where its words stand, if the drawing says so.
        public let labelBounds: Bounds?
    }

    /// An arrow or other line.
    public struct Edge: Sendable, Hashable {
        /// The id of the element it draws.
        public let element: String
        /// Whether it is a sequence flow; other lines are dashed.
        public let isFlow: Bool
        /// Its words.
        public let label: String
        /// Its corners, from source to target.
        public let points: [Point]
        /// Where its words stand, if the drawing says so.
        public let labelBounds: Bounds?
    }

    /// The kinds of figures.
    public enum Figure: Sendable, Hashable {
        /// A circle: thin for a start, thick for an end, double in between.
        case event(Ring, isTimer: Bool)
        /// A rounded box.
        case task
        /// A diamond.
        case gateway(Mark)
        /// A pool or lane.
        case lane
        /// A subprocess with its inside drawn.
        case frame
        /// A note, data object or anything else.
        case note

        /// The line of an event.
        public enum Ring: Sendable, Hashable { case start, intermediate, end }
        /// The sign in a gateway.
        public enum Mark: Sendable, Hashable { case exclusive, parallel, inclusive, event, complex }
    }

    /// Reads the drawing of a file.
    ///
    /// - Throws: `unreadable` when the file is not XML.
    public init(xml: Data) throws(ProcessError) {
        do { self.init(try XMLTree.parse(xml)) } catch { throw .unreadable(error) }
    }
}
