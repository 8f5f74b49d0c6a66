import Identity
import Web

/// Whom one enterprise has authorised.
struct EnterpriseMandatesPage {
    let enterprise: Mandate.Enterprise
    let given: MandateTable
    let pager: Pager

    var page: Page {
        Page(
            "\(enterprise.name)的授权",
            crumbs: [Link(MandateListPage.title, MandatePath.mandates), Link(enterprise.name, nil)],
            width: .wide,
            body: """
                <h1>\(enterprise.name)</h1>
                <p class="lead">统一社会信用代码 <span class="code">\(enterprise.code)</span></p>
                <p class="actions"><a class="button" href="\(MandatePath.new(enterprise.code))">授权他人</a></p>
                <h2>已作的授权</h2>\(given.mandates.isEmpty ? empty : given.html)\(pager.html)
                """)
    }

    private var empty: HTML {
        EmptyState("还没有授权任何人", "<p>授权以后，对方可以用自己的账号以本单位的名义申请，所办的每一件都记在对方名下。</p>").html
    }
}
