import Web
import WorkingTime

/// A column: what is out in it, the newest first.
struct ColumnPage {
    let frame: SiteFrame
    let column: Column
    let lines: [PublishedLine]
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
                \(lines.isEmpty ? empty : list)
                \(pager.html)
                <p class="quiet-words"><a href="\(ContentPath.feed(frame.site.code, column.code))">订阅本栏目（Atom）</a></p>
                """))
    }

    private var list: HTML {
        guard column.kind == .faq else {
            return "<ul class=\"links\">\(each: lines, { $0.item(in: language) })</ul>"
        }
        return HTML.joined(lines.map(question))
    }

    /// The answer opens where the question stands; its own page is for those who want to send it to somebody.
    private func question(_ line: PublishedLine) -> HTML {
        """
        <details class="question"><summary>\(line.manuscript.title(in: language))</summary>
        <div class="article">\(ContentText(line.manuscript.body).html)</div>
        <p class="quiet-words"><a href="\(line.path)">单独打开：\(line.manuscript.title(in: language))</a> · \(line.changedAt.day.iso) 更新</p></details>

        """
    }

    private var empty: HTML { EmptyState("这里还没有内容", "<p>新的内容发布以后会出现在这里。</p>").html }
}

/// The home of a site: the newest of every column.
struct SiteHomePage {
    let frame: SiteFrame
    let newest: [(column: Column, lines: [PublishedLine])]
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
