import BusinessProcess
import Cases
import DecisionModel
import Refusals
import Web
import WorkingTime

/// The list of decision tables, and for those who edit them two ways to begin one.
struct DecisionListPage {
    let tables: [DecisionVersion]
    let next: String?
    let mayEdit: Bool
    let id: String
    let name: String
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "判定表", crumbs: [Link("工作台", "/desk"), Link("判定表", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>判定表</h1>
                <p class="lead">流程里的业务规则写成表格：什么情况，得出什么结论。由系统管理员编辑，安全管理员审定后公布；办件按最新公布的一版判定。</p>
                \(tables.isEmpty ? EmptyState("还没有判定表", "<p>新建一张，或者导入 DMN 文件。</p>").html : table)
                \(more)\(if: mayEdit, forms)
                """)
    }

    private var table: HTML {
        Table(
            "判定表",
            columns: [.init("名称"), .init("标识"), .init("版本"), .init("规则", isNumber: true), .init("最近修改")],
            rows: tables.map { version in
                [
                    "<a href=\"\(DecisionPath.table(version.table.id))\"><b>\(version.table.name)</b></a>",
                    "<span class=\"code\">\(version.table.id)</span>",
                    "第 \(version.version) 版 \(version.badge)", "\(version.table.rules.count) 条",
                    "\(version.editedBy.name)，\(version.editedAt.shortChinese)",
                ]
            }
        ).html
    }

    private var more: HTML? {
        next.map {
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(DecisionPath.list)?after=\($0)\" rel=\"next\">下一页</a></p>"
        }
    }

    private var forms: HTML {
        """
        <h2>新建</h2>
        \(Form(
            action: DecisionPath.list, token: token,
            fields: [
                Field("name", "名称", value: name, error: errors["name"]),
                Field(
                    "id", "标识", hint: "流程用它指明按哪张表判定，例如 fire-check；建好后不能改。", value: id,
                    error: errors["id"]),
            ], submit: "新建判定表").html)
        <h2>导入</h2>
        \(Form(
            action: DecisionPath.imports, token: token,
            fields: [
                Field(
                    "file", "DMN 文件", .file, hint: "DMN 1.1 至 1.5 的判定表，不超过 1 MB。已有同名标识的，作为它的新草稿。",
                    error: errors["file"], accept: ".dmn,.xml")
            ], submit: "导入").html)
        """
    }
}

extension DecisionVersion {
    /// Where it stands, as a badge.
    var badge: HTML {
        switch state {
        case .draft: StatusBadge(state.chinese, .near).html
        case .published: StatusBadge(state.chinese, .done).html
        case .retired: StatusBadge(state.chinese, .waiting).html
        }
    }
}
