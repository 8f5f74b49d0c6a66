/// The menu of the desk: what somebody may open there, in few groups that open without a script, and the place where
/// they are.
struct DeskMenu {
    private let sections: [DeskSection]
    private let path: String
    /// The address of the link under which the page that is shown stands.
    private let current: String?

    /// What of these sections is for whoever asks.
    init(_ sections: [DeskSection], for request: WebRequest) {
        self.sections = sections.compactMap { $0.shown(to: request.principal) }
        path = request.path
        current = Self.current(of: self.sections.flatMap(\.links).map(\.href), at: request.path)
    }

    /// The row under the masthead. On a phone there is no room for a row of groups: one menu opens and shows them all.
    var html: HTML? {
        guard !sections.isEmpty else { return nil }
        return """
            <nav class="desk-menu" aria-label="工作台菜单"><div class="wrap"><ul>\(each: sections, item)</ul>
            \(if: !named.isEmpty, small)</div></nav>
            """
    }

    /// Everything at once, on the page the day begins with: each group under its heading.
    var index: HTML? {
        guard !named.isEmpty else { return nil }
        return """
            <nav class="desk-index" aria-labelledby="desk-index"><h2 id="desk-index">工作台的全部内容</h2>
            \(groups)</nav>
            """
    }

    private var named: [DeskSection] { sections.filter { $0.title != nil } }

    private var small: HTML {
        "<details class=\"desk-small\"><summary>菜单</summary>\(groups)</details>"
    }

    private var groups: HTML { "<div class=\"desk-groups\">\(each: named, group)</div>" }

    /// Where a group has one link only there is nothing to open.
    private func item(_ section: DeskSection) -> HTML {
        guard let title = section.title else { return "\(each: section.links, line)" }
        guard section.links.count > 1 else {
            return "\(each: section.links, { "<li class=\"desk-group\">\(anchor($0))</li>" })"
        }
        let isHere = section.links.contains { $0.href == current }
        return """
            <li class="desk-group"><details name="desk-menu">\
            <summary\(attribute: "aria-current", isHere ? "true" : nil)>\(title)</summary>\
            <ul>\(each: section.links, line)</ul></details></li>
            """
    }

    private func group(_ section: DeskSection) -> HTML {
        """
        <div role="group" aria-label="\(section.title ?? "")"><p aria-hidden="true">\(section.title ?? "")</p>\
        <ul>\(each: section.links, line)</ul></div>
        """
    }

    private func line(_ link: NavigationLink) -> HTML { "<li>\(anchor(link))</li>" }

    private func anchor(_ link: NavigationLink) -> HTML {
        "<a href=\"\(link.href)\"\(attribute: "aria-current", mark(link))>\(link.label)</a>"
    }

    private func mark(_ link: NavigationLink) -> String? {
        guard link.href == current else { return nil }
        return link.href == path ? "page" : "true"
    }

    /// The longest address that the path goes on from: `/desk/orders/7` and `/desk/orders-new` stand under
    /// `/desk/orders`. The desk itself, where all of them begin, is only itself.
    private static func current(of addresses: [String], at path: String) -> String? {
        addresses.filter { address in
            path == address
                || address.split(separator: "/").count > 1
                    && (path.hasPrefix("\(address)/") || path.hasPrefix("\(address)-"))
        }.max { $0.count < $1.count }
    }
}
