/// A few words that stand out from the page: done, mind this, this went wrong.
public struct Notice: Sendable {
    /// What kind of words they are.
    public enum Tone: String, Sendable {
        /// Something to know.
        case plain
        /// Something has been done.
        case done
        /// Something to mind.
        case warning
        /// Something went wrong.
        case error
    }

    private let title: String
    private let content: HTML
    private let tone: Tone

    /// A notice. `.error` and `.done` are read out at once by screen readers.
    public init(_ title: String, _ content: HTML = .empty, tone: Tone = .plain) {
        self.title = title
        self.content = content
        self.tone = tone
    }

    /// The notice.
    public var html: HTML {
        """
        <div class="notice \(tone.rawValue)"\(attribute: "role", role)>
        <p class="notice-title">\(title)</p>
        \(content)</div>
        """
    }

    private var role: String? {
        switch tone {
        case .error: "alert"
        case .done: "status"
        case .plain, .warning: nil
        }
    }
}
