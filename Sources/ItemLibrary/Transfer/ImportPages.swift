import Refusals
import Web
import WorkingTime

/// Where a file of items is handed in, and the last ones.
struct ImportListPage {
    let imports: [ItemImport]
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let field = Field(
            "file", "事项文件", .file, hint: "xlsx 或者 CSV，第一行是表头，不超过 \(ItemSheet.mostRows) 行。",
            error: errors["file"], accept: ".xlsx,.csv")
        return Page(
            "导入事项", crumbs: [Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items), Link("导入事项", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>导入事项</h1>
                <p class="lead">按省里实施清单的列名上传。先试导入，逐行告诉您结果；确认以后才生成草稿，草稿审核通过才公布。</p>
                <p>一格里有几项的用“｜”隔开或者分行写；材料写成“名称/必要/申请人自备”。空着的格不改动原来的内容。\
                一件事另用一份文件：写明所含的事项和前后顺序，表单、材料和流程由所含事项合成。</p>
                \(TransferLinks("下载模板", ItemLibraryPath.template).html)
                \(TransferLinks("导出现有的，修改后再导入", ItemLibraryPath.export).html)
                \(Form(action: ItemLibraryPath.imports, token: token, fields: [field], submit: "试导入").html)
                \(if: !imports.isEmpty, table)
                """)
    }

    private var table: HTML {
        Card(
            "最近的导入",
            Table(
                "最近的导入", columns: [.init("文件"), .init("状态"), .init("结果"), .init("上传")],
                rows: imports.map { found in
                    [
                        "<a href=\"\(ItemLibraryPath.importing(String(found.id)))\">\(found.fileName)</a>",
                        found.badge, "\(found.words)", "\(found.account) \(found.at.shortChinese)",
                    ]
                }
            ).html
        ).html
    }
}

/// An import with its report, row by row.
struct ImportPage {
    let found: ItemImport
    let token: CSRFToken

    /// More rows are read in the file of the report.
    private static let mostRows = 300

    var page: Page {
        Page(
            "导入结果",
            crumbs: [
                Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items),
                Link("导入事项", ItemLibraryPath.imports), Link(found.fileName, nil),
            ], width: .wide, area: .desk, scripts: ["live.js"],
            body: """
                <h1>\(found.state == .tried ? "试导入结果" : "导入结果")</h1>
                <p class="lead">\(found.fileName) \(found.badge)</p>
                <div data-live="\(found.state == .running ? "2" : "")">\(standing)
                \(table)</div>
                <p><a href="\(ItemLibraryPath.report(String(found.id)))">下载报告（CSV）</a></p>
                """)
    }

    private var standing: HTML {
        switch found.state {
        case .tried where found.takes > 0:
            Notice(
                "\(found.words)",
                """
                <p>还没有改动任何内容。确认以后，新增和修改的行生成草稿，由另一人审核。</p>
                \(PostButton(
                    "生成 \(found.takes) 份草稿", action: ItemLibraryPath.execution(String(found.id)), token: token,
                    tone: .primary).html)
                """
            ).html
        case .tried: Notice("\(found.words)，没有可以导入的行", tone: .warning).html
        case .running: Notice("正在生成草稿", "<p>可以离开本页，导入在后台继续。</p>").html
        case .done: Notice("导入完成：\(found.words)", tone: .done).html
        }
    }

    private var table: HTML {
        Table(
            "逐行结果", columns: [.init("行号", isNumber: true), .init("事项"), .init("结果"), .init("说明")],
            rows: found.report.prefix(Self.mostRows).map { verdict in
                ["\(verdict.row)", name(verdict), badge(verdict.kind), "\(verdict.words)"]
            }
        ).html
    }

    private func name(_ verdict: ItemVerdict) -> HTML {
        guard let draft = verdict.draft else { return "\(verdict.name)" }
        return "<a href=\"\(ItemLibraryPath.draft(String(draft)))\">\(verdict.name)</a>"
    }

    private func badge(_ kind: ItemVerdict.Kind) -> HTML {
        let tone: StatusBadge.Tone =
            switch kind {
            case .new: .done
            case .changed: .near
            case .unchanged: .waiting
            case .wrong: .late
            }
        return StatusBadge(kind.chinese, tone).html
    }
}

extension ItemImport {
    /// `新增 1 行，修改 2 行，无变化 0 行，有误 3 行`.
    var words: String {
        ItemVerdict.Kind.allCases.map { "\($0.chinese) \(count($0)) 行" }.joined(separator: "，")
    }

    var badge: HTML {
        switch state {
        case .tried: StatusBadge("试导入", .waiting).html
        case .running: StatusBadge("正在导入", .active).html
        case .done: StatusBadge("已导入", .done).html
        }
    }
}
