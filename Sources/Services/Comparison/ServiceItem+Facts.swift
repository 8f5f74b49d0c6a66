import Government
import WorkingTime

extension ServiceItem {
    /// Everything the item says, in the order of the guide.
    ///
    /// - Parameter organ: the name of an organ by its key.
    public func facts(organ name: (String) -> String = { $0 }) -> [ItemFact] {
        identityFacts(name) + basisFacts + guideFacts + materials.map(\.fact) + promiseFacts + timeFacts
            + outcomeFacts + placeFacts
            + questions.map { ItemFact("questions.\($0.question)", "常见问题“\($0.question)”", $0.answer) }
            + pages.flatMap(\.facts)
    }

    private func identityFacts(_ organName: (String) -> String) -> [ItemFact] {
        [
            ItemFact("name", "事项名称", name), ItemFact("basic_code", "基本编码", basicCode),
            ItemFact("joint_code", "一件事编码", jointCode), ItemFact("level", "行使层级", String(level)),
            ItemFact("organ", "实施主体", organName(organ)),
            ItemFact("co_organs", "联办机构", coOrgans.map(organName).listed),
            ItemFact("children", "所含事项", children.listed), ItemFact("joint", "前后顺序", order.words),
            ItemFact("position", "列表位置", String(position)),
            ItemFact("summary", "一句话说明", summary), ItemFact("description", "事项说明", description),
            ItemFact("keywords", "搜索词", keywords.listed),
        ]
            + (elements?.businessItems ?? []).map {
                ItemFact("business_items.\($0.suffix)", "业务办理项 \($0.suffix)", $0.name)
            }
    }

    private var basisFacts: [ItemFact] {
        [
            ItemFact("power_source", "权力来源", elements?.powerSource?.chinese),
            ItemFact("organ_nature", "实施主体性质", elements?.organNature?.chinese),
            ItemFact("entrusted_by", "委托部门", elements?.entrustedBy),
            ItemFact("legal_basis", "设定依据", legalBasis.map(\.chinese).listed),
        ]
    }

    private var guideFacts: [ItemFact] {
        [
            ItemFact("audiences", "服务对象", audiences.map(\.chinese).listed, forApplicants: true),
            ItemFact("life_events", "主题", lifeEvents.listed),
            ItemFact("area", "通办范围", elements?.area?.chinese, forApplicants: true),
            ItemFact("conditions", "受理条件", conditions.listed, forApplicants: true),
            ItemFact("quantity_limit", "数量限制", elements?.quantityLimit, forApplicants: true),
            ItemFact("intermediary", "中介服务", elements?.intermediary, forApplicants: true),
        ]
    }

    private var timeFacts: [ItemFact] {
        [
            ItemFact("handling_kind", "办件类型", elements?.handlingKind?.chinese),
            ItemFact("limits.legal", "法定办结时限", limits.legal?.chinese, forApplicants: true),
            ItemFact("limits.promised", "承诺办结时限", limits.promised?.chinese, forApplicants: true),
            ItemFact("limits.note", "时限说明", limits.note, forApplicants: true),
            ItemFact("process", "业务流程", process),
        ]
            + steps.map { step in
                let words = [step.actor, step.limit.chinese, step.standard, step.result]
                return ItemFact("steps.\(step.name)", "办理环节“\(step.name)”", words.joined(separator: "；"))
            }
    }

    private var outcomeFacts: [ItemFact] {
        [
            ItemFact("fee", "收费", fee.charged ? "收费：\(fee.text)" : fee.text, forApplicants: true),
            ItemFact("output", "办理结果", output.name, forApplicants: true),
            ItemFact("output.kind", "结果类型", output.kind.chinese),
            ItemFact("output.validity", "有效期（月）", output.validityMonths.map(String.init)),
            ItemFact("output.certificate", "证照类型代码", output.certificateType),
            ItemFact("output.printed", "证照上登记的内容", printedLabels.listed),
            ItemFact("remedies.review", "行政复议", remedies.review.words),
            ItemFact("remedies.litigation", "行政诉讼", remedies.litigation.words),
        ]
    }

    private var placeFacts: [ItemFact] {
        [
            ItemFact(
                "handling_forms", "办理形式", elements?.handlingForms?.map(\.chinese).listed,
                forApplicants: true),
            ItemFact("visits", "到办事现场次数", String(visits), forApplicants: true),
            ItemFact("visit_reason", "必须到现场的原因", elements?.visitReason, forApplicants: true),
            ItemFact("counter", "办理地点", [counter.name, counter.address].listed, forApplicants: true),
            ItemFact("counter.hours", "办理时间", counter.hours, forApplicants: true),
            ItemFact("counter.phone", "咨询电话", counter.phone, forApplicants: true),
            ItemFact("supervision_phone", "监督投诉电话", elements?.supervisionPhone),
            ItemFact("proxy", "代亲友办理", proxy.map(\.chinese), forApplicants: true),
            ItemFact("assurance", "实名要求", assurance?.chinese, forApplicants: true),
        ]
    }
}

extension Remedies.Body {
    fileprivate var words: String { [name, address, phone].listed }
}

extension [String] {
    /// `甲；乙`, without what is empty.
    var listed: String { filter { !$0.isEmpty }.joined(separator: "；") }
}
