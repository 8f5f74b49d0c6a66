/// The head of every page: whose site it is, how to see it better, and who is here.
struct Masthead {
    let request: WebRequest
    let site: Site
    let links: [NavigationLink]
    let menu: DeskMenu
    let page: Page

    var html: HTML {
        """
        <header class="mast"><div class="wrap">
        <a class="brand" href="\(page.area == .desk ? site.paths.desk : "/")">\(Seal(site.seal).html)
        <span class="brand-name">\(name)<small>\(line)</small></span></a>
        \(search)
        <nav class="mast-nav" aria-label="工具"><ul>
        \(each: page.area == .hall ? links.filter { $0.isShown(to: request.principal) } : [], item)
        \(LanguageLinks(request).html)
        \(display)
        \(optional(site.paths.accessibility, accessibility))
        \(person)
        </ul></nav>
        </div>\(page.area == .desk ? menu.html : nil)</header>
        """
    }

    private var name: String { page.area == .desk ? "工作台" : site.name }

    private var line: String {
        page.area == .desk ? request.principal?.organName ?? site.name : site.motto
    }

    private var search: HTML? {
        guard page.area == .hall, page.offersSearch, !page.isFullBleed else { return nil }
        return optional(site.paths.search) { path in
            """
            <form class="mast-search" role="search" action="\(path)">
            <input type="search" name="q" aria-label="搜索服务、政策和答复" placeholder="搜索全站">
            <button class="button quiet small">搜索</button></form>
            """
        }
    }

    private var display: HTML {
        if request.elder {
            return "<li><a href=\"/display/standard?next=\(here)\" rel=\"nofollow\">标准版</a></li>"
        }
        return "<li><a href=\"/display/elder?next=\(here)\" rel=\"nofollow\">长者版</a></li>"
    }

    /// On a phone those who are signed in need the room for their own links; the foot leads there too.
    private func accessibility(_ path: String) -> HTML {
        """
        <li\(attribute: "class", request.principal == nil ? nil : "mast-access")><a href="\(path)">无障碍</a></li>
        """
    }

    /// Where to come back to; not to what was posted.
    private var here: String { request.isChange ? "/" : request.language.address(request.uri) }

    private var person: HTML {
        guard let principal = request.principal else {
            return """
                <li class="mast-me"><a class="button quiet small" href="\(site.paths.signIn)">登录</a></li>
                """
        }
        return """
            \(messages(principal))
            <li class="mast-me">\(me(principal))</li>
            <li><form method="post" action="\(site.paths.signOut)">\(request.csrf.field)\
            <button class="link">退出</button></form></li>
            """
    }

    /// Officers work by the lists of the desk; messages go to those who wait for an answer.
    private func messages(_ principal: any Principal) -> HTML? {
        guard let path = site.paths.messages, !principal.isStaff else { return nil }
        return """
            <li><a href="\(path)"\(attribute: "aria-current", hereMark(path))>消息\(unread(principal.unread))</a></li>
            """
    }

    private func unread(_ count: Int) -> HTML? {
        count == 0 ? nil : " <span class=\"count\">\(count)<span class=\"sr\"> 条未读</span></span>"
    }

    private func me(_ principal: any Principal) -> HTML {
        let home = principal.isStaff ? site.paths.desk : site.paths.account
        guard let account = site.paths.security ?? home else {
            return "<span>\(principal.displayName)</span>"
        }
        return "<a href=\"\(account)\">\(principal.displayName)</a>"
    }

    private func item(_ link: NavigationLink) -> HTML {
        """
        <li><a href="\(link.href)"\(attribute: "aria-current", hereMark(link.href))>\(link.label)</a></li>
        """
    }

    private func hereMark(_ path: String) -> String? { path == request.path ? "page" : nil }

    private func optional(_ text: String?, _ piece: (String) -> HTML) -> HTML? { text.map(piece) }
}
