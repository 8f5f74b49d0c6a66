import Storage
import Web
import WorkingTime

/// The cases behind a figure.
struct CasesPage {
    let assessment: Assessment
    let organ: String
    /// Empty for what was done outside offices; nil for all of the organ.
    let office: String?
    /// nil for whatever post.
    let post: String?
    let figure: Figure
    let slice: Slice<CaseBehind>
    /// The figure that stands on the sheet; nil where the list is of one office or person.
    let counted: Int?
    /// Whether the whole list stands on this page.
    let isWhole: Bool
    let pager: Pager

    var page: Page {
        let (period, name) = (assessment.period, assessment.name(organ))
        return Page(
            "\(figure.chinese)：\(name)",
            crumbs: assessment.crumbs(under: organ, figure.chinese),
            width: .wide, area: .desk,
            body: """
                <h1>\(figure.chinese)</h1>
                <p class="lead">\(name)\(place)，\(period.chinese)，按时间先后。\(counted.map { "绩效表里的数是 \($0)。" } ?? "")</p>
                \(difference)
                \(slice.items.isEmpty ? EmptyState((counted ?? 0) > 0 ? "没有可以列出的办件" : "这一期没有这样的办件").html : table)
                \(pager.html)
                """)
    }

    private var place: String {
        [office.map(assessment.officeName), post.map { FigureOwner(organ: organ, post: $0).postWords }]
            .compactMap(\.self).map { "，\($0)" }.joined()
    }

    /// What was frozen never changes, though a card may be withdrawn afterwards; what is not frozen was counted a while ago,
    /// and of months that came as sums there are no cases.
    private var difference: HTML {
        let listed = slice.items.count
        guard isWhole, let counted, counted != listed else { return .empty }
        guard !assessment.isFrozen else {
            return Notice(
                "和核定的数不一样",
                "<p>核定时数到 \(counted)，现在列出 \(listed)：其后撤销、移交或者更正的不再列出，只装入汇总数的月份没有办件可以列出。核定的数不变。</p>"
            ).html
        }
        return Notice(
            "和绩效表里的数不一样",
            "<p>表里统计到 \(counted)，现在列出 \(listed)：统计以后办理、撤销、移交或者更正的，下次统计计入；只装入汇总数的月份没有办件可以列出。</p>"
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
