/// The way from the home page to here.
struct Crumbs {
    let links: [Link]

    init(_ links: [Link]) { self.links = links }

    var html: HTML {
        guard !links.isEmpty else { return .empty }
        return """
            <nav class="crumbs" aria-label="当前位置"><ol>
            <li><a href="/">首页</a></li>
            \(each: links, item)
            </ol></nav>
            """
    }

    private func item(_ link: Link) -> HTML {
        guard let href = link.href else { return "<li aria-current=\"page\">\(link.label)</li>" }
        return "<li><a href=\"\(href)\">\(link.label)</a></li>"
    }
}
