import Storage
import Web
import WorkingTime

/// What a plan moves, with counts and one list.
struct PreviewPage {
    let preview: Preview
    let kind: PreviewKind
    let pager: Pager

    private var plan: RestructuringPlan { preview.plan }

    var page: Page {
        Page(
            "预览：会移交什么",
            crumbs: [
                Link("工作台", "/desk"), Link("机构改革", RestructuringPath.plans),
                Link(plan.title, RestructuringPath.plan(String(plan.id))), Link("预览", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>预览：会移交什么</h1>
                <p class="lead">按现在的情况计算，\(plan.effectiveOn.iso) 执行时重新计算。办件编号、时限和已办结的办件不变。</p>
                \(SummaryList(PreviewKind.allCases.map(count)).html)
                <h2>\(kind.title)</h2>
                \(preview.lines.items.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private func count(_ kind: PreviewKind) -> SummaryList.Row {
        let path = "\(RestructuringPath.preview(String(plan.id)))?list=\(kind.rawValue)"
        return .init(kind.title, "<a href=\"\(path)\">\(preview.counts[kind] ?? 0)</a>")
    }

    private var empty: HTML { EmptyState("没有", "<p>这个方案不涉及。</p>").html }

    private var table: HTML {
        Table(
            kind.title, columns: [.init("内容"), .init("说明"), .init("现在"), .init("以后")],
            rows: preview.lines.items.map { line in
                ["\(line.what)", "\(line.more)", "\(line.from)", "\(line.from == line.to ? "不变" : line.to)"]
            }
        ).html
    }
}
