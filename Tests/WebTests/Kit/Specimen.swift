import Refusals
import WorkingTime

@testable import Web

/// Every piece of the kit on one page, with long Chinese text, errors and empty lists: what the tests check
/// and what a person looks at.
struct Specimen {
    let request: WebRequest

    static let errors = [
        FieldError("phone", "请填写 11 位手机号码，例如 13800005678。"),
        FieldError("premises", "请选择经营场所的产权情况。"),
        FieldError("partners", "请至少填写一名从业人员。"),
    ]

    var page: Page {
        Page(
            "开办餐饮店一件事", crumbs: [Link("找服务", "/services"), Link("开办餐饮店一件事", nil)],
            description: "一次提交，四个部门同时办理",
            body: """
                \(Steps(["核对申请人", "经营场所", "上传材料", "核对并提交"], current: 1).html)
                \(ErrorSummary(Specimen.errors).html)
                <h1>经营场所</h1>
                <p class="lead">我们已经替您填好政府知道的内容，请核对。</p>
                \(form)
                \(notices)
                \(progress)
                \(lists)
                """)
    }

    private var form: HTML {
        Form(
            action: "/services/food/draft", token: request.csrf, fields: SpecimenFields.all, submit: "保存并继续",
            secondary: "<a href=\"/my\">稍后再填</a>"
        ).html
    }

    private var notices: HTML {
        """
        <h2>提示</h2>
        \(Notice("已收到您的补充材料。", "<p>部门将在 1 个工作日内核对。</p>", tone: .done).html)
        \(Notice("消防部门将于 11月25日上午到店检查", "<p>请安排人在场，准备好场所平面图。</p>", tone: .warning).html)
        \(Notice("上传没有成功", "<p>文件超过 20 MB，请压缩后再传。</p>", tone: .error).html)
        \(Notice("这个事项按承诺 5 个工作日办结。").html)
        <div class="actions">\(PostButton("撤回申请", action: "/cases/1/withdrawal", token: request.csrf, tone: .danger).html)
        \(PostButton("催办", action: "/cases/1/reminders", token: request.csrf).html)</div>
        """
    }

    private var progress: HTML {
        """
        <h2>各部门</h2>
        \(Card(nil, "<ul class=\"organs\">\(each: SpecimenClocks.organs, { $0.html })</ul>").html)
        <h2>经过</h2>
        \(Timeline(SpecimenClocks.entries).html)
        """
    }

    private var lists: HTML {
        """
        <h2>核对您的回答</h2>
        \(Card(nil, SummaryList(SpecimenFields.answers).html).html)
        <h2>我的待办</h2>
        \(SpecimenClocks.table.html)
        \(Pager(next: "MTIz", of: request).html)
        <h2>消息</h2>
        \(EmptyState("现在没有要办的事", "<p>有新的办件分给您时，会出现在这里。</p>").html)
        """
    }
}
