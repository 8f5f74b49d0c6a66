import Storage
import Web
import WorkingTime

/// The cases behind a figure.
struct CasesPage {
    let assessment: Assessment
    let organ: String
    /// Empty for what was done outside offices; nil for all of the organ.
    let office: String?
    let figure: Figure
    let slice: Slice<CaseBehind>
    /// What a frozen period counted, where the whole list stands on this page.
    let frozen: Int?
    let pager: Pager

    var page: Page {
        let (period, name) = (assessment.period, assessment.name(organ))
        return Page(
            "\(figure.chinese)：\(name)",
            crumbs: assessment.crumbs(under: organ, figure.chinese),
            width: .wide, area: .desk,
            body: """
                <h1>\(figure.chinese)</h1>
                <p class="lead">\(name)\(place)，\(period.chinese)，按时间先后。</p>
                \(difference)
                \(slice.items.isEmpty ? EmptyState("这一期没有这样的办件").html : table)
                \(pager.html)
                """)
    }

    private var place: String { office.map { "，\(assessment.officeName($0))" } ?? "" }

    /// What was frozen never changes, though a card may be withdrawn afterwards.
    private var difference: HTML {
        guard let frozen, frozen != slice.items.count else { return .empty }
        return Notice(
            "和核定的数不一样",
            "<p>核定时数到 \(frozen) 件，现在打开的是 \(slice.items.count) 件：其后撤销、移交或者更正的不再列出。核定的数不变。</p>"
        ).html
    }

    private var table: HTML {
        Table(
            figure.chinese, columns: [.init("编号"), .init("事项"), .init("时间")],
            rows: slice.items.map { item in ["\(link(item))", "\(item.name)", "\(item.at.shortChinese)"] }
        ).html
    }

    private func link(_ item: CaseBehind) -> HTML {
        guard let page = item.page else { return "一次到访" }
        return "<a class=\"code\" href=\"\(page)\">\(item.number)</a>"
    }
}
