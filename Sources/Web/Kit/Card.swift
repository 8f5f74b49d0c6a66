/// A group of things that belong together, on a white ground.
public struct Card: Sendable {
    private let title: String?
    private let content: HTML

    /// A card.
    public init(_ title: String? = nil, _ content: HTML) {
        self.title = title
        self.content = content
    }

    /// The card.
    public var html: HTML {
        "<section class=\"card\">\(heading)\(content)</section>"
    }

    private var heading: HTML? { title.map { "<h2>\($0)</h2>" } }
}
