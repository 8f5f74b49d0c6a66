import Identity
import Web

/// Everything that was asked for, the newest first: what was approved is a version and stays one.
struct GrantHistoryPage {
    let changes: [GrantChange]
    let powers: PowerList
    let pager: Pager

    var page: Page {
        Page(
            "权限的各个版本",
            crumbs: [Link("工作台", "/desk"), Link("岗位权限", RightsPath.grants), Link("各个版本", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>权限的各个版本</h1>
                <p class="lead">审定的每一项变动是一个版本，旧版本一直保留。随程序交付的是第 0 版。</p>
                \(changes.isEmpty ? EmptyState("还没有变动", "<p>现在的权限都是随程序交付的。</p>").html : table)
                \(pager.html)
                """)
    }

    private var table: HTML { GrantChangeTable(changes: changes, powers: powers).html }
}
