import Government
import Refusals
import Web
import WorkingTime

/// The exchanges, how they tell of calls, and a form for another one.
struct ExchangesPage {
    let exchanges: [Exchange]
    let organs: [Organ]
    /// The token that was just made.
    let issued: ExchangeToken?
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    var page: Page {
        Page(
            "电话系统接入", crumbs: [Link("工作台", HotlinePath.home), Link("电话系统接入", nil)], width: .wide,
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(issued.map(secret))
                <h1>电话系统接入</h1>
                <p class="lead">电话系统把来电、接通、结束告诉平台，话务员的屏幕随来电弹出。任何交换机、呼叫中心都可以接入。</p>
                \(exchanges.isEmpty ? EmptyState("还没有接入电话系统").html : table)
                <h2>领取令牌</h2>\(form)
                <h2>接口</h2>\(Self.manual)
                """)
    }

    private func secret(_ token: ExchangeToken) -> HTML {
        Notice("令牌只显示这一次，请交给电话系统保存", "<p class=\"code\">\(token.text)</p>", tone: .done).html
    }

    private static let manual: HTML = """
        <p>向 <span class="code">\(HotlinePath.calls)</span> POST JSON，带上
        <span class="code">Authorization: Bearer 令牌</span>。同一个事件重复发送没有影响。</p>
        \(SummaryList([
            .init("event", "ringing 来电，answered 接通，ended 结束。"),
            .init("call", "电话系统自己的通话编号，1 到 64 字。"),
            .init("extension", "话务员的分机，2 到 8 位数字。"),
            .init("caller", "来电号码；隐藏号码的写 null。"),
            .init("at", "什么时候，RFC 3339；不写就是现在。"),
        ]).html)
        """

    private var table: HTML {
        let names = Dictionary(organs.map { ($0.key, $0.name) }, uniquingKeysWith: { $1 })
        return Table(
            "电话系统", columns: ["名称", "接听单位", "领取", "状态"].map { Table.Column($0) },
            rows: exchanges.map { exchange in
                [
                    "\(exchange.name)", "\(names[exchange.organ] ?? exchange.organ)",
                    "\(exchange.issuedBy)，\(exchange.issuedAt.shortChinese)",
                    exchange.revokedAt.map { "已于 \($0.shortChinese)停用" }
                        ?? PostButton(
                            "停用「\(exchange.name)」", action: HotlinePath.revocation(String(exchange.id)),
                            token: token, tone: .danger
                        ).html,
                ]
            }
        ).html
    }

    private var form: HTML {
        Form(
            action: HotlinePath.exchanges, token: token,
            fields: [
                Field(
                    "name", "电话系统的名称", hint: "例如“12345 呼叫中心”。", value: entered?["name"] ?? "",
                    error: errors["name"]),
                Field(
                    "organ", "由哪个单位接听", .division, value: entered?["organ"] ?? "",
                    options: organs.map { .init($0.key, $0.name) }, error: errors["organ"]),
            ], submit: "领取令牌"
        ).html
    }
}
