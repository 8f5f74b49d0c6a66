import Web
import WorkingTime

/// The filings of a year that stand before an organ in one state.
struct ReviewListPage {
    let plan: InspectionPlan
    /// The name of the organ.
    let organ: String
    let state: InspectionPart.State
    let counts: [InspectionPart.State: Int]
    let figures: (obliged: Int, filed: Int)
    let filings: [FilingStore.Listed]
    let pager: Pager
    let today: CivilDate

    private var year: String { String(plan.year) }

    var page: Page {
        Page(
            "\(plan.title)：\(organ)",
            crumbs: [Link("工作台", "/desk"), Link("联合年检", InspectionPath.desk), Link(plan.title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(plan.title)：\(organ)</h1>
                <p class="lead">申报时间\(plan.opensOn.chinese)至\(plan.closesOn.chinese)。应检 \(figures.obliged) 家，已申报 \(figures.filed) 家。</p>
                \(missing)
                <nav class="actions" aria-label="状态">\(each: InspectionPart.State.allCases, way)</nav>
                \(content)
                \(pager.html)
                """)
    }

    private var missing: HTML? {
        let open = figures.obliged - figures.filed
        guard open > 0 else { return nil }
        let link: HTML = "<p><a href=\"\(InspectionPath.missing(year))\">看名单</a></p>"
        return plan.isOver(on: today)
            ? Notice("已经截止，\(open) 家应检企业没有申报", link, tone: .warning).html
            : Notice("还有 \(open) 家应检企业没有申报", link).html
    }

    private func way(_ wanted: InspectionPart.State) -> HTML {
        let here = wanted == state ? "page" : nil
        return """
            <a class="button quiet small" href="\(InspectionPath.year(year))?state=\(wanted.rawValue)"\(attribute: "aria-current", here)>\(wanted.chinese) \(counts[wanted] ?? 0)</a>
            """
    }

    private var content: HTML {
        guard !filings.isEmpty else { return EmptyState("没有\(state.chinese)的申报").html }
        let isTimed = state == .correcting
        return Table(
            "年检申报",
            columns: [.init("企业"), .init("统一社会信用代码"), .init(isTimed ? "整改期限" : "申报时间")],
            rows: filings.map { filing in
                [
                    "<a href=\"\(InspectionPath.review(year, String(filing.id)))\">\(filing.name)</a>",
                    "\(filing.code)",
                    isTimed ? "\(filing.correctBy?.chinese ?? "")" : "\(filing.filedAt.shortChinese)",
                ]
            }
        ).html
    }
}
