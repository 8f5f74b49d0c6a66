import Refusals
import Web

/// At most six things to press, in large letters.
struct KioskPage {
    let scene: HallScene
    let group: ServiceGroup?
    let asksCode: Bool
    /// Which of the pages of groups is shown.
    let turn: Int
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    private static let groupsPerPage = 4
    private var address: String { HallPath.kiosk(String(scene.hall.id)) }

    var page: Page {
        Page(
            "取号", scripts: ["hall.js"], offersSearch: false,
            body: """
                <div class="kiosk" data-return="\(address)" data-seconds="\(group == nil && !asksCode ? "" : "60")">
                \(ErrorSummary(errors).html)
                <h1>\(asksCode ? "输入预约码" : group.map { "取号：\($0.name)" } ?? "您要办什么？")</h1>
                \(content)
                </div>
                """)
    }

    private var content: HTML {
        if asksCode { return code }
        return group.map(form) ?? choices
    }

    private var choices: HTML {
        let pages = max(1, (scene.groups.count + Self.groupsPerPage - 1) / Self.groupsPerPage)
        let first = min(max(0, turn), pages - 1) * Self.groupsPerPage
        let shown = scene.groups.dropFirst(first).prefix(Self.groupsPerPage)
        let next = (first / Self.groupsPerPage + 1) % pages
        return """
            <ul class="tiles">
            <li><a href="\(address)?appointment=1"><b>我有预约</b><small>输入预约码取号</small></a></li>
            \(each: shown, tile)
            \(if: pages > 1, "<li><a href=\"\(address)?page=\(next)\"><b>更多业务</b><small>第 \(next + 1) 页，共 \(pages) 页</small></a></li>")
            </ul>
            """
    }

    private func tile(_ group: ServiceGroup) -> HTML {
        """
        <li><a href="\(address)?group=\(group.id)"><b>\(group.name)</b>\
        <small>等候 \(scene.waiting(for: group.id)) 位，\(HallPage.wait(scene.minutes(forNewcomerTo: group.id)))</small></a></li>
        """
    }

    private func form(_ group: ServiceGroup) -> HTML {
        let age = scene.hall.rules.priorityAge
        let identity = Field(
            "identity", "身份证号码", .identityNumber, hint: "满 \(age) 周岁优先；填了以后窗口不用再录入。", isRequired: false,
            value: entered?["identity"] ?? "", error: errors["identity"])
        let disabled = Field(
            "disabled", "需要照顾", .choices, isRequired: false, values: entered?.all("disabled") ?? [],
            options: [.init("yes", "我是残疾人，需要优先")])
        return """
            <p>前面等候 \(scene.waiting(for: group.id)) 位，\(HallPage.wait(scene.minutes(forNewcomerTo: group.id)))。</p>
            <span id="f-group"></span>
            \(Form(
                action: HallPath.tickets(String(scene.hall.id)), token: token, fields: [identity, disabled],
                also: "<input type=\"hidden\" name=\"group\" value=\"\(group.id)\">", submit: "取号",
                secondary: back
            ).html)
            """
    }

    private var code: HTML {
        let field = Field(
            "code", "预约码", hint: "8 位字母和数字，在您的消息和“我的预约”里。", value: entered?["code"] ?? "",
            error: errors["code"],
            autocomplete: "off")
        return """
            <span id="f-group"></span>
            \(Form(
                action: HallPath.tickets(String(scene.hall.id)), token: token, fields: [field], submit: "取号",
                secondary: back
            ).html)
            """
    }

    private var back: HTML { "<a class=\"button quiet\" href=\"\(address)\">返回</a>" }
}
