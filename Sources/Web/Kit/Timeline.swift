import WorkingTime

/// What happened, the newest first, in plain words.
public struct Timeline: Sendable {
    /// One event.
    public struct Entry: Sendable {
        /// How the event stands to the present.
        public enum State: String, Sendable {
            /// It is over.
            case done
            /// It is what happens now.
            case now
            /// It ended badly: refused, withdrawn, overdue.
            case bad
        }

        let at: Instant
        let what: HTML
        let state: State

        /// An event.
        public init(_ at: Instant, _ what: HTML, _ state: State = .done) {
            self.at = at
            self.what = what
            self.state = state
        }
    }

    private let entries: [Entry]

    /// The events, in the order they are shown.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// The timeline.
    public var html: HTML { "<ol class=\"timeline\">\(each: entries, item)</ol>" }

    private func item(_ entry: Entry) -> HTML {
        """
        <li class="\(entry.state.rawValue)"><time datetime="\(entry.at.rfc3339)">\(entry.at.shortChinese)</time>
        <div>\(entry.what)</div></li>
        """
    }
}
