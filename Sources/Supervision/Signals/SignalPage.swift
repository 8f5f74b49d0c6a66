import Refusals
import Web
import WorkingTime

/// One signal with its evidence, what was said about it, and what may be done.
struct SignalPage {
    let signal: Signal
    let basis: String
    let values: KnownValues
    let organ: String
    let isConcerned: Bool
    let mayDecide: Bool
    let isOwn: Bool
    let orders: String?
    /// The order that came of it.
    let ordered: Link?
    let accountability: String?
    let isAppellant: Bool
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(signal.id) }

    var page: Page {
        Page(
            signal.ruleName,
            crumbs: [
                Link("工作台", "/desk"), Link("监察信号", SupervisionPath.signals), Link(signal.ruleName, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(signal.ruleName)</h1>
                <p>\(signal.level.badge) \(signal.badge(at: now)) \(signal.raisedAt.chinese)发出</p>
                \(SummaryList(head).html)
                \(SignalEvidence(signal: signal, basis: basis, values: values).html)
                \(course)
                \(order)
                \(forms)
                """)
    }

    private var head: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("办件", "\(signal.name)，<a href=\"\(signal.place)\">\(signal.number)</a>"),
            .init("涉及部门", "\(organ)"),
        ]
        // What is no card is on no record: it is over once what it is about is done.
        if signal.level.isCard { rows.append(.init("申诉期限", "\(signal.appealUntil.day.chinese)")) }
        if signal.isUnappealed(at: now) {
            rows.append(.init("成立", "\(signal.appealUntil.day.chinese)申诉期满，没有申诉"))
        }
        if let until = signal.decideUntil { rows.append(.init("裁定期限", "\(until.day.chinese)")) }
        if let ordered {
            rows.append(.init("督办", "<a href=\"\(ordered.href ?? "")\">\(ordered.label)</a>"))
        }
        return rows
    }

    private var order: HTML {
        guard orders != nil, !isOwn, signal.state.stands else { return .empty }
        let acts = [beginning, proposal].compactMap(\.self)
        return acts.isEmpty ? .empty : "<p class=\"actions\">\(HTML.joined(acts))</p>"
    }

    /// What a card alone does not bring about is given to the organ as an order, once.
    private var beginning: HTML? {
        guard let orders, ordered == nil else { return nil }
        let address = "\(orders)?source=signal&reference=\(id)&lead=\(signal.organ)"
        return "<a class=\"button quiet\" href=\"\(address)\">转为督办</a>"
    }

    /// Only a red card that can no longer be appealed.
    private var proposal: HTML? {
        guard let accountability, signal.level == .red, signal.isConfirmed(at: now) else { return nil }
        let address = "\(accountability)?source=signal&reference=\(id)"
        return "<a class=\"button quiet\" href=\"\(address)\">提出问责</a>"
    }

    private var course: HTML {
        guard !signal.course.isEmpty else { return .empty }
        return """
            <h2>经过</h2>
            \(Timeline(signal.course.enumerated().reversed().map { place, step in
                .init(step.at, "<strong>\(step.name)：\(signal.wordsOfStep(place))</strong><br>\(step.words)", .done)
            }).html)
            """
    }

    private var forms: HTML {
        var forms: [HTML] = []
        if isConcerned && signal.state.stands {
            forms.append(form("statements", "说明情况", "statement", "情况说明", "提交说明", hint: "写明事实和原因，监察人员会看到。"))
        }
        if isConcerned && signal.state == .open && now <= signal.appealUntil {
            forms.append(form("appeal", "申诉", "appeal", "申诉理由", "提出申诉", hint: "认为信号不成立的，写明理由和依据，由另一人裁定。"))
        }
        if mayDecide && isOwn {
            forms.append(Notice("不能由您处理", "<p>这条信号涉及您自己的部门，要由其他监察人员处理。</p>").html)
        } else if mayDecide && signal.state == .appealed && !isAppellant {
            forms.append(decision)
        } else if mayDecide && (signal.state == .open || signal.state.isFinal) {
            let hint = signal.level.isCard ? "撤销以后不再计入部门的记录。" : nil
            forms.append(form("withdrawal", "撤销", "reason", "撤销理由", "撤销信号", hint: hint))
        }
        return HTML.joined(forms)
    }

    private func form(
        _ act: String, _ title: String, _ name: String, _ label: String, _ submit: String, hint: String?
    ) -> HTML {
        let field = Field(
            name, label, .longText, hint: hint, value: entered?[name] ?? "", error: errors[name])
        return Card(
            title,
            Form(action: SupervisionPath.act(id, act), token: token, fields: [field], submit: submit).html
        ).html
    }

    private var decision: HTML {
        let fields = [
            Field(
                "upheld", "申诉是否成立", .choice, value: entered?["upheld"] ?? "",
                options: [.init("false", "成立，撤销信号"), .init("true", "不成立，维持信号")], error: errors["upheld"]),
            Field("reason", "裁定理由", .longText, value: entered?["reason"] ?? "", error: errors["reason"]),
        ]
        return Card(
            "裁定申诉",
            Form(action: SupervisionPath.act(id, "decision"), token: token, fields: fields, submit: "作出裁定")
                .html
        ).html
    }
}
