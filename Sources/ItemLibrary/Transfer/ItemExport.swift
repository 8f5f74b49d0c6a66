import CSV
import Services
import TextExtraction
import Web
import WorkingTime

/// The items, or the joint services, as a file that can be imported again.
struct ItemExport {
    /// What is exported.
    enum Kind: String, CaseIterable {
        case items, joint

        /// What the file and its sheet are called.
        var chinese: String { self == .items ? "事项库" : "一件事" }

        var columns: [ItemColumn] { self == .items ? ItemColumn.ofItems : ItemColumn.ofJointServices }
    }

    /// The file that is asked for.
    enum Format: String, CaseIterable {
        case csv, xlsx
    }

    private let kind: Kind
    private let services: [PublicService]
    private let organNames: [String: String]
    private let lifeEvents: [String: String]
    private let itemNames: [String: String]

    /// The services of a kind; none make the template that is filled in.
    init(
        _ kind: Kind, _ services: [PublicService], organNames: [String: String] = [:],
        lifeEvents: [LifeEvent] = []
    ) {
        (self.kind, self.organNames) = (kind, organNames)
        self.services = services.filter { $0.item.isJoint == (kind == .joint) }
        self.lifeEvents = Dictionary(lifeEvents.map { ($0.key, $0.name) }) { first, _ in first }
        itemNames = Dictionary(services.map { ($0.item.slug, $0.item.name) }) { first, _ in first }
    }

    /// The header and a row for each.
    var rows: [[String]] {
        [kind.columns.map(\.rawValue)]
            + services.map { service in kind.columns.map { cell($0, of: service) } }
    }

    /// The file.
    func file(_ format: Format, named name: String) -> WebResponse {
        switch format {
        case .csv:
            .file(
                Array((CSVLine.mark + rows.map { CSVLine.text($0) }.joined()).utf8), name: "\(name).csv",
                contentType: "text/csv; charset=utf-8")
        case .xlsx:
            .file(
                SpreadsheetFile([.init(kind.chinese, rows)]).bytes, name: "\(name).xlsx",
                contentType: SpreadsheetFile.contentType)
        }
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
        case .lifeEvents: ListCell.text(item.lifeEvents.map { lifeEvents[$0] ?? $0 })
        case .keywords: ListCell.text(item.keywords)
        case .jointCode: item.jointCode ?? ""
        case .children: ListCell.text(item.children.map(itemName))
        case .order: OrderCell.text(item.order, itemName)
        case _ where PromiseCells.columns.contains(column): PromiseCells.text(column, item)
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

    private func itemName(_ slug: String) -> String { itemNames[slug] ?? slug }

    private func name(_ organ: String) -> String { organNames[organ] ?? organ }
}
