import Cases
import Government
import Refusals
import Web
import WorkingTime

/// The types as they count today, and the form for a new one.
struct TypeListPage {
    let types: [LicenceType]
    let organs: [Organ]
    let entry: TypeForm
    let errors: [FieldError]
    let mayEdit: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "证照类型", crumbs: [Link("工作台", "/desk"), Link("证照类型", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>证照类型</h1>
                <p class="lead">每一种电子证照叫什么、由谁签发、有效多久、印哪些登记项。改动是新的一版，已经签发的证照不变。</p>
                \(types.isEmpty ? EmptyState("还没有证照类型").html : table)
                \(if: mayEdit, form)
                """)
    }

    private var table: HTML {
        Table(
            "证照类型",
            columns: [.init("名称"), .init("类型代码"), .init("发证机关"), .init("有效期"), .init("版本", isNumber: true)],
            rows: types.map { type in
                [
                    "<a href=\"\(LicencePath.type(type.code))\">\(type.name)</a>",
                    "<span class=\"code\">\(type.code)</span>",
                    "\(organs.name(of: type.organ))", "\(type.validity.chinese)", "\(type.version)",
                ]
            }
        ).html
    }

    private var form: HTML {
        """
        <details class="more"\(attribute: "open", if: !errors.isEmpty)><summary>新增证照类型</summary>
        \(Form(action: LicencePath.types, token: token, fields: entry.inputs(organs, errors, isNew: true), submit: "保存").html)
        </details>
        """
    }
}

extension [Organ] {
    /// The short name of an organ, or its key when it is gone.
    func name(of key: String) -> String { first { $0.key == key }?.name ?? key }
}

/// A type with its versions, and the form for the next one.
struct TypePage {
    let versions: [LicenceType]
    let organs: [Organ]
    let entry: TypeForm?
    let errors: [FieldError]
    let today: CivilDate
    let mayEdit: Bool
    let token: CSRFToken

    var page: Page {
        let title = versions.first?.name ?? ""
        return Page(
            title,
            crumbs: [Link("工作台", "/desk"), Link("证照类型", LicencePath.types), Link(title, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>\(title)</h1>
                \(each: versions, version)
                \(if: mayEdit, form)
                """)
    }

    private func version(_ type: LicenceType) -> HTML {
        let isInForce = type.version == versions.filter { $0.since <= today }.map(\.version).max()
        let badge =
            isInForce
            ? StatusBadge("现行", .done) : StatusBadge(type.since > today ? "尚未生效" : "以前的版本", .waiting)
        let rows: [SummaryList.Row] = [
            .init("名称", "\(type.name)"), .init("类型代码", "<span class=\"code\">\(type.code)</span>"),
            .init("发证机关", "\(organs.name(of: type.organ))"), .init("有效期", "\(type.validity.chinese)"),
            .init("登记项", "\(type.fields.isEmpty ? "按事项规定" : type.fields.joined(separator: "、"))"),
            .init("生效", "\(type.since == .first ? "随程序交付" : type.since.written)"),
            .init("编写", "\(type.editedBy.name)，\(type.editedAt.chinese)"),
        ]
        return """
            <section class="card"><div class="card-head"><h2>第 \(type.version) 版</h2>\(badge.html)</div>
            \(SummaryList(rows).html)</section>
            """
    }

    private var form: HTML {
        let shown = entry ?? versions.first.map { TypeForm($0, since: today) } ?? TypeForm(since: today)
        let code = versions.first?.code ?? ""
        return """
            <h2>写新的一版</h2>
            \(Form(action: LicencePath.type(code), token: token, fields: shown.inputs(organs, errors, isNew: false), submit: "保存新版本").html)
            """
    }
}
