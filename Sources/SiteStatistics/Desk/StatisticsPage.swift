import Web
import WorkingTime

/// How often public pages were read: by day, by column, by page.
struct StatisticsPage {
    let span: Int
    /// The month of the pages, `2026-11`.
    let month: String
    let today: CivilDate
    let days: [FigureStore.Day]
    let columns: [FigureStore.Column]
    let pages: [FigureStore.Page]
    let names: [String: String]

    private var total: Counts { days.reduce(into: Counts()) { $0 += $1.counts } }

    var page: Page {
        Page(
            "访问统计", crumbs: [Link("工作台", "/desk"), Link("访问统计", nil)], width: .wide, area: .desk,
            body: """
                <h1>访问统计</h1>
                \(SpanTabs(address: StatisticsPath.desk, span: span).html)
                \(figures)
                \(BarChart("近 \(span) 天每天打开公开页面的次数", unit: "次", bars: days.map { .init($0.day.iso, $0.counts.visits) }).html)
                \(file("days", "下载每日表格（CSV）"))
                <h2>各栏目</h2>
                \(columns.isEmpty ? EmptyState("这段时间还没有访问").html : columnTable)
                \(file("columns", "下载栏目表格（CSV）"))
                <h2 id="pages">\(month) 读得最多的页面</h2>
                \(months)
                \(pages.isEmpty ? EmptyState("这个月还没有访问").html : pageTable)
                \(file("pages", "下载页面表格（CSV）"))
                <h2>怎样统计</h2>
                <p class="quiet-words">只数页面被打开的次数，不用 Cookie，不记录访问者的地址和身份，也不交给第三方；自称机器人的程序不计。读到哪里由页面离开时说一个数，不开脚本的浏览器不说。各节点每分钟汇总一次。</p>
                """)
    }

    private var figures: HTML {
        let all = total
        let values = [
            ("打开页面", "\(all.visits) 次"), ("搜索", "\(all.searches) 次"), ("下载", "\(all.downloads) 次"),
            ("读到底", all.readToTheEndPercent.map { "\($0)%" } ?? "—"),
        ]
        return "<dl class=\"facts\">\(each: values, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>"
    }

    private func file(_ what: String, _ words: String) -> HTML {
        """
        <p class="actions"><a class="button quiet small" href="\(StatisticsPath.file)?of=\(what)&amp;days=\(span)&amp;month=\(month)">\
        \(words)</a></p>
        """
    }

    private var columnTable: HTML {
        Table(
            "各栏目的访问", columns: [.init("栏目")] + CountCells.columns,
            rows: columns.map { column in
                let name = column.name(names)
                let head: HTML = column.site.isEmpty ? "\(name)" : "<a href=\"\(column.path)\">\(name)</a>"
                return [head] + CountCells.cells(column.counts)
            }
        ).html
    }

    private var pageTable: HTML {
        Table(
            "读得最多的页面", columns: [.init("页面")] + CountCells.columns,
            rows: pages.map { page in
                ["<a href=\"\(StatisticsPath.page)?path=\(page.path)\">\(names[page.path] ?? page.path)</a>"]
                    + CountCells.cells(page.counts)
            }
        ).html
    }

    private var months: HTML {
        let first = CivilDate(iso: "\(today.iso.prefix(7))-01") ?? today
        let last = (0..<12).map { String(first.adding(months: -$0).iso.prefix(7)) }
        return """
            <nav aria-label="月份"><p class="months">\(each: last, { $0 == month ? "<b>\($0)</b> " : "<a href=\"\(StatisticsPath.desk)?days=\(span)&amp;month=\($0)#pages\">\($0)</a> " })</p></nav>
            """
    }
}

/// The figures of a row.
enum CountCells {
    static let columns: [Table.Column] = [
        .init("访问", isNumber: true), .init("下载", isNumber: true), .init("读到一半", isNumber: true),
        .init("读到底", isNumber: true),
    ]

    static func cells(_ counts: Counts) -> [HTML] {
        let half = counts.known == 0 ? nil : (counts.depths[1...].reduce(0, +)) * 100 / counts.known
        return [
            "\(counts.visits)", "\(counts.downloads)", "\(half.map { "\($0)%" } ?? "—")",
            "\(counts.readToTheEndPercent.map { "\($0)%" } ?? "—")",
        ]
    }
}

/// The spans one may choose.
struct SpanTabs {
    let address: String
    let span: Int
    var path: String?

    var html: HTML {
        "<nav class=\"tabs\" aria-label=\"时间\">\(each: StatisticsPages.spans, tab)</nav>"
    }

    private func tab(_ days: Int) -> HTML {
        let current = days == span ? "page" : nil
        guard let path else {
            return "<a href=\"\(address)?days=\(days)\"\(attribute: "aria-current", current)>近 \(days) 天</a>"
        }
        return """
            <a href="\(address)?days=\(days)&amp;path=\(path)"\(attribute: "aria-current", current)>近 \(days) 天</a>
            """
    }
}

/// One page by days.
struct PageFiguresPage {
    let path: String
    let name: String?
    let span: Int
    let days: [FigureStore.Day]

    private var total: Counts { days.reduce(into: Counts()) { $0 += $1.counts } }

    var page: Page {
        let title = name ?? path
        return Page(
            title, crumbs: [Link("工作台", "/desk"), Link("访问统计", StatisticsPath.desk), Link(title, nil)],
            width: .wide,
            area: .desk,
            body: """
                <h1>\(title)</h1><p class="quiet-words code">\(path)</p>
                \(SpanTabs(address: StatisticsPath.page, span: span, path: path).html)
                \(BarChart("近 \(span) 天每天打开这个页面的次数", unit: "次", bars: days.map { .init($0.day.iso, $0.counts.visits) }).html)
                \(BarChart("读者读到哪里（知道的 \(total.known) 次）", unit: "次", bars: quarters).html)
                """)
    }

    private var quarters: [BarChart.Bar] {
        zip(["四分之一", "一半", "四分之三", "读到底"], total.depths).map { .init($0, $1) }
    }
}
