import Services

/// The guide of a service as programs read it: enough to file an application without having seen the page.
struct GuideJSON: Encodable {
    private let service: PublicService
    private let children: [PublicService]
    private let organs: [String: String]

    init(_ service: PublicService, children: [PublicService], organs: [String: String]) {
        self.service = service
        self.children = children
        self.organs = organs
    }

    private enum Key: String, CodingKey {
        case description, conditions, fields, materials, process, steps, fee, counter, visits, questions, demo
        case children, result, remedies, deferral, commitment
        case coOrgans = "co_organs"
        case legalBasis = "legal_basis"
    }

    /// Everything the list tells, and the rest beside it.
    func encode(to encoder: any Encoder) throws {
        try ServiceJSON(service, organs: organs).encode(to: encoder)
        let item = service.item
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(item.description, forKey: .description)
        try box.encode(item.conditions, forKey: .conditions)
        try box.encode(
            item.pages.flatMap { page in page.fields.map { FieldJSON($0, on: page) } }, forKey: .fields)
        try box.encode(item.materials.map(MaterialJSON.init), forKey: .materials)
        try box.encode(item.process, forKey: .process)
        try box.encode(item.coOrgans, forKey: .coOrgans)
        try box.encode(children.map { ServiceJSON($0, organs: organs) }, forKey: .children)
        try encodeGuidance(of: item, into: &box)
    }

    private func encodeGuidance(of item: ServiceItem, into box: inout KeyedEncodingContainer<Key>) throws {
        try box.encode(item.steps, forKey: .steps)
        try box.encode(item.fee, forKey: .fee)
        try box.encode(item.legalBasis.map(\.chinese), forKey: .legalBasis)
        try box.encode(item.output.name, forKey: .result)
        try box.encode(item.remedies, forKey: .remedies)
        try box.encode(item.counter, forKey: .counter)
        try box.encode(item.visits, forKey: .visits)
        try box.encode(item.questions, forKey: .questions)
        try box.encode(item.demo, forKey: .demo)
        try box.encodeIfPresent(item.deferral, forKey: .deferral)
        try box.encodeIfPresent(item.commitment, forKey: .commitment)
    }
}

/// One question, with the page it stands on.
private struct FieldJSON: Encodable {
    let field: FormField
    let page: FormPage

    init(_ field: FormField, on page: FormPage) {
        self.field = field
        self.page = page
    }

    private enum Key: String, CodingKey { case page }

    func encode(to encoder: any Encoder) throws {
        try field.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(page.id, forKey: .page)
    }
}

/// One material; `required` says whether this applicant must hand it in, `waived` that the government has it.
private struct MaterialJSON: Encodable {
    let id: String
    let name: String
    let required: Bool
    let source: Material.Source
    let waived: Bool
    let note: String?
    /// The type of licence that may stand in its place.
    let licence: String?
    let deferrable: Bool

    init(_ material: Material) {
        id = material.id
        name = material.name
        required = material.isRequired
        source = material.source
        waived = material.waivedBy != nil
        note = material.note
        licence = material.licence
        deferrable = material.isDeferrable
    }
}
