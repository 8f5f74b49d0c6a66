/// The lists of the desk, with how many things are in each.
public struct SideNavigation: Sendable {
    /// One list.
    public struct Item: Sendable {
        let label: String
        let href: String
        let count: String?

        /// A list; nil for one that is not counted.
        public init(_ label: String, _ href: String, count: String? = nil) {
            self.label = label
            self.href = href
            self.count = count
        }
    }

    private let title: String
    private let items: [Item]
    private let current: String

    /// The lists; `current` is the address of the one that is shown.
    public init(_ title: String, _ items: [Item], current: String) {
        self.title = title
        self.items = items
        self.current = current
    }

    /// The navigation beside a page's content: `<div class="columns-desk">` holds both.
    public var html: HTML {
        "<nav class=\"side\" aria-label=\"\(title)\"><ul>\(each: items, item)</ul></nav>"
    }

    private func item(_ item: Item) -> HTML {
        let here = item.href == current ? "page" : nil
        return """
            <li><a href="\(item.href)"\(attribute: "aria-current", here)>\(item.label)\
            \(count(item.count))</a></li>
            """
    }

    private func count(_ count: String?) -> HTML? { count.map { "<span class=\"side-count\">\($0)</span>" } }
}
