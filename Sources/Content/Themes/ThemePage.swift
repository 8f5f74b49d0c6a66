import Services
import Storage
import Web
import WorkingTime

/// All life events, or all groups of people.
struct ThemeListPage {
    let kind: Theme.Kind
    let themes: [Theme]
    let tags: SiteTags

    var page: Page {
        Page(
            kind.chinese, crumbs: [Link(kind.chinese, nil)], width: .wide,
            description: "办事服务、政策和内容放在一起，\(kind.chinese)。", head: tags.standing(kind.path, kind.chinese),
            body: """
                <h1>\(kind.chinese)</h1>
                <p class="lead">办事服务、政策、公告和常见问题放在一起看。</p>
                \(Tiles(themes.map { ($0.name, $0.hint, $0.path) }).html)
                """)
    }
}

/// Everything about one life event or group: services first, then what is published.
struct ThemePage {
    let theme: Theme
    let services: [PublicService]
    let parts: [(ThemePart, Slice<PublishedLine>)]
    let tags: SiteTags
    let language: Language

    var page: Page {
        Page(
            theme.name, crumbs: [Link(theme.kind.chinese, theme.kind.path), Link(theme.name, nil)],
            description: "\(theme.name)：\(theme.hint)。", head: tags.standing(theme.path, theme.name),
            body: """
                <h1>\(theme.name)</h1><p class="lead">\(theme.hint)</p>
                \(services.isEmpty ? "" : served)\(each: parts, part)
                \(if: services.isEmpty && parts.isEmpty, EmptyState("这里还没有内容", "<p>新的内容发布以后会出现在这里。</p>").html)
                """)
    }

    private var served: HTML {
        """
        <section><h2>办事服务</h2><ul class="links">\(each: services, { service in
            "<li><div><a href=\"/services/\(service.item.slug)\">\(service.item.name)</a><p class=\"quiet-words\">\(service.item.summary)</p></div></li>"
        })</ul></section>

        """
    }

    private func part(_ part: (ThemePart, Slice<PublishedLine>)) -> HTML {
        let (name, slice) = part
        let all = "\(theme.path)/\(name.rawValue)"
        return """
            <section><h2>\(name.kind.chinese)</h2>\(ThemeLines(part: name, lines: slice.items, language: language).html)\
            \(slice.next.map { _ in "<p><a href=\"\(all)\">全部\(name.kind.chinese)</a></p>" })</section>

            """
    }
}

/// All of one kind that stand under a theme.
struct ThemePartPage {
    let theme: Theme
    let part: ThemePart
    let lines: [PublishedLine]
    let pager: Pager
    let tags: SiteTags
    let language: Language

    var page: Page {
        let name = part.kind.chinese
        return Page(
            "\(name) - \(theme.name)",
            crumbs: [
                Link(theme.kind.chinese, theme.kind.path), Link(theme.name, theme.path), Link(name, nil),
            ], head: tags.standing("\(theme.path)/\(part.rawValue)", "\(name) - \(theme.name)"),
            body: """
                <h1>\(theme.name)：\(name)</h1>
                \(lines.isEmpty ? EmptyState("这里还没有内容", "<p>新的内容发布以后会出现在这里。</p>").html : ThemeLines(part: part, lines: lines, language: language).html)
                \(pager.html)
                """)
    }
}

/// Lines of one kind: questions open where they stand.
struct ThemeLines {
    let part: ThemePart
    let lines: [PublishedLine]
    let language: Language

    var html: HTML {
        guard part == .questions else {
            return "<ul class=\"links\">\(each: lines, { $0.item(in: language) })</ul>"
        }
        return HTML.joined(lines.map { QuestionPiece(line: $0, language: language).html })
    }
}

/// The answer opens where the question stands; its own page is for those who want to send it to somebody.
struct QuestionPiece {
    let line: PublishedLine
    let language: Language

    var html: HTML {
        """
        <details class="question"><summary>\(line.manuscript.title(in: language))</summary>
        <div class="article">\(ContentText(line.manuscript.body(in: language)).html)</div>
        <p class="quiet-words"><a href="\(line.path)">单独打开：\(line.manuscript.title(in: language))</a> · \(line.changedAt.day.iso) 更新</p></details>

        """
    }
}
