import Cases
import Government
import Refusals
import Web
import WorkingTime

/// What may be done with an order now, by whoever looks at it.
extension OrderPage {
    var forms: HTML {
        let all = ownForms
        return all.isEmpty ? .empty : "<h2>处理</h2>\(HTML.joined(all))"
    }

    private var ownForms: [HTML] {
        var forms: [HTML] = []
        let isReporting = tasks.contains { $0.element == OrderPlan.report }
        if let reporting {
            forms.append(reportForm(reporting.organ))
        } else if tasks.contains(where: { $0.element == OrderPlan.report && own.contains($0.organ) }) {
            forms.append(Notice("反馈办理情况", "<p>由经办人员反馈。</p>").html)
        }
        if isReporting, supervises || own.contains(order.lead), parts.count <= CasePlan.mostAssisting {
            forms.append(shareForm)
        }
        if mayFile && isOwn { forms.append(Notice("不能由您审核", "<p>\(OrderDesk.own)</p>").html) }
        guard supervises else { return forms }
        if isReporting { forms.append(urging) }
        if tasks.contains(where: { $0.element == OrderPlan.verify }) {
            let outcome = Field(
                "outcome", "审核结果", .choice, value: entered?["outcome"] ?? "",
                options: [.init("close", "办结"), .init("return", "退回重办")], error: errors["outcome"])
            forms.append(form("verification", "审核", [outcome, field("opinion", "审核意见")], "提交审核"))
        }
        if order.circular == nil {
            forms.append(rare(form("circular", "通报", [field("circular", "通报内容")], "通报"), "circular", "通报"))
        }
        if order.stage != .struck {
            forms.append(rare(form("strike-off", "销号", [field("reason", "销号理由")], "销号"), "reason", "销号"))
        }
        return forms
    }

    /// Where all who have not reported were urged today, that is said instead.
    private var urging: HTML {
        let waiting = tasks.filter { $0.element == OrderPlan.report && !$0.isSuspended }
        if !waiting.isEmpty, waiting.allSatisfy({ $0.wasUrged(on: now.day) }) {
            return Card("催办", "<p>\(CaseTask.urgedToday)</p>").html
        }
        return form("urgings", "催办", [field("note", "催办的话", .text, isRequired: false)], "催办")
    }

    /// 再分解: who else does a part of the work.
    private var shareForm: HTML {
        let asked = Set(parts.map(\.answering)).union(accused)
        let others = organs.filter { $0.isLiving && !asked.contains($0.key) }
        let organ = Field(
            "organ", "协办部门", .choice, value: entered?["organ"] ?? "",
            options: others.map { .init($0.key, $0.name) }, error: errors["organ"])
        return form("parts", "请其他部门协办", [organ, field("duty", "对方的任务", .text)], "交给对方")
    }

    private func reportForm(_ organ: String) -> HTML {
        let hidden = "<input type=\"hidden\" name=\"organ\" value=\"\(organ)\">" as HTML
        return form(
            "feedback", "反馈办理情况（\(name(organ))）",
            [
                field("words", "办理情况"), field("evidence", "佐证", .text, hint: "文号、照片或者资料在哪里。"),
                field("files", "佐证文件", .file, hint: "照片、文件或者表格。", isRequired: false),
            ], "提交反馈", hidden)
    }

    /// What is done once in the life of an order stays folded, unless something is wrong with it.
    private func rare(_ form: HTML, _ field: String, _ title: String) -> HTML {
        let isWrong = errors[field] != nil
        return
            "<details class=\"more\"\(attribute: "open", if: isWrong)><summary>\(title)</summary>\(form)</details>"
    }

    private func form(
        _ act: String, _ title: String, _ fields: [Field], _ submit: String, _ also: HTML = .empty
    ) -> HTML {
        Card(
            title,
            Form(
                action: OrderPath.act(id, act), token: token, fields: fields, also: also,
                submit: submit
            )
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
