import Cases

extension CasePlan {
    /// The plan with what the types of its licences say of them today; a type nobody keeps is left as the item has it.
    public func following(_ types: [String: LicenceType]) -> CasePlan {
        var plan = self
        plan.licence = licence.map { template in types[template.typeCode].map(template.following) ?? template
        }
        plan.children = children.map { $0.following(types) }
        return plan
    }

    /// The codes of the licence types that a case of this plan may end with.
    public var licenceTypes: [String] {
        (licence.map { [$0.typeCode] } ?? []) + children.flatMap(\.licenceTypes)
    }
}

extension LicenceTemplate {
    func following(_ type: LicenceType) -> LicenceTemplate {
        let months: Int? =
            switch type.validity {
            case .byItem: validityMonths
            case .months(let months): months
            case .unlimited: nil
            }
        return LicenceTemplate(
            name: type.name, typeCode: typeCode, validityMonths: months,
            printed: type.fields.isEmpty ? printed : printed.filter { type.fields.contains($0.label) })
    }
}
