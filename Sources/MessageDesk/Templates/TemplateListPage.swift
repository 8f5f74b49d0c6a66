import Messaging
import Web
import WorkingTime

/// The sentences the house sends.
struct TemplateListPage {
    let templates: [HouseTemplate]
    let versions: [String: TemplateVersion]

    var page: Page {
        Page(
            "消息模板",
            crumbs: [Link("工作台", "/desk"), Link("消息发送", MessageDeskPath.deliveries), Link("消息模板", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>消息模板</h1>
                <p class="lead">本站发给办事人和工作人员的话。没有改过的按随程序交付的文字发送；已经发出的消息不会改变。</p>
                \(Table(
                    "消息模板", columns: [.init("消息"), .init("类别"), .init("文字"), .init("公布")],
                    rows: templates.map(row)).html)
                """)
    }

    private func row(_ template: HouseTemplate) -> [HTML] {
        let version = versions[template.key]
        let text = (version?.texts ?? template.delivered).sms.text
        return [
            "<a href=\"\(MessageDeskPath.template(template.key))\">\(template.name)</a>",
            "\(template.kind.chinese)", "\(text)",
            version.map { "第 \($0.version) 版，\($0.publishedAt.shortChinese)" } ?? "随程序交付",
        ]
    }
}
