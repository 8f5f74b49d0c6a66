import CSV
import DecisionModel
import Government
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// All kinds.
struct KindListPage {
    let kinds: [KindVersion]
    let organs: [Organ]
    let mayWrite: Bool
    let officer: OfficerContext

    var page: Page {
        Page(
            "报送监察的事项", crumbs: Array(KindPage.crumbs.dropLast()) + [Link("报送监察的事项", nil)], width: .wide,
            area: .desk,
            body: """
                <h1>报送监察的事项</h1>
                <p class="lead">处罚、采购、项目、检查等在别的系统里办理的事项，报送到这里，按同样的规则监察。</p>
                \(if: mayWrite, "<p class=\"actions\"><a class=\"button\" href=\"\(SupervisionPath.newKind)\">新的监察事项</a></p>")
                \(kinds.isEmpty ? EmptyState("还没有规定要报送的事项").html : table)
                """)
    }

    private var table: HTML {
        let names = organs.namesByKey
        return Table(
            "报送监察的事项", columns: [.init("事项"), .init("报送部门"), .init("时限"), .init("报送")],
            rows: kinds.map { version in
                let kind = version.kind
                let upload: HTML =
                    SupervisionOffice.feeds(officer, kind)
                    ? "<a href=\"\(SupervisionPath.kindAct(kind.key, "upload"))\">报送\(kind.name)</a>" : "—"
                return [
                    "<a href=\"\(SupervisionPath.kind(kind.key))\">\(kind.name)</a>",
                    "\(names[kind.organ] ?? kind.organ)", "\(kind.limitWords)", upload,
                ]
            }
        ).html
    }
}

/// One kind: what its records hold, and those that were reported last.
struct KindPage {
    static let crumbs = [
        Link("工作台", "/desk"), Link("监察信号", SupervisionPath.signals), Link("报送监察的事项", SupervisionPath.kinds),
    ]

    let version: KindVersion
    let schema: RecordSchema
    let slice: Slice<SupervisedMatter>
    let organs: [Organ]
    let feeds: Bool
    let form: KindForm?
    let errors: [FieldError]
    let calendar: WorkingCalendar
    let now: Instant
    let pager: Pager

    private var kind: SupervisedKind { version.kind }
    private var names: [String: String] { organs.namesByKey }

    var page: Page {
        Page(
            kind.name, crumbs: Self.crumbs + [Link(kind.name, nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(kind.name)</h1>
                \(SummaryList([
                    .init("依据", "\(kind.basis)"), .init("报送部门", "\(names[kind.organ] ?? kind.organ)"),
                    .init("时限", "\(kind.limitWords)"), .init("条件里的写法", "<code>case.kind = \"\(kind.key)\"</code>"),
                    .init("版本", "第 \(version.version) 版，\(version.editedByName)，\(version.editedAt.day.chinese)"),
                ]).html)
                <p class="actions">\(if: feeds, "<a class=\"button\" href=\"\(SupervisionPath.kindAct(kind.key, "upload"))\">报送\(kind.name)</a> ")\
                <a class="button quiet" href="\(SupervisionPath.kindAct(kind.key, "sample.csv"))">下载样例（CSV）</a></p>
                <h2>最近报送的</h2>
                \(slice.items.isEmpty ? EmptyState("还没有报送的记录").html : matters)
                \(pager.html)
                <h2>一条记录有什么</h2>
                \(fields)
                \(edit)
                """)
    }

    private var matters: HTML {
        Table(
            "最近报送的", columns: [.init("事项"), .init("责任部门"), .init("状态"), .init("到期")],
            rows: slice.items.map { matter in
                let what = matter.particulars
                return [
                    "<a href=\"\(SupervisionPath.matter(String(matter.id)))\">\(what.name)</a><br><span class=\"code\">\(what.externalKey)</span>",
                    "\(names[what.organ] ?? what.organ)", "\(what.state.isEmpty ? "—" : what.state)",
                    MatterPage.due(matter, now, calendar),
                ]
            }
        ).html
    }

    private var fields: HTML {
        Table(
            "字段", columns: [.init("字段"), .init("名称"), .init("内容"), .init("用途")],
            rows: schema.fields.map { field in
                [
                    "<code>\(field.name)</code>", "\(field.title)\(field.isRequired ? "（必填）" : "")",
                    "\(field.options.isEmpty ? field.expected : field.options.joined(separator: "、"))",
                    "\(kind.use(of: field.name))",
                ]
            }
        ).html
    }

    private var edit: HTML {
        guard let form else { return .empty }
        return
            "<details class=\"more\"\(attribute: "open", if: !errors.isEmpty)><summary>修改这类事项</summary>\(form.html)</details>"
    }
}

extension SupervisedKind {
    /// How long it may take, in words.
    var limitWords: String {
        let whose = promise == true ? "（承诺）" : ""
        if let limit = limit.flatMap(TimeLimit.init(text:)) { return "开始后 \(limit.chinese)\(whose)" }
        return roles.due == nil ? "没有时限" : "按记录里的到期时间\(whose)"
    }

    /// What supervision takes a field for.
    fileprivate func use(of name: String) -> String {
        let uses = [
            (roles.identifier, "编号"), (roles.title, "名称"), (roles.begins, "开始"), (roles.due, "到期"),
            (roles.ends, "办结"), (roles.responsible, "责任部门"), (roles.state, "状态"),
        ]
        return uses.filter { $0.0 == name }.map(\.1).joined(separator: "、")
    }

    /// The first line of a file of records.
    var blank: String { CSVLine.text((try? RecordSchema(schema).fields.map(\.title)) ?? []) }
}
