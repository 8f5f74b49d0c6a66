import Government
import Refusals
import Web
import WorkingTime

/// One answered request, without anybody's name: what the search leads to.
struct RegisterEntryPage {
    let row: RequestRow
    let rules: DisclosureRules
    let organs: OrganNameHistory

    var page: Page {
        let title = row.publicTitle ?? ""
        return Page(
            title,
            crumbs: [
                Link("政府信息公开", DisclosurePath.guide), Link("已答复的申请", DisclosurePath.register),
                Link(title, nil),
            ], description: "别人申请过、机关已经答复的政府信息，去除了个人信息。",
            body: """
                <h1>\(title)</h1>
                \(SummaryList(facts).html)
                \(row.publicWords.map { "<div class=\"article\"><p class=\"words\">\($0)</p></div>" })
                <p>要完整的文件或者还想知道别的，可以<a href="\(DisclosurePath.form)">申请公开</a>。</p>
                """)
    }

    private var facts: [SummaryList.Row] {
        [
            .init("答复机关", "\(organs.name(of: row.organ, on: row.publishedAt?.day))"),
            .init("答复类型", "\(row.kind.flatMap(rules.kind)?.name ?? "")"),
            .init("公开日期", "\(row.publishedAt?.day.written ?? "")"),
        ]
    }
}
