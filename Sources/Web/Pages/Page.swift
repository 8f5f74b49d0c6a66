/// A page as a feature makes it: its words and its content. ``Layout`` puts the rest around it.
public struct Page: Sendable {
    /// How wide the content may run.
    public enum Width: String, Sendable {
        /// At most 760 px: for reading and filling in.
        case reading
        /// At most 1200 px: for tables and desks.
        case wide
    }

    /// Which of the two houses the page stands in.
    public enum Area: String, Sendable {
        /// The hall: open to everybody.
        case hall
        /// The desk: for those who work here.
        case desk
    }

    /// The title, without the site's name.
    public var title: String
    /// The content between masthead and footer, with its own `h1`.
    public var body: HTML
    /// The way here, without the home page.
    public var crumbs: [Link]
    /// How wide the content may run.
    public var width: Width
    /// Hall or desk.
    public var area: Area
    /// The names of scripts the page is better with; it works without them.
    public var scripts: [String]
    /// What search engines show; nil for pages that are not for them.
    public var description: String?
    /// Whether the content brings its own columns, as the home page's coloured head does.
    public var isFullBleed: Bool
    /// Whether the masthead offers its search; not where the page has its own, or asks questions of its own.
    public var offersSearch: Bool
    /// What its head tells machines.
    public var head: PageHead
    /// Whether everything that is found at the desk stands under the content: on the page the day begins with.
    public var showsDeskIndex = false

    /// A page.
    public init(
        _ title: String, crumbs: [Link] = [], width: Width = .reading, area: Area = .hall,
        scripts: [String] = [], description: String? = nil, isFullBleed: Bool = false,
        offersSearch: Bool = true, head: PageHead = .empty, body: HTML
    ) {
        self.title = title
        self.body = body
        self.crumbs = crumbs
        self.width = width
        self.area = area
        self.scripts = scripts
        self.description = description
        self.isFullBleed = isFullBleed
        self.offersSearch = offersSearch
        self.head = head
    }
}

/// Words that lead somewhere.
public struct Link: Sendable, Hashable {
    /// The words.
    public let label: String
    /// Where they lead; nil for the place one is at.
    public let href: String?

    /// A link.
    public init(_ label: String, _ href: String?) {
        self.label = label
        self.href = href
    }
}
