import Identity
import Web

/// 授权办事: the enterprises one represents, and what others have authorised one to do.
struct MandateListPage {
    static let title = "授权办事"

    let enterprises: [Mandate.Enterprise]
    let received: MandateTable
    let pager: Pager

    var page: Page {
        MyFrame(title: Self.title).page(
            """
            <p class="lead">法定代表人（经营者）可以授权他人代表本单位办事；双方都可以随时结束。</p>
            <h2>我代表的单位</h2>\(enterprises.isEmpty ? none : list)
            <h2>我得到的授权</h2>\(received.mandates.isEmpty ? nothing : received.html)\(pager.html)
            """)
    }

    private var list: HTML {
        """
        <ul class="list">\(each: enterprises, { enterprise in
            """
            <li><a href="\(MandatePath.enterprise(enterprise.code))">\(enterprise.name)</a>
            <div class="hint"><span class="code">\(enterprise.code)</span> 您是法定代表人（经营者）</div></li>
            """
        })</ul>
        """
    }

    private var none: HTML {
        EmptyState("您不是任何单位的法定代表人", "<p>登记机关的数据更新以后，您代表的单位会出现在这里。</p>").html
    }

    private var nothing: HTML {
        EmptyState("还没有人授权您办事", "<p>单位的法定代表人授权以后，您在申请时可以选择以该单位的名义办理。</p>").html
    }
}
