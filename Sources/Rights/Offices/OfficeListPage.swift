import Government
import Refusals
import Web
import WorkingTime

/// The offices of an organ, and where one more is opened.
struct OfficeListPage {
    static let title = "科室"

    let organ: Organ
    let lines: [(office: OrganOffice, posts: Int)]
    let organs: OrganNames
    let entry: FormData
    let refusal: OfficeRefusal
    let mayEdit: Bool
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            Self.title,
            crumbs: [Link("工作台", "/desk"), Link("账号与岗位", RightsPath.staff), Link(Self.title, nil)],
            width: .wide, area: .desk,
            body: """
                \(refusal.html)
                <h1>\(organ.name)的科室</h1>
                <p class="lead">岗位可以写明在哪个科室，绩效就按部门、科室、个人逐级看。科室不带权限，权限只随岗位走。</p>
                \(chooser)
                \(lines.isEmpty ? EmptyState("还没有科室", "<p>没有科室的部门，绩效从部门直接看到个人。</p>").html : table)
                \(if: mayEdit && organ.isLiving, form)
                """)
    }

    private var chooser: HTML {
        """
        <form class="filters" action="\(RightsPath.offices)">
        <div class="filter"><label class="label" for="organ">部门</label>
        <select class="input" id="organ" name="organ">\(each: organs.options, option)</select></div>
        <button class="button">查看</button></form>
        """
    }

    private func option(_ option: Field.Option) -> HTML {
        "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == organ.key)>\(option.label)</option>"
    }

    private var table: HTML {
        Table(
            "\(organ.name)的科室",
            columns: [.init("科室"), .init("代号"), .init("岗位", isNumber: true), .init("起止")],
            rows: lines.map { line in
                [
                    "<a href=\"\(RightsPath.office(line.office.key))\">\(line.office.name)</a>",
                    "<span class=\"code\">\(line.office.key)</span>", "\(line.posts)",
                    "\(line.office.span(today))",
                ]
            }
        ).html
    }

    private var form: HTML {
        let errors = refusal.errors
        return """
            <h2>设立科室</h2>
            \(Form(
                action: RightsPath.offices, token: token,
                fields: [
                    Field("name", "科室名称", hint: "例如登记许可科。", value: entry["name"] ?? "", error: errors["name"]),
                    Field(
                        "from", "设立日期", .date, hint: "留空表示今天。", isRequired: false, value: entry["from"] ?? "",
                        error: errors["from"]),
                ],
                also: "<input type=\"hidden\" name=\"organ\" value=\"\(organ.key)\">", submit: "设立").html)
            """
    }
}

extension OrganOffice {
    /// From when until when, in words.
    func span(_ today: CivilDate) -> String {
        let begin = validFrom.map { "\($0.written)设立" } ?? "一直就有"
        guard let last = validUntil else { return begin }
        return "\(begin)，\(last.written)\(last < today ? "撤销" : "以后撤销")"
    }
}
