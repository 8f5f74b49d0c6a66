/// What stands around every page: head, masthead, the way here, foot.
struct Layout {
    let request: WebRequest
    let site: Site
    let navigation: [NavigationLink]
    let desk: [DeskSection]
    /// What must be known at once, above everything else.
    var notice: EmergencyNotice?

    /// The whole document.
    func document(_ page: Page) -> HTML {
        """
        <!doctype html>
        <html lang="\(request.language.rawValue)" class="\(page.area.rawValue)\(request.elder ? " elder" : "")\(request.isKiosk ? " at-kiosk" : "")">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title(page))</title>
        \(optional(page.description) { "<meta name=\"description\" content=\"\($0)\">" })
        \(page.head.html(in: request.language, of: site))\(alternates)<meta name="theme-color" content="#0b4f9e">
        <link rel="icon" href="\(Asset.url("seal.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(Asset.url("minben.css"))">
        \(each: scripts(page), { "<script src=\"\(Asset.url($0))\" defer></script>\n" })
        </head>
        <body>
        <a class="skip" href="#main">跳到正文</a>
        \(notice?.html)\(Masthead(request: request, site: site, links: navigation, menu: menu, page: page).html)
        \(if: request.isKiosk, KioskBar().html)
        \(main(page))
        \(footer)
        </body>
        </html>
        """
    }

    private var menu: DeskMenu { DeskMenu(desk, for: request) }

    private func scripts(_ page: Page) -> [String] {
        ["minben.js"] + (request.isKiosk ? [KioskBar.script] : []) + page.scripts
    }

    /// The page in its other languages, for search engines.
    private var alternates: HTML? {
        guard request.languages.count > 1, !site.address.isEmpty, let uri = LanguageLinks(request).uri else {
            return nil
        }
        return """
            \(each: request.languages, { "<link rel=\"alternate\" hreflang=\"\($0.rawValue)\" href=\"\(absolute($0, uri))\">\n" })\
            <link rel="alternate" hreflang="x-default" href="\(absolute(.simplified, uri))">

            """
    }

    private func absolute(_ language: Language, _ uri: String) -> String {
        site.address + language.address(uri)
    }

    private func title(_ page: Page) -> String {
        page.title == site.name ? site.name : "\(page.title) - \(site.name)"
    }

    private func main(_ page: Page) -> HTML {
        if page.isFullBleed { return "<main id=\"main\">\(page.body)</main>" }
        return """
            <main id="main" class="wrap \(page.width.rawValue)">
            \(Crumbs(page.crumbs).html)
            \(page.body)
            \(page.showsDeskIndex ? menu.index : nil)
            </main>
            """
    }

    private var footer: HTML {
        """
        <footer class="foot"><div class="wrap">
        \(if: !site.footer.isEmpty, "<ul class=\"foot-links\">\(links)</ul>")
        <p>主办：\(site.host)</p>
        <p>\(site.imprint)</p>
        </div></footer>
        """
    }

    private var links: HTML {
        "\(each: site.footer, { "<li><a href=\"\($0.href ?? "/")\">\($0.label)</a></li>" })"
    }

    private func optional(_ text: String?, _ piece: (String) -> HTML) -> HTML? { text.map(piece) }
}
