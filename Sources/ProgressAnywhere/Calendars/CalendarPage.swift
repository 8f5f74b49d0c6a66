import Refusals
import Web
import WorkingTime

/// 日历订阅: the addresses somebody has given to calendar programs.
struct CalendarPage {
    static let title = "日历订阅"

    let open: [CalendarSubscription]
    let token: CSRFToken
    var name = "手机"
    /// The new address, once.
    var address: String?
    var errors: [FieldError] = []
    var refusal: Sentence?

    init(open: [CalendarSubscription], token: CSRFToken) { (self.open, self.token) = (open, token) }

    var page: Page {
        Page(
            Self.title, crumbs: [Link("我的办件", ProgressPath.matters), Link(Self.title, nil)],
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })\
                \(address.map(made))
                <h1>\(Self.title)</h1>
                <p class="lead">手机或电脑的日历会自己显示您办件的最后期限、听证会和补交材料的日期；期限变了，日历也跟着变。</p>
                <p>日历里只有事项名称、部门和编号的后四位，没有姓名。拿到地址的人都能看到，请不要转发；不用了就停用。</p>
                \(open.isEmpty ? .empty : table)
                <h2>生成新的订阅地址</h2>
                \(Form(action: ProgressPath.calendars, token: token, fields: [field], submit: "生成地址").html)
                """)
    }

    private var field: Field {
        Field("name", "用在哪里", hint: "例如“手机”。", value: name, error: errors["name"], autocomplete: "off")
    }

    private func made(_ address: String) -> HTML {
        Notice(
            "订阅地址只显示这一次",
            """
            <p class="code">\(address)</p>
            <p>在日历应用里选“添加订阅日历”（有的叫“通过网址添加”），把地址粘贴进去。</p>
            """, tone: .done
        ).html
    }

    private var table: HTML {
        Table(
            "正在使用的订阅地址", columns: [.init("用在哪里"), .init("生成时间"), .init("最近读取"), .init("停用")],
            rows: open.map { one in
                [
                    "\(one.name)", "\(one.madeAt.day.chinese)",
                    "\(one.lastReadOn.map(\.chinese) ?? "还没有")",
                    PostButton("停用", action: ProgressPath.withdrawal(String(one.id)), token: token).html,
                ]
            }
        ).html
    }
}
