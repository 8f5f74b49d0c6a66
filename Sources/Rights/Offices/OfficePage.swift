import Government
import Identity
import Refusals
import Web
import WorkingTime

/// One office: who has a post in it, what it was called, and how it is renamed and closed.
struct OfficePage {
    let office: OrganOffice
    let organ: String
    let others: [OrganOffice]
    let seats: [HeldSeat]
    let entry: FormData
    let refusal: OfficeRefusal
    let mayEdit: Bool
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            office.name,
            crumbs: [
                Link("工作台", "/desk"),
                Link(OfficeListPage.title, "\(RightsPath.offices)?organ=\(office.organ)"),
                Link(office.name, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(refusal.html)
                <h1>\(office.name)</h1>
                <p class="lead">\(organ)，代号 <span class="code">\(office.key)</span>，\(office.span(today))。</p>
                <h2>岗位</h2>
                \(seats.isEmpty ? EmptyState("没有岗位在这个科室", "<p>在「账号与岗位」里授予岗位时可以选科室。</p>").html : table)
                \(if: !office.earlierNames.isEmpty, names)
                \(if: mayEdit && office.isOpen, forms)
                """)
    }

    private var table: HTML {
        Table(
            "岗位", columns: [.init("姓名"), .init("岗位"), .init("任期")],
            rows: seats.map { seat in
                [
                    "<a href=\"\(RightsPath.holder(String(seat.accountID)))\">\(seat.name)</a>",
                    "\(seat.post.role.chinese)", "\(seat.term.chinese)",
                ]
            }
        ).html
    }

    private var names: HTML {
        """
        <h2>曾用名称</h2>
        <ul>\(each: office.earlierNames, { "<li>\($0.name)，到\($0.validUntil.written)为止</li>" })</ul>
        """
    }

    private var forms: HTML {
        let heirs = others.filter(\.isOpen).map { Field.Option($0.key, $0.name) }
        return """
            <h2>更名</h2>
            \(Form(
                action: RightsPath.officeAct(office.key, "name"), token: token,
                fields: [field("name", "新名称", hint: "从今天起用；以前完成的步骤仍按当时的名称。")], submit: "更名").html)
            <h2>撤销</h2>
            \(Form(
                action: RightsPath.officeAct(office.key, "closure"), token: token,
                fields: [field("until", "最后一天", .date, hint: "留空表示今天。", isRequired: false)]
                    + (heirs.isEmpty ? [] : [heir(heirs)]), submit: "撤销").html)
            """
    }

    private func heir(_ heirs: [Field.Option]) -> Field {
        field(
            "heir", "岗位由哪个科室接收", .choice, hint: "没有岗位在这里时不用选。", isRequired: false, options: heirs)
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, hint: String, isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entry[name] ?? "", options: options,
            error: refusal.errors[name])
    }
}
