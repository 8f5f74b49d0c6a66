import Cases
import Storage
import Web
import WorkingTime

/// The cases behind a number.
struct CaseListPage {
    let slice: Slice<CaseOutlook.Entry>
    let title: String
    let names: [String: String]
    let at: Instant
    let pager: Pager

    var page: Page {
        Page(
            title,
            crumbs: [Link("工作台", "/desk"), Link(CockpitPage.title, CockpitPath.cockpit), Link(title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(title)</h1>
                <p class="hint">期限按 \(at.chinese) 统计时的时间比较，以后办结的不再列出。</p>
                \(slice.items.isEmpty ? EmptyState("没有这样的办件").html : table)
                \(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "办件", columns: [.init("办件"), .init("部门"), .init("收到"), .init("到期")],
            rows: slice.items.map { entry in
                [
                    "\(entry.name)<br><a class=\"code\" href=\"/desk/cases/\(entry.number)\">\(entry.number)</a>",
                    "\(names[entry.organ] ?? entry.organ)", "\(entry.filedAt.day.chinese)",
                    "\(entry.dueAt.map { $0.day.chinese } ?? "—")",
                ]
            }
        ).html
    }
}
