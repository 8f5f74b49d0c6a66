import Government
import Identity
import Refusals
import Web

/// The sites, and the form for a new one.
struct SiteListPage {
    let sites: [ContentSite]
    let organs: [Organ]
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "站点和栏目", crumbs: [Link("工作台", "/desk"), Link("内容管理", ContentPath.desk), Link("站点和栏目", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>站点和栏目</h1>
                \(Table("站点", columns: [.init("站点"), .init("网址"), .init("域名")], rows: sites.map(row)).html)
                <p class="actions"><a class="button quiet" href="\(ContentPath.redirects)">旧网址</a></p>
                <h2>建立子站</h2>
                \(Form(action: ContentPath.sites, token: token, fields: fields, submit: "建立").html)
                """)
    }

    private func row(_ site: ContentSite) -> [HTML] {
        [
            "<a href=\"\(ContentPath.deskSite(String(site.id)))\">\(site.name)</a>",
            "<a href=\"\(ContentPath.site(site.code))\">\(ContentPath.site(site.code))</a>",
            "\(site.host ?? "")",
        ]
    }

    private func field(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true) -> Field
    {
        Field(name, label, hint: hint, isRequired: isRequired, value: form[name] ?? "", error: errors[name])
    }

    private func choice(_ name: String, _ label: String, _ options: [Field.Option]) -> Field {
        Field(name, label, .choice, value: form[name] ?? "", options: options, error: errors[name])
    }

    private var fields: [Field] {
        [
            field("name", "名称", hint: "例如：端州区教育局。"),
            field("code", "网址代码", hint: "例如 education，网址就是 /sites/education。"),
            field("motto", "副标题", isRequired: false),
            choice("organ", "主办单位", organs.map { .init($0.key, $0.name) }),
            choice(
                "template", "模板", SiteTemplate.allCases.map { .init($0.rawValue, $0.chinese, hint: $0.hint) }),
            choice("accent", "颜色", ContentSite.Accent.allCases.map { .init($0.rawValue, $0.chinese) }),
            field("host", "自己的域名", hint: "不填就只用网址代码。域名要先解析到本平台。", isRequired: false),
        ]
    }
}

extension SiteTemplate {
    /// Its columns, in words.
    fileprivate var hint: String { "栏目：" + columns.map(\.name).joined(separator: "、") }
}

/// A site on the desk: its columns and who works in them.
struct DeskSitePage {
    let site: ContentSite
    let columns: [Column]
    let holders: [ColumnPost]
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(site.id) }

    var page: Page {
        Page(
            site.name,
            crumbs: [Link("工作台", "/desk"), Link("站点和栏目", ContentPath.sites), Link(site.name, nil)],
            width: .wide,
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>\(site.name)</h1>
                <p><a href="\(ContentPath.site(site.code))">看站点</a></p>
                \(Table("栏目", columns: [.init("栏目"), .init("发布"), .init("更新周期"), .init("人员")], rows: columns.map(row)).html)
                <h2>安排岗位</h2>
                <p class="quiet-words">编辑、审核、发布要由三个人担任；同一稿的撰写、审核、签发不能是同一人。</p>
                \(Form(action: ContentPath.posts(of: id), token: token, fields: postFields, submit: "保存").html)
                <h2>增加栏目</h2>
                \(Form(action: ContentPath.columns(of: id), token: token, fields: columnFields, submit: "增加").html)
                """)
    }

    private func row(_ column: Column) -> [HTML] {
        let people = holders.filter { $0.columnID == column.id }.map { "\($0.name)（\($0.role.chinese)）" }
        return [
            "<a href=\"\(ContentPath.column(site.code, column.code))\">\(column.name)</a>",
            "\(column.kind.chinese)",
            "\(column.updateDays.map { "\($0) 天" } ?? "随时")", "\(people.joined(separator: "、"))",
        ]
    }

    private func field(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true) -> Field
    {
        Field(name, label, hint: hint, isRequired: isRequired, value: form[name] ?? "", error: errors[name])
    }

    private var postFields: [Field] {
        [
            field("account", "同事的登录名"),
            Field(
                "role", "岗位", .choice,
                options: [Role.editor, .reviewer, .publisher].map { .init($0.rawValue, $0.chinese) },
                error: errors["role"]),
            Field(
                "column", "栏目", .choice, value: "all",
                options: [.init("all", "全部栏目")] + columns.map { .init(String($0.id), $0.name) },
                error: errors["column"]),
            Field("act", "怎样", .choice, value: "give", options: [.init("give", "安排"), .init("take", "撤下")]),
        ]
    }

    private var columnFields: [Field] {
        [
            field("name", "名称"), field("code", "网址代码"), field("intro", "说明", isRequired: false),
            Field(
                "kind", "发布", .choice,
                options: DocumentKind.allCases.map { .init($0.rawValue, $0.chinese) }, error: errors["kind"]),
            field(
                "update", "更新周期（天）", hint: "按国家检查指标：动态要闻 14 天，通知公告和政策文件 180 天；不填表示随内容变化。", isRequired: false),
        ]
    }
}
