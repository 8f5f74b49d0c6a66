import CSV
import Services
import WorkingTime

/// The items as a file that can be imported again.
struct ItemExport {
    private let services: [PublicService]
    private let organNames: [String: String]

    /// Joint services are made of items and have no place in the list of items.
    init(_ services: [PublicService], organNames: [String: String]) {
        (self.services, self.organNames) = (services.filter { !$0.item.isJoint }, organNames)
    }

    var text: String {
        CSVLine.mark + CSVLine.text(ItemColumn.allCases.map(\.rawValue))
            + services.map { service in CSVLine.text(ItemColumn.allCases.map { cell($0, of: service) }) }
            .joined()
    }

    private func cell(_ column: ItemColumn, of service: PublicService) -> String {
        let item = service.item
        return switch column {
        case .name: item.name
        case .basicCode: item.basicCode ?? ""
        case .code: service.code
        case .organ: name(item.organ)
        case .coOrgans: ListCell.text(item.coOrgans.map(name))
        case .type: item.typeName
        case .level: String(item.level)
        case .legalBasis: ListCell.text(item.legalBasis.map(\.chinese))
        case .summary: item.summary
        case .details: item.description
        case .audiences: item.audiences.map(\.chinese).joined(separator: "、")
        case .conditions: ListCell.text(item.conditions)
        case .materials: ListCell.text(item.materials.map(MaterialCell.text))
        default: cellOfHandling(column, item)
        }
    }

    private func cellOfHandling(_ column: ItemColumn, _ item: ServiceItem) -> String {
        switch column {
        case .legalLimit: item.limits.legal?.chinese ?? ""
        case .promisedLimit: item.limits.promised?.chinese ?? ""
        case .visits: String(item.visits)
        case .fee: item.fee.text
        case .outcomeKind: item.output.kind.chinese
        case .outcome: item.output.name
        case .counter: item.counter.address
        case .hours: item.counter.hours
        case .phone: item.counter.phone
        default: cell(column, of: item.elements ?? ItemElements())
        }
    }

    private func cell(_ column: ItemColumn, of more: ItemElements) -> String {
        switch column {
        case .organNature: more.organNature?.chinese ?? ""
        case .entrustedBy: more.entrustedBy ?? ""
        case .powerSource: more.powerSource?.chinese ?? ""
        case .area: more.area?.chinese ?? ""
        case .quantityLimit: more.quantityLimit ?? ""
        case .intermediary: more.intermediary ?? ""
        case .handlingKind: more.handlingKind?.chinese ?? ""
        case .handlingForms: (more.handlingForms ?? []).map(\.chinese).joined(separator: "、")
        case .visitReason: more.visitReason ?? ""
        case .supervisionPhone: more.supervisionPhone ?? ""
        case .businessItems: ListCell.text((more.businessItems ?? []).map { "\($0.suffix) \($0.name)" })
        default: ""
        }
    }

    private func name(_ organ: String) -> String { organNames[organ] ?? organ }
}

extension ItemImport {
    /// The report row by row.
    var reportText: String {
        CSVLine.mark + CSVLine.text(["行号", "事项名称", "结果", "说明"])
            + report.map { CSVLine.text([String($0.row), $0.name, $0.kind.chinese, $0.words]) }.joined()
    }
}
