import Identity
import Refusals
import Web
import WorkingTime

/// Which hall.
struct DeskHallListPage {
    let halls: [Hall]
    let officer: OfficerContext
    let token: CSRFToken

    var page: Page {
        let rows = halls.map { hall -> [HTML] in ["\(hall.name)", "\(hall.address)", links(hall)] }
        return Page(
            "办事大厅", crumbs: [Link("工作台", HallPath.home), Link("办事大厅", nil)], width: .wide, area: .desk,
            body: """
                <h1>办事大厅</h1>
                \(if: halls.isEmpty, EmptyState("还没有登记办事大厅").html)
                \(if: !halls.isEmpty, Table(
                    "办事大厅", columns: [.init("大厅"), .init("地址"), .init("进入")], rows: rows).html)
                \(if: officer.may(.editHalls), "<h2>增加大厅</h2>\(form)")
                """)
    }

    private func links(_ hall: Hall) -> HTML {
        let id = String(hall.id)
        var links: [HTML] = []
        if officer.serves(in: hall) {
            links.append("<a href=\"\(HallPath.desk(id))\">窗口叫号<span class=\"sr\">：\(hall.name)</span></a>")
            links.append(
                "<a href=\"\(HallPath.deskAppointments(id))\">预约<span class=\"sr\">：\(hall.name)</span></a>")
        }
        if officer.may(.readHallFigures) {
            links.append("<a href=\"\(HallPath.figures(id))\">数据<span class=\"sr\">：\(hall.name)</span></a>")
        }
        if officer.may(.editHalls) {
            links.append("<a href=\"\(HallPath.setup(id))\">设置<span class=\"sr\">：\(hall.name)</span></a>")
        }
        return HTML.joined(links, separator: " · ")
    }

    private var form: HTML {
        Form(
            action: HallPath.desk, token: token,
            fields: [Field("name", "大厅名称"), Field("address", "地址")], submit: "增加"
        ).html
    }
}

/// A hall on the desk: its windows, tickets for people at the guide's desk.
struct DeskHallPage {
    let scene: HallScene
    let windows: [Window]
    let officer: OfficerContext
    let errors: [FieldError]
    let entered: FormData?
    let done: String?
    let token: CSRFToken

    private var id: String { String(scene.hall.id) }

    var page: Page {
        Page(
            scene.hall.name,
            crumbs: [Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk), Link(scene.hall.name, nil)],
            width: .wide,
            area: .desk, scripts: ["live.js"],
            body: """
                \(ErrorSummary(errors).html)
                \(done.map { Notice("\($0) 号已进入等候", tone: .done).html })
                <h1>\(scene.hall.name)</h1>
                <p><a href="\(HallPath.deskAppointments(id))">预约</a> · <a href="\(HallPath.screen(id))">叫号大屏</a> · \
                <a href="\(HallPath.kiosk(id))">自助取号机</a></p>
                <div data-live="10"><h2>窗口</h2>\(windowTable)
                <h2>等候</h2>\(queues)</div>
                <h2>导办台代取号</h2>\(ticketForm)
                <h2>过号重新排队</h2>\(readmissionForm)
                """)
    }

    private var windowTable: HTML {
        let staffed = Dictionary(scene.windows.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let names = Dictionary(scene.groups.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let rows = windows.map { window -> [HTML] in
            let groups = window.serves.compactMap { names[$0] }.sorted().joined(separator: "、")
            let isMine = window.clerkID == officer.account.id
            return [
                "<a href=\"\(HallPath.window(String(window.id)))\">\(window.name)</a>", "\(groups)",
                "\(staffed[window.id].map { $0.clerkName } ?? "没有人值守")\(if: isMine, "（您）")",
            ]
        }
        guard !rows.isEmpty else { return EmptyState("还没有登记窗口").html }
        return Table("窗口", columns: [.init("窗口"), .init("业务"), .init("值守")], rows: rows).html
    }

    private var queues: HTML {
        let rows = scene.groups.map { group -> [HTML] in
            [
                "\(group.letter) \(group.name)", "\(scene.waiting(for: group.id))",
                "\(HallPage.wait(scene.minutes(forNewcomerTo: group.id)))",
            ]
        }
        return Table(
            "等候", columns: [.init("业务"), .init("等候人数", isNumber: true), .init("新取号预计")], rows: rows
        ).html
    }

    private var ticketForm: HTML {
        let fields = [
            Field(
                "group", "业务", .choice, value: entered?["group"] ?? "",
                options: scene.groups.map { .init(String($0.id), $0.name) }, error: errors["group"]),
            Field(
                "identity", "身份证号码", .identityNumber, hint: "满 \(scene.hall.rules.priorityAge) 周岁优先。",
                isRequired: false, value: entered?["identity"] ?? "", error: errors["identity"]),
            Field(
                "disabled", "照顾", .choices, isRequired: false, values: entered?.all("disabled") ?? [],
                options: [.init("yes", "残疾人优先")]),
        ]
        return Form(action: HallPath.deskTickets(id), token: token, fields: fields, submit: "取号").html
    }

    private var readmissionForm: HTML {
        let field = Field(
            "label", "号码", hint: "例如 A012。回到原来的位次。", value: entered?["label"] ?? "", error: errors["label"],
            autocomplete: "off")
        return Form(
            action: HallPath.desk(id) + "/readmissions", token: token, fields: [field], submit: "重新排队"
        ).html
    }
}
