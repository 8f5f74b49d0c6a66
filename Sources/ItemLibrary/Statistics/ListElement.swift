import Services

/// An element of the national implementation list (实施清单) that an item should say something of.
enum ListElement: String, CaseIterable, Sendable {
    case basicCode, summary, description, audiences, lifeEvents, legalBasis, powerSource, organNature
    case handlingKind, handlingForms, conditions, materials, legalLimit, promisedLimit, steps, fee, outcome
    case review, litigation, counter, hours, phone, supervisionPhone, area, visitReason, businessItems
    case questions, ranks, waivers, commitment, assurance, printed

    var chinese: String {
        switch self {
        case .basicCode: "基本编码"
        case .summary: "一句话说明"
        case .description: "事项说明"
        case .audiences: "服务对象"
        case .lifeEvents: "主题"
        case .legalBasis: "设定依据（条款已核对）"
        case .powerSource: "权力来源"
        case .organNature: "实施主体性质"
        case .handlingKind: "办件类型"
        case .handlingForms: "办理形式"
        case .conditions: "受理条件"
        case .materials: "申请材料"
        case .legalLimit: "法定办结时限"
        case .promisedLimit: "承诺办结时限"
        case .steps: "办理流程"
        case .fee: "收费"
        case .outcome: "办理结果"
        case .review: "行政复议机关"
        case .litigation: "诉讼法院"
        case .counter: "办理地点"
        case .hours: "办理时间"
        case .phone: "咨询电话"
        case .supervisionPhone: "监督投诉电话"
        case .area: "通办范围"
        case .visitReason: "到现场的原因"
        case .businessItems: "业务办理项"
        case .questions: "常见问题"
        case .ranks: "主要和次要材料"
        case .waivers: "政府核发材料的免交方式"
        case .commitment: "是否实行告知承诺"
        case .assurance: "实名要求"
        case .printed: "证照上登记的内容"
        }
    }

    /// Whether the item says something of it.
    func isSaid(by item: ServiceItem) -> Bool {
        let more = item.elements ?? ItemElements()
        return switch self {
        case .basicCode: (item.basicCode ?? item.jointCode) != nil
        case .summary: !item.summary.isEmpty
        case .description: !item.description.isEmpty
        case .audiences: !item.audiences.isEmpty
        case .lifeEvents: !item.lifeEvents.isEmpty
        case .legalBasis: !item.legalBasis.isEmpty && item.legalBasis.allSatisfy { $0.article != nil }
        case .powerSource: more.powerSource != nil
        case .organNature: more.organNature != nil
        case .handlingKind: more.handlingKind != nil
        case .handlingForms: more.handlingForms?.isEmpty == false
        case .conditions: !item.conditions.isEmpty
        case .materials: !item.materials.isEmpty
        default: isSaidOfHandling(item, more)
        }
    }

    private func isSaidOfHandling(_ item: ServiceItem, _ more: ItemElements) -> Bool {
        switch self {
        case .legalLimit: item.limits.legal != nil
        case .promisedLimit: item.limits.promised != nil
        case .steps: !item.steps.isEmpty
        case .fee: !item.fee.text.isEmpty
        case .outcome: !item.output.name.isEmpty
        case .review: !item.remedies.review.name.isEmpty
        case .litigation: !item.remedies.litigation.name.isEmpty
        case .counter: !item.counter.address.isEmpty
        case .hours: !item.counter.hours.isEmpty
        case .phone: !item.counter.phone.isEmpty
        case .supervisionPhone: more.supervisionPhone != nil
        case .area: more.area != nil
        case .visitReason: item.visits == 0 || more.visitReason != nil
        case .businessItems: more.businessItems?.isEmpty == false
        case .questions: !item.questions.isEmpty
        default: isSaidOfPromises(item, more)
        }
    }

    /// What follows from deferring, promising and licences.
    private func isSaidOfPromises(_ item: ServiceItem, _ more: ItemElements) -> Bool {
        let required = item.materials.filter(\.isRequired)
        return switch self {
        // Whoever has marked what may come later has looked at the others too.
        case .ranks: item.deferral != nil || required.allSatisfy { $0.deferrable != nil }
        case .waivers: required.allSatisfy { $0.source == .applicant || $0.licence != nil }
        case .commitment: item.commitment != nil || more.withoutCommitment == true
        case .assurance: item.assurance != nil
        default: item.output.certificateType == nil || item.output.printed?.isEmpty == false
        }
    }
}
