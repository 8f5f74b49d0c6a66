import Synchronization

/// On which side lines of text are even.
public enum Alignment: Sendable, Hashable {
    /// Even on the left.
    case left
    /// Centred.
    case centre
    /// Even on the right.
    case right
}

/// Words in a column of fixed width: long text wraps, and never runs past the column.
public struct TextBlock: Sendable, Hashable {
    /// The words, free of control characters.
    public let text: String
    /// The column's upper left corner.
    public var origin: Point
    /// The column's width in millimetres.
    public var width: Double
    /// How the letters look.
    public var style: TextStyle
    /// On which side the lines are even.
    public var alignment: Alignment
    /// How far the first line stands in, in millimetres.
    public var firstLineIndent: Double

    /// A column of text. Control and invisible formatting characters are dropped from `text`.
    public init(
        _ text: String, at origin: Point, width: Double, style: TextStyle,
        alignment: Alignment = .left, firstLineIndent: Double = 0
    ) {
        self.text = printable(text)
        self.origin = origin
        self.width = width
        self.style = style
        self.alignment = alignment
        self.firstLineIndent = firstLineIndent
    }

    /// The height of the wrapped text in millimetres.
    public func height() -> Double {
        Press.compositor.withLock { $0.height(of: self) }
    }

    /// The wrapped text, line by line.
    public func lines() -> [String] {
        Press.compositor.withLock { $0.lines(of: self) }
    }

    /// The same block, halfway down a strip of this height in millimetres.
    func centred(in height: Double, from top: Double) -> TextBlock {
        var block = self
        block.origin.y = top + (height - self.height()) / 2
        return block
    }
}
