import Cases
import Services

extension ServiceItem {
    /// The signatures drawn for this joint service that one of its items asks for too, under the item's own names.
    func drawings(for child: ServiceItem, among filed: [FiledMaterial]) -> [FiledMaterial] {
        child.fields.filter { $0.kind == .signature }.compactMap { field in
            let asked = joint?.question(field.name, of: child.slug) ?? field.name
            let mine = fields.first { $0.name == asked }?.drawingName
            return filed.last { $0.requirement == mine }.map {
                FiledMaterial(
                    requirement: field.drawingName, fileID: $0.fileID, name: $0.name, filedAt: $0.filedAt)
            }
        }
    }
}
