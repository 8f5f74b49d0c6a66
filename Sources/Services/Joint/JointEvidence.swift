/// The materials of a joint service: what several items need is handed in once, and what one item issues the next one has.
struct JointEvidence {
    private(set) var design: JointDesign
    private(set) var materials: [Material] = []
    private let name: String

    /// - Parameter name: of the joint service, whose one application takes the place of all.
    init(_ joint: ServiceItem, _ children: [ServiceItem], _ design: JointDesign) {
        (name, self.design) = (joint.name, design)
        let items = Dictionary(children.map { ($0.slug, $0) }) { first, _ in first }
        for (place, child) in children.enumerated() {
            let given = Set(joint.evidenceFromWithin(for: child, among: items).map(\.id))
            for material in child.materials where !given.contains(material.id) {
                add(material, of: child, at: place)
            }
        }
    }

    private mutating func add(_ material: Material, of child: ServiceItem, at place: Int) {
        let id = id(for: material, of: child, at: place)
        if id != material.id { design.evidence[child.slug, default: [:]][material.id] = id }
        if let known = materials.firstIndex(where: { $0.id == id }) {
            materials[known] = materials[known].joined(with: material, for: child.slug)
            return
        }
        var added = material
        (added.id, added.neededBy) = (id, [child.slug])
        // Whether something may come later is a term of the whole application, and a joint service has none.
        added.deferrable = nil
        if material.waivedBy == .onlineForm {
            added.name = "\(name)申请表"
            added.note = "一张表代替各部门的申请表，由您在线填写的内容自动生成。"
        }
        materials.append(added)
    }

    private func id(for material: Material, of child: ServiceItem, at place: Int) -> String {
        if let chosen = design.evidence[child.slug]?[material.id] { return chosen }
        if material.waivedBy == .onlineForm, let form = materials.first(where: { $0.waivedBy == .onlineForm })
        {
            return form.id
        }
        if let alike = materials.first(where: { $0.name == material.name }) { return alike.id }
        let isTaken = materials.contains { $0.id == material.id }
        return isTaken ? Self.own(material.id, place) : material.id
    }

    /// An id for the material of one item alone.
    static func own(_ id: String, _ place: Int) -> String { "\(id)-\(place + 1)" }
}

extension Material {
    /// This material, serving another item as well: required where one of them requires it, and asked for where the other
    /// item does not let it go.
    fileprivate func joined(with other: Material, for item: String) -> Material {
        var joined = self
        joined.neededBy = (neededBy ?? []) + [item]
        if other.necessity == .required { joined.necessity = .required }
        if other.waivedBy == nil { joined.waivedBy = nil }
        joined.licence = licence ?? other.licence
        if joined.waivedBy != nil { joined.licence = nil }
        joined.note = note ?? other.note
        return joined
    }
}

extension ServiceItem {
    /// The materials of an item that another item of this joint service issues before it begins (前一事项的结果).
    func evidenceFromWithin(for child: ServiceItem, among items: [String: ServiceItem]) -> [Material] {
        guard order.circle == nil else { return [] }
        let before = order.allNeeds(of: child.slug).compactMap { items[$0]?.output }
        return child.materials.filter { material in
            before.contains { output in
                output.name == material.name
                    || output.certificateType != nil && output.certificateType == material.licence
            }
        }
    }
}
