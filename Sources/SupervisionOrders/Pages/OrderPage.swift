import Cases
import Refusals
import Web
import WorkingTime

/// One order: what is asked of whom, what was reported, and what may be done.
struct OrderPage {
    let order: SupervisionOrder
    let parts: [SupervisionOrder.Part]
    let feedback: [OrderFeedback]
    let names: [String: String]
    let tasks: [CaseTask]
    /// The organs for which one may report.
    let own: Set<String>
    let mayFile: Bool
    let accountability: String?
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var id: String { String(order.id) }

    var page: Page {
        Page(
            order.title,
            crumbs: [Link("工作台", "/desk"), Link("督办事项", OrderPath.orders), Link(order.title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(order.title)</h1>
                <p>\(order.stage.badge)\(if: order.isOverdue(at: now), " \(StatusBadge("已超期", .late).html)")</p>
                \(SummaryList(rows).html)
                \(proposal)
                <h2>任务分解</h2>
                \(partTable)
                \(reports)
                \(forms)
                """)
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("编号", "<a class=\"code\" href=\"/desk/cases/\(order.number)\">\(order.number)</a>"),
            .init("来源", source), .init("要求", "\(order.words)"),
            .init("立项", "\(order.filedByName)，\(order.filedAt.chinese)"),
            .init("期限", "\(order.dueAt?.day.chinese ?? "—")"),
        ]
        if let circular = order.circular { rows.append(.init("通报", "\(circular)")) }
        if let reason = order.struckReason { rows.append(.init("销号理由", "\(reason)")) }
        return rows
    }

    /// What it came from, with a link where it leads somewhere in the house.
    private var source: HTML {
        switch order.source {
        case .signal:
            "\(order.source.chinese)，<a href=\"/desk/supervision/signals/\(order.reference)\">\(order.reference)</a>"
        case .instruction where !order.reference.isEmpty:
            "\(order.source.chinese)，办件 <a class=\"code\" href=\"/desk/cases/\(order.reference)\">\(order.reference)</a>"
        default: "\(order.source.chinese)\(order.reference.isEmpty ? "" : "：\(order.reference)")"
        }
    }

    private var partTable: HTML {
        let waiting = Set(tasks.filter { $0.element == OrderPlan.report }.map(\.organ))
        return Table(
            "任务分解", columns: [.init("部门"), .init("任务"), .init("现在")],
            rows: parts.enumerated().map { index, part in
                [
                    "\(names[part.organ] ?? part.organ)（\(index == 0 ? "主办" : "协办")）",
                    "\(part.duty.isEmpty ? order.title : part.duty)",
                    waiting.contains(part.organ)
                        ? StatusBadge("等待反馈", .near).html : StatusBadge("已反馈", .done).html,
                ]
            }
        ).html
    }

    private var reports: HTML {
        guard !feedback.isEmpty else { return .empty }
        return """
            <h2>反馈</h2>
            \(Timeline(feedback.map { one in
                .init(one.at, "<strong>\(names[one.organ] ?? one.organ)，\(one.name)</strong><br>\(one.words)<br>佐证：\(one.evidence)\(links(one))")
            }).html)
            """
    }

    private func links(_ one: OrderFeedback) -> HTML {
        "\(each: one.files, { "<br><a href=\"/files/\(String($0.fileID))\">\($0.name)</a>" })"
    }

    private var forms: HTML {
        let all = ownForms
        return all.isEmpty ? .empty : "<h2>处理</h2>\(HTML.joined(all))"
    }

    private var ownForms: [HTML] {
        var forms: [HTML] = []
        let mine = tasks.first { $0.element == OrderPlan.report && own.contains($0.organ) }
        if let mine { forms.append(reportForm(mine.organ)) }
        guard mayFile else { return forms }
        if tasks.contains(where: { $0.element == OrderPlan.report }) {
            forms.append(form("urgings", "催办", [field("note", "催办的话", .text, isRequired: false)], "催办"))
        }
        if tasks.contains(where: { $0.element == OrderPlan.verify }) {
            let outcome = Field(
                "outcome", "审核结果", .choice, value: entered?["outcome"] ?? "",
                options: [.init("close", "办结"), .init("return", "退回重办")], error: errors["outcome"])
            forms.append(form("verification", "审核", [outcome, field("opinion", "审核意见")], "提交审核"))
        }
        if order.circular == nil {
            forms.append(form("circular", "通报", [field("circular", "通报内容")], "通报"))
        }
        if order.stage != .struck { forms.append(form("strike-off", "销号", [field("reason", "销号理由")], "销号")) }
        return forms
    }

    private func reportForm(_ organ: String) -> HTML {
        let hidden = "<input type=\"hidden\" name=\"organ\" value=\"\(organ)\">" as HTML
        return form(
            "feedback", "反馈办理情况（\(names[organ] ?? organ)）",
            [
                field("words", "办理情况"), field("evidence", "佐证", .text, hint: "文号、照片或者资料在哪里。"),
                field("files", "佐证文件", .file, hint: "照片、文件或者表格。", isRequired: false),
            ], "提交反馈", hidden)
    }

    private func form(
        _ act: String, _ title: String, _ fields: [Field], _ submit: String, _ also: HTML = .empty
    ) -> HTML {
        Card(
            title,
            Form(action: OrderPath.act(id, act), token: token, fields: fields, also: also, submit: submit)
                .html
        ).html
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .longText, hint: String? = nil,
        isRequired: Bool = true
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered?[name] ?? "",
            error: errors[name])
    }
}
