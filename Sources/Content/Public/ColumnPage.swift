import Web
import WorkingTime

/// A column: what is out in it, the newest first.
struct ColumnPage {
    let frame: SiteFrame
    let column: Column
    let list: ColumnList
    /// What it is narrowed by.
    var filters: FactFilters?
    let pager: Pager
    let head: PageHead
    var language = Language.simplified

    var page: Page {
        Page(
            "\(column.name) - \(frame.site.name)", crumbs: frame.crumbs(),
            description: column.intro.isEmpty ? nil : column.intro, head: head,
            body: frame.html(
                """
                <h1>\(column.name)</h1>
                \(if: !column.intro.isEmpty, "<p class=\"lead\">\(column.intro)</p>")
                \(filters?.html)\(list.lines.isEmpty ? empty : list.html)
                \(pager.html)
                <p class="quiet-words"><a href="\(ContentPath.feed(frame.site.code, column.code))">订阅本栏目（Atom）</a></p>
                """))
    }

    private var empty: HTML { EmptyState("这里还没有内容", "<p>新的内容发布以后会出现在这里。</p>").html }
}

/// The home of a site: the newest of every column.
struct SiteHomePage {
    let frame: SiteFrame
    let newest: [(column: Column, lines: [PublishedLine])]
    let themes: Themes
    let head: PageHead
    var language = Language.simplified

    var page: Page {
        Page(
            frame.site.name, crumbs: frame.crumbs(), width: .wide,
            description: frame.site.motto.isEmpty ? nil : frame.site.motto, head: head,
            body: frame.html(
                """
                <h1 class="sr">\(frame.site.name)</h1>
                <div class="site-columns">\(each: newest, section)</div>
                \(ThemeLinks(themes: themes).html)
                """))
    }

    private func section(_ part: (column: Column, lines: [PublishedLine])) -> HTML {
        let address = ContentPath.column(frame.site.code, part.column.code)
        return """
            <section><h2><a href="\(address)">\(part.column.name)</a></h2>
            \(part.lines.isEmpty ? "<p class=\"quiet-words\">还没有内容。</p>" : "<ul class=\"links\">\(each: part.lines, { $0.item(in: language) })</ul>")
            </section>

            """
    }
}
