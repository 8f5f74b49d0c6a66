import Web
import WorkingTime

/// What stands on every page of a site: its name and its columns.
struct SiteFrame {
    let site: ContentSite
    let columns: [Column]
    /// The column one is in.
    let current: Column?
    /// The address of the page, when it is that of a document.
    var address: String?

    /// The head of the site around a page.
    func html(_ content: HTML) -> HTML {
        """
        <div class="site site-\(site.accent.rawValue)">
        <div class="site-head"><p class="site-name"><a href="\(ContentPath.site(site.code))">\(site.name)</a>\
        \(if: !site.motto.isEmpty, "<small>\(site.motto)</small>")</p>
        <nav aria-label="栏目"><ul>\(each: columns, item)</ul></nav></div>
        \(content)
        <p class="quiet-words"><a href="\(CorrectionPath.form)?page=\(here)" rel="nofollow">我要纠错</a></p>
        </div>
        """
    }

    /// Where one is.
    private var here: String {
        address ?? current.map { ContentPath.column(site.code, $0.code) } ?? ContentPath.site(site.code)
    }

    /// The way to a page of the site.
    func crumbs(_ last: Link? = nil) -> [Link] {
        var crumbs = [Link(site.name, current == nil ? nil : ContentPath.site(site.code))]
        if let current {
            crumbs.append(Link(current.name, last == nil ? nil : ContentPath.column(site.code, current.code)))
        }
        return crumbs + (last.map { [$0] } ?? [])
    }

    private func item(_ column: Column) -> HTML {
        let isHere = column.id == current?.id
        return """
            <li><a href="\(ContentPath.column(site.code, column.code))"\
            \(attribute: "aria-current", isHere ? "page" : nil)>\(column.name)</a></li>
            """
    }
}

extension PublishedLine {
    /// A line of a list.
    func item(in language: Language) -> HTML {
        "<li><div><a href=\"\(path)\">\(manuscript.title(in: language))</a></div><span>\(liveAt.day.iso)</span></li>\n"
    }
}
