import Messaging
import Refusals
import Web

/// Where a leader asks for the brief.
struct BriefForm {
    let minute: Int?
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        let field = Field(
            "at", "每天几点发给我", .choice, value: minute.map(BriefTime.words) ?? "none",
            options: [.init("none", "不发送")]
                + BriefTime.minutes.map { .init(BriefTime.words($0), BriefTime.words($0)) },
            error: errors["at"])
        return """
            <section id="brief"><h2>每日简报</h2>
            <p>只有数字和链接，发到站内信；按您的<a href="\(MessagePath.preferences)">消息接收方式</a>，也发邮件。到点就发，不等免打扰时间结束。从第二天起发送。</p>
            \(Form(action: CockpitPath.brief, token: token, fields: [field], submit: "保存").html)</section>
            """
    }
}
