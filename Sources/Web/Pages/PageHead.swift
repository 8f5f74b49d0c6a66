/// What the head of a page tells machines: search engines, feed readers, the inspection of government sites.
public struct PageHead: Sendable {
    /// A name with its content.
    public struct Meta: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The content.
        public let content: String

        /// A name with its content.
        public init(_ name: String, _ content: String) {
            self.name = name
            self.content = content
        }
    }

    /// `<meta name=…>`: the tags of government sites (政府网站发展指引, 国办发〔2017〕47号).
    public var names: [Meta]
    /// `<meta property=…>`: Open Graph.
    public var properties: [Meta]
    /// The whole address the page is known by; nil for none.
    public var canonical: String?
    /// The feed that follows the page.
    public var feed: Link?
    /// A JSON-LD document (schema.org); nil for none.
    public var linkedData: String?

    /// Nothing to tell.
    public static let empty = PageHead()

    /// What is to be told.
    public init(
        names: [Meta] = [], properties: [Meta] = [], canonical: String? = nil, feed: Link? = nil,
        linkedData: String? = nil
    ) {
        self.names = names
        self.properties = properties
        self.canonical = canonical
        self.feed = feed
        self.linkedData = linkedData
    }

    /// In another language the address a page is known by is the one in that language.
    func html(in language: Language, of site: Site) -> HTML {
        """
        \(each: names, { "<meta name=\"\($0.name)\" content=\"\($0.content)\">\n" })\
        \(each: properties, { "<meta property=\"\($0.name)\" content=\"\($0.content)\">\n" })\
        \(canonical.map { canonical($0, language, site) })\
        \(feed.map(link))\(linkedData.map(data))
        """
    }

    private func canonical(_ address: String, _ language: Language, _ site: Site) -> HTML {
        var address = address
        if !site.address.isEmpty, address.hasPrefix(site.address) {
            address = site.address + language.address(String(address.dropFirst(site.address.count)))
        }
        return "<link rel=\"canonical\" href=\"\(address)\">\n"
    }

    private func link(_ feed: Link) -> HTML {
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(feed.label)\" href=\"\(feed.href ?? "/")\">\n"
    }

    /// A block of data is no script to browsers; inside of it nothing can end it, for no `<` is left in it.
    private func data(_ json: String) -> HTML {
        let safe = json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing(
            "&", with: "\\u0026")
        return .raw(trusted: "<script type=\"application/ld+json\">\(safe)</script>\n")
    }
}
