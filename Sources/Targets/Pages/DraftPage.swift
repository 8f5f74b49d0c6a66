import Refusals
import Web
import WorkingTime

/// The newest version of a plan, with what may be done until it is agreed.
struct DraftPage {
    let plan: TargetPlan
    let organ: String
    let side: TargetPlan.Side?
    let members: [Field.Option]
    let outside: TargetOutside
    let account: Int64
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var year: String { String(plan.year) }

    var page: Page {
        Page(
            "\(organ)\(year)年目标责任第 \(plan.version) 版",
            crumbs: [
                Link("工作台", "/desk"), Link("目标责任", TargetPath.targets),
                Link(organ, TargetPath.plan(year, plan.organ)), Link("第 \(plan.version) 版", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(organ)\(year)年目标责任第 \(String(plan.version)) 版</h1>
                <p>\(plan.state.badge)</p>
                \(if: plan.objection != nil, Notice("对方没有同意", "<p>\(plan.objection ?? "")</p>", tone: .warning).html)
                \(if: plan.reason != nil, "<p>为什么改：\(plan.reason ?? "")</p>")
                \(plan.targets.isEmpty ? EmptyState("还没有目标").html : table)
                <p>权重合计 \(String(plan.weight))，应为 100。</p>
                \(forms)
                """)
    }

    private var table: HTML {
        Table(
            "目标",
            columns: [
                .init("目标"), .init("权重", isNumber: true), .init("责任人"), .init("衡量"), .init("节点"), .init(""),
            ],
            rows: plan.targets.map { target in
                [
                    "\(target.title)", "\(String(target.weight))", "\(target.person)，\(target.post)",
                    measure(target),
                    "\(target.milestones.map { "\($0.name)（\($0.dueOn.chinese)）" }.joined(separator: "；"))",
                    removal(target),
                ]
            }
        ).html
    }

    private func measure(_ target: Target) -> HTML {
        guard case .figure(let figure, let whole, let atLeast, let wanted) = target.measure else {
            return "审核通过的节点"
        }
        let part = whole.map { "占\(outside.name($0))的百分比" } ?? ""
        return
            "\(outside.name(figure))\(part)\(atLeast ? "不低于" : "不高于") \(String(wanted))\(whole == nil ? "" : "%")"
    }

    private func removal(_ target: Target) -> HTML {
        guard plan.state == .draft, side != nil else { return .empty }
        return PostButton(
            "删除", action: act("removals"), token: token, values: [("target", String(target.key))]
        ).html
    }

    private var forms: HTML {
        guard let side else { return .empty }
        switch plan.state {
        case .draft: return HTML.joined([addition, offer])
        case .offered where side != plan.side && account != plan.offeredBy: return answer
        case .offered: return Notice("等待对方同意", "<p>\(plan.offeredByName ?? "")已经提出，等对方答复。</p>").html
        case .agreed, .superseded: return .empty
        }
    }

    private var addition: HTML {
        let figures = outside.figures.map { Field.Option($0.key, $0.name) }
        let fields = [
            field("title", "目标"), field("weight", "权重", .integer, hint: "一个部门所有目标的权重合计为 100。"),
            field("person", "责任人", .choice, options: members),
            field(
                "figure", "用什么衡量", .choice,
                options: [.init(TargetEntry.evidence, "审核通过的节点和佐证")] + figures),
            field("of", "占哪个数的百分比", .choice, isRequired: false, options: [.init("", "不算百分比")] + figures),
            field(
                "direction", "怎样算达到", .choice, options: [.init("least", "不低于目标值"), .init("most", "不高于目标值")]),
            field("wanted", "目标值", .integer, hint: "用佐证衡量的不填。", isRequired: false),
            field(
                "milestones", "节点", .longText, hint: "一行一个，名称和日期之间用｜隔开：完成初稿｜\(year)-06-30", isRequired: false),
        ]
        return form("targets", "写入目标", fields, "写入")
    }

    private var offer: HTML {
        let fields = plan.version > 1 ? [field("reason", "为什么改", .longText)] : []
        return form("offer", "提出", fields, "提出，请对方同意")
    }

    private var answer: HTML {
        let agrees = field("agrees", "是否同意", .choice, options: [.init("true", "同意"), .init("false", "不同意")])
        return form(
            "answer", "答复", [agrees, field("objection", "不同意的理由", .longText, isRequired: false)], "提交答复")
    }

    private func act(_ act: String) -> String { TargetPath.draftAct(year, plan.organ, act) }

    private func form(_ name: String, _ title: String, _ fields: [Field], _ submit: String) -> HTML {
        Card(title, Form(action: act(name), token: token, fields: fields, submit: submit).html).html
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, hint: String? = nil,
        isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered?[name] ?? "",
            options: options,
            error: errors[name])
    }
}
