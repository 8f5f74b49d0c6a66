import Refusals
import Web

/// What whoever looks may do with an inquiry now.
struct InquiryForms {
    let page: InquiryPage

    private var inquiry: Inquiry { page.inquiry }

    var html: HTML {
        if page.sight == .person { return own }
        guard page.sight == .all else { return .empty }
        return HTML.joined([handling, deciding, withdrawal])
    }

    private var own: HTML {
        switch inquiry.stage {
        case .hearing:
            form(
                "statement", "您的陈述申辩",
                [
                    words("statement", "陈述和申辩", "事实有出入的、有理由的，都可以写。没有按期陈述的，按已有材料决定。"),
                    waiver("放弃陈述申辩"),
                ], "提交")
        case .appealable:
            form(
                "appeal", "申诉", [words("appeal", "申诉理由", "由没有经手的领导复核，不会因为申诉加重。"), waiver("不申诉")], "提交")
        default: .empty
        }
    }

    private var handling: HTML {
        guard page.mayHandle else { return .empty }
        switch inquiry.stage {
        case .checking where inquiry.proposedBy == page.holder.id:
            return Notice("等待核实", "<p>问责是您提出的，由另一名监察人员核实。</p>").html
        case .checking:
            let result = Field(
                "founded", "核实结果", .choice, value: page.entered?["founded"] ?? "",
                options: [.init("true", "属实，听取陈述申辩"), .init("false", "不属实，终止")],
                error: page.errors["founded"])
            return form("finding", "核实", [result, words("words", "核实情况", "核实了什么、依据什么。")], "提交核实")
        case .serving:
            return form("service", "送达", [words("words", "送达情况", "怎样送达、由谁签收。")], "已经送达")
        default: return .empty
        }
    }

    private var deciding: HTML {
        guard page.mayDecide else { return .empty }
        let done = [inquiry.proposedBy, inquiry.checkedBy, inquiry.decidedBy]
        switch inquiry.stage {
        case .deciding, .reviewing:
            guard !done.contains(page.holder.id) else {
                return Notice("要由其他人办理", "<p>前面的步骤是您办的，这一步由没有经手的人办理。</p>").html
            }
            return inquiry.stage == .deciding ? decision : review
        default: return .empty
        }
    }

    private func options(_ measures: some Sequence<AccountabilityRules.Measure>) -> [Field.Option] {
        measures.map { .init($0.code, $0.name, hint: $0.words) }
    }

    private var decision: HTML {
        // What was taken back is a ground for no measure.
        let measures = inquiry.retraction == nil ? options(page.rules.measures) : []
        let choice = Field(
            "decision", "怎样决定", .choice, value: page.entered?["decision"] ?? "",
            options: measures + [.init("none", "不予问责"), .init("return", "退回重新核实")],
            error: page.errors["decision"])
        return form("decision", "决定", [choice, words("words", "理由", "当事人会看到。")], "作出决定")
    }

    private var review: HTML {
        let stands = inquiry.retraction == nil
        let lighter = stands ? options(page.rules.lighter(than: inquiry.measure)) : []
        // There is nothing to change the lightest measure to.
        let change: [Field.Option] = lighter.isEmpty ? [] : [.init("changed", "改变措施")]
        let upheld: [Field.Option] = stands ? [.init("upheld", "维持")] : []
        let ruling = Field(
            "ruling", "复核结果", .choice, value: page.entered?["ruling"] ?? "",
            options: upheld + change + [.init("revoked", "申诉成立，撤销")],
            error: page.errors["ruling"])
        let measure = Field(
            "measure", "改变以后的措施", .choice, hint: "只有改变措施时要选。不会因为申诉加重，这里只有比原来更轻的。",
            isRequired: false, value: page.entered?["measure"] ?? "", options: lighter,
            error: page.errors["measure"])
        return form(
            "review", "复核申诉",
            [ruling] + (lighter.isEmpty ? [] : [measure]) + [words("words", "复核理由", "当事人会看到。")], "作出复核")
    }

    private var withdrawal: HTML {
        guard page.mayHandle, [.checking, .hearing, .deciding].contains(inquiry.stage) else { return .empty }
        return form("withdrawal", "撤回", [words("reason", "撤回理由", "撤回以后不再办理。")], "撤回问责")
    }

    private func words(_ name: String, _ label: String, _ hint: String) -> Field {
        Field(
            name, label, .longText, hint: hint, value: page.entered?[name] ?? "", error: page.errors[name])
    }

    private func waiver(_ label: String) -> Field {
        Field(
            "waives", label, .boolean, isRequired: false, value: page.entered?["waives"] ?? "",
            error: page.errors["waives"])
    }

    private func form(_ act: String, _ title: String, _ fields: [Field], _ submit: String) -> HTML {
        Card(
            title,
            Form(
                action: AccountabilityPath.act(String(inquiry.id), act), token: page.token, fields: fields,
                submit: submit
            ).html
        ).html
    }
}
