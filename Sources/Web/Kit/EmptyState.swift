/// A list without anything in it, said kindly, and what can be done instead.
public struct EmptyState: Sendable {
    private let title: String
    private let content: HTML

    /// An empty state.
    public init(_ title: String, _ content: HTML = .empty) {
        self.title = title
        self.content = content
    }

    /// The empty state.
    public var html: HTML {
        """
        <div class="empty"><svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false" \
        fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">\
        <path d="M8 28 14 10h20l6 18v10H8z"/><path d="M8 28h10l3 5h6l3-5h10"/></svg>
        <p class="empty-title">\(title)</p>
        \(content)</div>
        """
    }
}
