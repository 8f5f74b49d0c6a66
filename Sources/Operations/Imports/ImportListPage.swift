import Jobs
import Refusals
import Web
import WorkingTime

/// Where an import is begun, and the imports there were.
struct ImportListPage {
    let imports: [ImportView]
    /// Later pages show only the list.
    let isFirst: Bool
    let pager: Pager
    let errors: [FieldError]
    let limitMegabytes: Int
    let token: CSRFToken

    var page: Page {
        Page(
            "法人库导入", crumbs: [Link("工作台", "/desk"), Link("法人库导入", nil)], width: .wide, area: .desk,
            scripts: ["live.js"],
            body: """
                \(ErrorSummary(errors).html)
                <h1>法人库导入</h1>
                \(if: isFirst, form)
                <h2>导入记录</h2>
                \(imports.isEmpty ? empty : list)
                \(pager.html)
                """)
    }

    private var form: HTML {
        let field = Field(
            "file", "企业数据文件（CSV）", .file,
            hint: """
                第一行是列名，顺序不限；编码为 UTF-8 或 GB18030。每个文件不超过 \(limitMegabytes) MB、\
                \(EnterpriseFile.rowLimit / 10_000) 万行。
                """,
            error: errors["file"], accept: ".csv,text/csv")
        return """
            <p class="lead">从登记机关导出的企业数据，在这里导入法人库。统一社会信用代码相同的，内容不同就更新；有误的行不导入，也不影响其他行。</p>
            <p><a href="\(OperationsPath.importTemplate)">下载模板</a></p>
            \(Form(action: OperationsPath.imports, token: token, fields: [field], submit: "开始导入").html)
            """
    }

    private var empty: HTML { EmptyState("还没有导入过", "<p>选择文件并开始导入后，进度和结果会显示在这里。</p>").html }

    private var list: HTML {
        """
        <div data-live="\(imports.contains(where: \.isOpen) ? "2" : "")">\(table)</div>
        """
    }

    private var table: HTML {
        Table(
            "导入记录", columns: [.init("文件"), .init("状态"), .init("结果"), .init("开始")],
            rows: imports.map { view in
                [
                    "<a href=\"\(OperationsPath.importing(String(view.job.id)))\">\(view.fileName)</a>",
                    view.badge, view.isOpen ? progress(view) : "\(view.tally.words)",
                    "<time datetime=\"\(view.job.createdAt.rfc3339)\">\(view.job.createdAt.shortChinese)</time>",
                ]
            }
        ).html
    }

    private func progress(_ view: ImportView) -> HTML {
        ProgressBar(
            "导入 \(view.fileName)", percent: view.job.progress.percent,
            words: view.job.progress.words(unit: EnterpriseImport.kind.unit)
        ).html
    }
}
