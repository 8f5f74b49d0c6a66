import Cases
import Codes
import DecisionModel
import Government
import Refusals

/// What a case is begun with: the item's rules of this day, copied out of the library.
extension PublicService {
    /// The plan of a case of this service.
    ///
    /// - Parameters:
    ///   - children: the services a joint service is made of, in order.
    ///   - organs: by key: those the items name, the hall, and every one that is gone, for a drawing may still name it.
    /// - Throws: `notFound` when an organ of the item has been abolished.
    public func plan(children: [PublicService], organs: [String: Organ]) throws -> CasePlan {
        let hall = organs.values.first { $0.kind == .hall && $0.isLiving }
        guard let organ = organs[item.organ], organ.isLiving, let hall
        else {
            throw DomainError.notFound("「\(item.name)」的主管部门已调整，请到政务服务中心咨询。")
        }
        return CasePlan(
            code: code, name: item.name, version: version, organ: organ.key, organName: organ.fullName,
            organCode: organ.code.text, coOrgans: item.isJoint ? [] : item.coOrgans, hall: hall.key,
            process: item.process, legalLimit: item.limits.legal, promisedLimit: item.limits.promised,
            extensionRule: item.isJoint ? .joint : .singleOrgan,
            materials: item.askedMaterials.map {
                MaterialRequirement(
                    id: $0.id, name: $0.name, isRequired: $0.isRequired,
                    isDeferrable: $0.isDeferrable ? true : nil)
            },
            licence: item.licenceTemplate,
            remedies: RemedyBodies(
                reviewBody: item.remedies.review.name, court: item.remedies.litigation.name),
            children: try children.map {
                item.placed(
                    try $0.plan(children: [], organs: organs), of: $0.item, among: children.map(\.item))
            },
            successors: Organ.successors(organs), deferral: item.deferral, commitment: item.commitment)
    }
}

extension Organ {
    /// The living organ in the place of each that is gone; `nil` where none is gone.
    fileprivate static func successors(_ organs: [String: Organ]) -> [String: String]? {
        let gone = organs.values.filter { !$0.isLiving }
        guard !gone.isEmpty else { return nil }
        let lineage = OrganLineage(organs.values)
        return Dictionary(gone.map { ($0.key, $0.heir(lineage)) }) { first, _ in first }
    }

    /// A successor that is not among those that are gone is living.
    private func heir(_ lineage: OrganLineage) -> String {
        let line = lineage.line(of: key)
        let last = line.first(where: \.isLiving) ?? line.last ?? self
        return last.isLiving ? last.key : last.successor ?? last.key
    }
}

extension ServiceItem {
    fileprivate var licenceTemplate: LicenceTemplate? {
        guard let typeCode = output.certificateType else { return nil }
        return LicenceTemplate(
            name: output.name, typeCode: typeCode, validityMonths: output.validityMonths,
            printed: (output.printed ?? []).compactMap { name in
                field(name).map { field in
                    LicenceTemplate.PrintedAnswer(
                        label: field.label, field: field.name,
                        options: Dictionary(
                            field.options.map { ($0.value, $0.label) },
                            uniquingKeysWith: { first, _ in first }))
                }
            })
    }
}

extension FormValue {
    /// The answer as the process' conditions see it.
    public var value: Value {
        switch self {
        case .string(let text): .string(text)
        case .number(let number): .number(number)
        case .bool(let flag): .bool(flag)
        case .list(let picks): .list(picks.map(Value.string))
        case .table(let rows): .list(rows.map { .context($0.mapValues(\.value)) })
        }
    }
}
