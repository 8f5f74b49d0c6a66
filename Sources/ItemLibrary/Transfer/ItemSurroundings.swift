import Codes
import Government
import Refusals
import Services
import Storage

/// What rows are read against.
struct ItemSurroundings {
    private let organs: [Organ]
    let offered: [PublicService]
    private let types: Set<String>
    private let lifeEvents: [LifeEvent]
    let reach: Set<String>?

    /// - Parameter reach: the organs whose items may be taken over; nil for all.
    init(reach: Set<String>?, in tx: Transaction) throws {
        organs = try Directory.organs(in: tx)
        offered = try ServiceLibrary.current(in: tx)
        types = Set(try ItemTypes.all(in: tx).map(\.code))
        lifeEvents = try ItemFiles.lifeEvents()
        self.reach = reach
    }

    /// The item a row of single items tells, and what is offered of it.
    func single(_ cells: inout ItemCells) -> (ServiceItem, PublicService?) {
        let organ = organ(&cells)
        let known = organ.flatMap { offered(cells[.basicCode], by: $0.key) }
        var item = known?.item ?? blank(cells[.name] ?? "", organ?.key ?? "", cells[.basicCode] ?? "")
        cells.write(into: &item)
        check(&cells, organ, into: &item)
        writeThemes(&cells, into: &item)
        return (item, known)
    }

    /// Life events, by their names.
    func writeThemes(_ cells: inout ItemCells, into item: inout ServiceItem) {
        guard let text = cells[.lifeEvents] else { return }
        let parts = ListCell.parts(text.replacing("、", with: "；"))
        let found = parts.compactMap { part in lifeEvents.first { [$0.name, $0.key].contains(part) } }
        if found.count < parts.count { cells.refuse("“主题”里有平台没有的主题。") }
        item.lifeEvents = found.map(\.key)
    }

    /// The organ a row names: by its name, its full name, its credit code or its key.
    private func organ(_ cells: inout ItemCells) -> Organ? {
        guard let text = cells[.organ] else {
            cells.refuse("“实施主体”没有填写。")
            return nil
        }
        let found = organs.first { [$0.name, $0.fullName, $0.code.text, $0.key].contains(text) }
        guard let found else {
            cells.refuse("“实施主体”“\(text)”不是本区现有的部门。")
            return nil
        }
        if reach.map({ !$0.contains(found.key) }) ?? false { cells.refuse("“\(found.name)”的事项不归您维护。") }
        return found
    }

    private func offered(_ basicCode: String?, by organ: String) -> PublicService? {
        guard let basicCode else { return nil }
        return offered.first { $0.item.basicCode == basicCode && $0.item.organ == organ }
    }

    private func blank(_ name: String, _ organ: String, _ basicCode: String) -> ServiceItem {
        let position = (offered.last?.item.position ?? 0) + 1
        return .blank(
            slug: "item-\(organ)-\(basicCode)".lowercased(), name: name, organ: organ, position: position)
    }

    /// What only the district can tell.
    private func check(_ cells: inout ItemCells, _ organ: Organ?, into item: inout ServiceItem) {
        if cells[.name] == nil { cells.refuse("“事项名称”没有填写。") }
        let basicCode = cells[.basicCode] ?? ""
        if basicCode.wholeMatch(of: /44[0-9]{10}/) == nil {
            cells.refuse("“基本编码”应为以 44 开头的 12 位数字。")
        } else if !types.contains(String(basicCode.dropFirst(2).prefix(2))) {
            cells.refuse("“基本编码”第 3、4 位不是已知的事项类型。")
        }
        guard let text = cells[.coOrgans] else { return }
        let parts = ListCell.parts(text.replacing("、", with: "；"))
        let found = parts.compactMap { part in organs.first { [$0.name, $0.fullName, $0.key].contains(part) }
        }
        if found.count < parts.count { cells.refuse("“联办机构”里有本区没有的部门。") }
        item.coOrgans = found.map(\.key)
    }
}
