import Cases
import WorkingTime

extension MatterReading {
    /// The files of a row as materials of the item.
    func materials(for plan: CasePlan?, _ filedAt: Instant?, _ cells: inout MatterCells)
        -> [FiledMaterial]
    {
        guard let plan, let filedAt else { return [] }
        var filed: [FiledMaterial] = []
        for (name, path) in cells.materials() {
            guard let needed = plan.materials.first(where: { $0.name == name || $0.id == name }) else {
                cells.refuse("“\(plan.name)”没有材料“\(name.prefix(40))”。")
                continue
            }
            // A file that is not there is a fault of the row already.
            guard let file = cells.row.files?[path] else { continue }
            filed.append(
                FiledMaterial(
                    requirement: needed.id, fileID: file.id, name: file.name, filedAt: filedAt))
        }
        return filed
    }
}
