import Identity
import Refusals
import Web

/// What waits for a decision, the oldest first.
struct ChangeListPage {
    let lines: [(change: PostChange, name: String)]
    let organs: OrganNames
    let refusal: Sentence?
    let pager: Pager
    let officer: OfficerContext
    let token: CSRFToken

    var page: Page {
        Page(
            "待审定的岗位变动",
            crumbs: [
                Link("工作台", "/desk"), Link("账号与岗位", RightsPath.staff), Link("待审定的岗位变动", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(refused)
                <h1>待审定的岗位变动</h1>
                <p class="lead">系统管理员提出，安全管理员审定。提出人和本人都不能审定。</p>
                \(lines.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private var refused: HTML? {
        refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
    }

    private var empty: HTML { EmptyState("没有待审定的变动", "<p>提出以后会出现在这里。</p>").html }

    private var table: HTML {
        ChangeTable(lines: lines, organs: organs, officer: officer, token: token).html
    }
}
