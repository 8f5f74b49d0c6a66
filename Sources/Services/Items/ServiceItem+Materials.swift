import Cases
import Refusals

/// What people do with the materials of an item, one at a time.
extension ServiceItem {
    /// So many materials at the most.
    public static let mostMaterials = 60

    /// Puts a material in, or in the place of the one with its id.
    ///
    /// - Throws: `invalid` when another material has its name, `conflict` when there are too many.
    public mutating func keep(_ material: Material) throws {
        guard !materials.contains(where: { $0.id != material.id && $0.name == material.name }) else {
            throw DomainError.invalid("name", "已经有叫“\(material.name)”的材料。")
        }
        if let place = materials.firstIndex(where: { $0.id == material.id }) {
            materials[place] = material
            return
        }
        guard materials.count < Self.mostMaterials else {
            throw DomainError.conflict("一个事项最多 \(Self.mostMaterials) 份材料。")
        }
        materials.append(material)
    }

    /// Takes a material out; a promise can no longer stand in its place.
    ///
    /// - Throws: `notFound`.
    public mutating func removeMaterial(_ id: String) throws {
        let place = try place(of: id)
        materials.remove(at: place)
        if let terms = commitment { commitment = terms.without(id) }
    }

    /// Moves a material up, or down.
    ///
    /// - Throws: `notFound`, `conflict` at the end of the list.
    public mutating func moveMaterial(_ id: String, up: Bool) throws {
        let place = try place(of: id)
        let other = up ? place - 1 : place + 1
        guard materials.indices.contains(other) else {
            throw DomainError.conflict(up ? "已经是第一份。" : "已经是最后一份。")
        }
        materials.swapAt(place, other)
    }

    /// `m1`, `m2` …: the first id that no material of the item has.
    public var freeMaterialID: String {
        let ids = Set(materials.map(\.id))
        var number = 1
        while ids.contains("m\(number)") { number += 1 }
        return "m\(number)"
    }

    private func place(of id: String) throws -> Int {
        guard let place = materials.firstIndex(where: { $0.id == id }) else {
            throw DomainError.notFound("没有这份材料，可能刚被别人去掉。")
        }
        return place
    }
}
