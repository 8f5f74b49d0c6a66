import Messaging
import Refusals
import Web
import WorkingTime

/// The programs that are registered, and how another one is.
struct ProgramListPage {
    let programs: [MessageProgram]
    let entry: FormData
    let errors: [FieldError]
    let mayAsk: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "发送消息的系统",
            crumbs: [Link("工作台", "/desk"), Link("消息发送", MessageDeskPath.deliveries), Link("发送消息的系统", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>发送消息的系统</h1>
                <p class="lead">各部门的系统可以通过本站发短信和邮件。系统管理员登记，安全管理员批准，批准后领取密钥。</p>
                \(programs.isEmpty ? EmptyState("还没有系统", "<p>登记并批准以后会出现在这里。</p>").html : table)
                \(if: mayAsk, form)
                """)
    }

    private var table: HTML {
        Table(
            "发送消息的系统", columns: [.init("系统"), .init("用途"), .init("每日上限", isNumber: true), .init("状态")],
            rows: programs.map { program in
                [
                    "<a href=\"\(MessageDeskPath.program(String(program.id)))\">\(program.name)</a>",
                    "\(program.purpose)", "\(program.dailyLimit) 条", program.badge,
                ]
            }
        ).html
    }

    private var form: HTML {
        """
        <h2>登记系统</h2>
        \(Form(
            action: MessageDeskPath.programs, token: token,
            fields: [
                Field("name", "名称", hint: "例如：区图书馆借阅系统。", value: entry["name"] ?? "", error: errors["name"]),
                Field(
                    "purpose", "发送什么，谁运行", .longText, value: entry["purpose"] ?? "", error: errors["purpose"]),
                Field(
                    "daily_limit", "每日上限（条）", .integer, value: entry["daily_limit"] ?? "1000",
                    error: errors["daily_limit"]),
            ], submit: "登记").html)
        """
    }
}

extension MessageProgram {
    /// The state in a word and a colour.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .draft: .near
            case .approved: .done
            case .ended: .waiting
            }
        return StatusBadge(state.chinese, tone).html
    }
}
