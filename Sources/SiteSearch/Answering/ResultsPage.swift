import Government
import Search
import Services
import Web
import WorkingTime

/// What was found, or what helps when nothing was.
struct ResultsPage {
    let inquiry: Inquiry
    let answer: Answer
    let organs: [String: String]
    let sites: [String: String]
    let pager: Pager

    var page: Page {
        Page(
            inquiry.words.isEmpty ? "搜索" : "搜索：\(inquiry.words)", crumbs: [Link("搜索", nil)], width: .wide,
            offersSearch: false,
            body: """
                <h1>搜索</h1>
                \(box)
                \(inquiry.words.allSatisfy(\.isWhitespace) ? hints : found)
                """)
    }

    private var box: HTML {
        SearchBox(
            action: SearchPath.search, value: inquiry.words, placeholder: "服务、政策、公告、问答；可以只输入拼音首字母"
        ).html
    }

    private var hints: HTML {
        """
        <p class="lead">在全站的服务、新闻、公告、政策、公开文件、问答和数据里查找，一个字也可以。\
        服务事项可以只输入拼音首字母，例如 <a href="\(SearchPath.search)?q=spjyxk">spjyxk</a>。</p>
        """
    }

    private var found: HTML {
        """
        <div class="catalogue"><div>
        \(status.map { "<p class=\"hint\" role=\"status\">\($0)</p>" })
        \(meant)\(bets)\(services)\(answer.isMiss ? miss : .empty)\(documents)\(pager.html)
        </div>\(FacetsAside(inquiry: inquiry, facets: answer.facets, organs: organs, sites: sites).html)</div>
        """
    }

    private var status: String? {
        guard !answer.isMiss else { return nil }
        let (words, count) = (inquiry.words, answer.facets.counted)
        if count == 0 { return "与“\(words)”有关的服务事项 \(answer.serviceCount) 个" }
        if answer.facets.isPartial { return "与“\(words)”有关的内容超过 \(count) 条，先列最相符、最新的" }
        return "与“\(words)”有关的内容 \(count) 条，先列最相符、最新的"
    }

    private var bets: HTML {
        guard !answer.bets.isEmpty else { return .empty }
        return """
            <section class="card"><h2>推荐</h2><ul class="links">\(each: answer.bets, {
                "<li><a href=\"\($0.address)\">\($0.title)</a></li>"
            })</ul></section>
            """
    }

    private var services: HTML {
        guard !answer.services.isEmpty else { return .empty }
        return """
            <section class="card"><h2>服务事项</h2><ul class="organs">\(each: answer.services, line)</ul>\
            \(more)</section>
            """
    }

    private func line(_ service: PublicService) -> HTML {
        """
        <li class="organ"><b><a href="/services/\(service.item.slug)">\(marking.html(service.item.name))</a></b>
        <p>\(marking.html(service.item.summary))</p></li>
        """
    }

    private var more: HTML? {
        guard answer.serviceCount > answer.services.count else { return nil }
        return """
            <p><a href="/services?q=\(inquiry.words)">查看全部 \(answer.serviceCount) 个服务事项</a></p>
            """
    }

    private var documents: HTML {
        guard !answer.hits.isEmpty else { return .empty }
        return """
            <section class="card"><h2>\(answer.isPartial ? "部分相符的内容" : "全部内容")</h2>\
            <ul class="organs">\(each: answer.hits, line)</ul></section>
            """
    }

    private func line(_ hit: Hit) -> HTML {
        """
        <li class="organ"><b><a href="\(hit.address)">\(marking.html(hit.title))</a></b>
        <p>\(marking.html(hit.summary))</p>
        <p class="hint">\(hit.kind.chinese) · \(organs[hit.organ] ?? hit.organ) · \(hit.date.written)</p></li>
        """
    }

    private var marking: Highlight { Highlight(answer.marks) }
}

/// What can be done when nothing has all the words.
extension ResultsPage {
    private var miss: HTML {
        "\(EmptyState("没有找到与“\(inquiry.words)”完全相符的内容", advice).html)"
    }

    private var advice: HTML {
        """
        <p>\(if: inquiry.isNarrowed, "<a href=\"\(inquiry.asking(inquiry.words).address)\">去掉筛选条件再找</a>；")\
        换个短一点的词再试，或者<a href="/services">看看全部服务事项</a>，也可以拨打 12345 询问。</p>
        """
    }

    private var meant: HTML? {
        guard !answer.suggestions.isEmpty else { return nil }
        return """
            <p class="lead">您是不是要找：\(each: answer.suggestions, {
                "<a href=\"\(inquiry.asking($0).address)\">\($0)</a> "
            })</p>
            """
    }
}
