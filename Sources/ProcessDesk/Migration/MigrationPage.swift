import BusinessProcess
import Cases
import Refusals
import Storage
import Web

/// What would happen to the running cases of a version if they went on by another: chosen, looked at, then done.
struct MigrationPage {
    let choice: MigrationChoice
    let outlooks: Slice<VersionOutlook>
    let pager: Pager
    let reason: String
    let errors: [FieldError]
    let mayChange: Bool
    let token: CSRFToken

    private var id: String { choice.old.id }

    var page: Page {
        Page(
            "办件换版本：\(choice.new.name)",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes),
                Link(choice.new.name, ProcessDeskPath.process(id)), Link("办件换版本", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>办件换版本：\(choice.new.name)</h1>
                <p class="lead">办件本来按开始时的版本办完。确有必要时，可以让正在办理的办件改按另一版继续办理。</p>
                \(form)
                \(Card("会发生什么", preview).html)
                \(if: mayChange && outlooks.items.contains(where: \.isPossible), confirmation)
                """)
    }

    private var form: HTML {
        let note: HTML =
            choice.orphans.isEmpty ? .empty : "<p class=\"hint\">新版里没有的步骤，请指明由哪一步接替；不指明的，停在那一步的办件不换。</p>"
        return """
            <form class="form" method="get" action="\(ProcessDeskPath.migration(of: id))">
            \(choice.pair.fields)\(HTML.joined(choice.orphans.map { successor($0).html }))\(note)
            <div class="actions"><button class="button quiet">看看会发生什么</button></div></form>
            """
    }

    private func successor(_ node: FlowNode) -> Field {
        Field(
            MigrationChoice.field(node.id), "「\(node.title)」由谁接替", .choice, isRequired: false,
            value: choice.mapping[node.id] ?? "",
            options: choice.successors(of: node).map { .init($0.id, $0.title) })
    }

    private var preview: HTML {
        guard !outlooks.items.isEmpty else {
            return EmptyState("没有正在按第 \(choice.from) 版办理的办件").html + pager.html
        }
        return Table(
            "会发生什么", columns: [.init("办件"), .init("现在"), .init("换版以后"), .init("承办部门")],
            rows: outlooks.items.map { outlook in
                [
                    "\(outlook.number)<div class=\"hint\">\(outlook.name)</div>",
                    "\(outlook.now.joined(separator: "、"))", after(outlook), "\(outlook.organ)",
                ]
            }
        ).html + pager.html
    }

    private func after(_ outlook: VersionOutlook) -> HTML {
        guard !outlook.isPossible else { return "\(outlook.then.joined(separator: "、"))" }
        return """
            \(StatusBadge("不能换", .late).html)\(each: outlook.obstacles, { "<div>\($0)</div>" })
            """
    }

    private var confirmation: HTML {
        let field = Field("reason", "为什么要换", .longText, value: reason, error: errors["reason"])
        let hidden = choice.mapping.sorted { $0.key < $1.key }.map {
            (MigrationChoice.field($0.key), $0.value)
        }
        let also: HTML = """
            <input type="hidden" name="from" value="\(choice.from)"><input type="hidden" name="to" value="\(choice.to)">\
            \(each: hidden, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
            """
        return Card(
            "换版本",
            """
            <p>能换的全部改按第 \(choice.to) 版继续办理，每一件都留下记录；不能换的仍按第 \(choice.from) 版办完。</p>
            \(Form(
                action: ProcessDeskPath.migration(of: id), token: token, fields: [field], also: also,
                submit: "全部换到第 \(choice.to) 版").html)
            """
        ).html
    }
}
