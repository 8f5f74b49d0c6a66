import Messaging
import Refusals
import Web

/// How a template of a program is published.
struct ProgramTemplateForm {
    let id: String
    let entry: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        """
        <h3>公布模板</h3>
        \(Form(action: MessageDeskPath.part(id, "templates"), token: token, fields: fields, submit: "公布模板").html)
        """
    }

    private var fields: [Field] {
        [
            Field(
                "template_name", "模板名称", value: entry["template_name"] ?? "", error: errors["template_name"]),
            Field(
                "channel", "方式", .choice, value: entry["channel"] ?? "",
                options: OutwardChannel.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["channel"]),
            Field(
                "template_subject", "邮件主题", hint: "短信不用填。", isRequired: false,
                value: entry["template_subject"] ?? "", error: errors["template_subject"]),
            Field(
                "text", "文字", .longText, hint: "占位符写成 ((姓名)) 的样子，发送时由系统填入。", value: entry["text"] ?? "",
                error: errors["text"]),
            Field(
                "code", "模板编号", hint: "修改已有的模板时填写它的编号；留空就是新模板。", isRequired: false,
                value: entry["code"] ?? "", error: errors["code"]),
        ]
    }
}
