import Refusals
import Web

/// Everything about a hall that its administrator decides.
struct SetupPage {
    let facts: SetupFacts
    let errors: [FieldError]
    let entered: FormData?
    /// The part that was saved just now.
    let done: String?
    let tablet: @Sendable (Int64) -> String?
    let token: CSRFToken

    private var id: String { String(facts.hall.id) }

    var page: Page {
        Page(
            "大厅设置", crumbs: [Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk), Link("设置", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(if: done != nil, Notice("已保存", tone: .done).html)
                <h1>\(facts.hall.name)：设置</h1>
                <p><a href="\(HallPath.scanners(id))">窗口扫描设备的令牌</a></p>
                <h2>业务类别</h2>\(groups)
                <h2>窗口</h2>\(windows)\(tablets)
                <h2>窗口人员会办什么</h2>\(clerks)
                \(HallForms(hall: facts.hall, errors: errors, entered: entered, token: token).html)
                """)
    }

    private func form(
        _ part: String, _ label: String, hint: String, _ columns: [Field], _ rows: [[String: String]]
    )
        -> HTML
    {
        let typed = entered?.rows(part, columns: columns.map(\.name)) ?? []
        let field = Field(
            "\(part)", label, .table, hint: hint, isRequired: false, columns: columns,
            rows: typed.isEmpty ? rows : typed, error: errors[part])
        return Form(
            action: HallPath.setup(id, part), token: token, fields: [field], submit: "保存\(label)"
        ).html
    }

    private var groups: HTML {
        form(
            "groups", "业务类别", hint: "字头是号码开头的大写字母，定了不再改。部门填代号，用空格隔开。",
            [
                Field("letter", "字头"), Field("name", "名称"), Field("words", "说明", isRequired: false),
                Field("organs", "部门", isRequired: false), Field("capacity", "每时段可约", .integer),
            ],
            facts.groups.map {
                [
                    "letter": $0.letter, "name": $0.name, "words": $0.words,
                    "organs": $0.organs.joined(separator: " "), "capacity": String($0.capacity),
                ]
            })
    }

    private var windows: HTML {
        form(
            "windows", "窗口", hint: "受理哪些业务类别，填字头，用空格隔开。",
            [Field("number", "窗口号", .integer), Field("serves", "业务类别", isRequired: false)],
            facts.windows.map { ["number": String($0.number), "serves": facts.letters($0.serves)] })
    }

    private var tablets: HTML? {
        let known = facts.windows.compactMap { window in tablet(window.id).map { (window.name, $0) } }
        guard !known.isEmpty else { return nil }
        return """
            <details class="below"><summary>窗口评价器的地址</summary>
            <p class="hint">在登记过的平板电脑上打开；窗口办结一个号以后显示五个表情。</p>
            <ul>\(each: known, { "<li>\($0.0) <a href=\"\($0.1)\" class=\"code\">\($0.1)</a></li>" })</ul></details>
            """
    }

    private var clerks: HTML {
        form(
            "clerks", "窗口人员", hint: "会办哪些业务类别，填字头，用空格隔开。不在名单里的人不能叫号。",
            [Field("account", "账号"), Field("skills", "业务类别")],
            facts.clerks.map { ["account": $0.name, "skills": facts.letters($0.skills)] })
    }
}
