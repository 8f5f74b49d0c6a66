/// A state in a word and a colour; the word alone says it.
public struct StatusBadge: Sendable {
    /// What kind of state it is.
    public enum Tone: String, Sendable {
        /// Done, or in good time.
        case done = "ok"
        /// Being worked on.
        case active = "now"
        /// Soon, or waiting for the visitor.
        case near
        /// Overdue, refused.
        case late
        /// Not yet begun, standing still.
        case waiting = "wait"
    }

    private let words: String
    private let tone: Tone

    /// A badge.
    public init(_ words: String, _ tone: Tone) {
        self.words = words
        self.tone = tone
    }

    /// The badge.
    public var html: HTML { "<span class=\"badge \(tone.rawValue)\">\(words)</span>" }
}
