import Refusals
import Services
import WorkingTime

/// Rows of joint services (一件事): what people say of one, of which items it is made, and what waits for what. Form,
/// materials, steps and process follow from the items.
extension ItemSurroundings {
    /// The joint service a row tells, and what is offered of it.
    func joint(_ cells: inout ItemCells) -> (ServiceItem, PublicService?) {
        let code = cells[.jointCode] ?? ""
        if code.wholeMatch(of: /YJS[0-9]{9}/) == nil { cells.refuse("“一件事编码”应为 YJS 加 9 位数字。") }
        if cells[.name] == nil { cells.refuse("“事项名称”没有填写。") }
        let known = offered.first { $0.item.isJoint && $0.item.jointCode == code }
        var item = known?.item ?? blankJoint(code, cells[.name] ?? "")
        cells.writeWords(into: &item)
        writeThemes(&cells, into: &item)
        if known != nil, item.joint == nil {
            keepDrawing(&cells, of: &item)
        } else {
            design(&cells, &item)
        }
        if let reach, !item.organ.isEmpty, !reach.contains(item.organ) {
            cells.refuse("“\(item.name)”的牵头部门不归您维护。")
        }
        return (item, known)
    }

    private func blankJoint(_ code: String, _ name: String) -> ServiceItem {
        let position = (offered.last?.item.position ?? 0) + 1
        var item = ServiceItem.blank(
            slug: "joint-\(code)".lowercased(), name: name, organ: "", position: position)
        (item.jointCode, item.joint) = (code, JointDesign())
        return item
    }

    /// A service whose process was drawn by hand stays made of what the drawing calls.
    private func keepDrawing(_ cells: inout ItemCells, of item: inout ServiceItem) {
        if let children = children(&cells), children != item.children {
            cells.refuse("“\(item.name)”的流程图是手工绘制的，所含事项不能用文件修改。")
        }
        if let order = cells[.order], order != OrderCell.none {
            cells.refuse("“\(item.name)”的流程图是手工绘制的，前后顺序不能用文件修改。")
        }
        if let limit = cells.limit(.promisedLimit) { item.limits.promised = limit }
    }

    private func design(_ cells: inout ItemCells, _ item: inout ServiceItem) {
        var changed = item
        if let children = children(&cells) { changed.setChildren(children) }
        if changed.children.count < 2 { return cells.refuse("“所含事项”至少写两个在用的事项。") }
        if let text = cells[.order] {
            let names = Dictionary(
                offered.filter { changed.children.contains($0.item.slug) }.map {
                    ($0.item.name, $0.item.slug)
                }
            ) { first, _ in first }
            guard let needs = OrderCell.needs(text, { names[$0] }) else {
                return cells.refuse("“前后顺序”应写成“刻章备案：企业登记＋税务登记”的样子，只写所含的事项。")
            }
            changed.joint?.needs = needs
        }
        let promise = cells.limit(.promisedLimit)
        if let promise, promise != item.limits.promised { changed.joint?.promise = promise }
        guard changed != item else { return }
        do {
            item = try changed.composed(of: offered.map(\.item).filter { !$0.isJoint })
        } catch let refusal as DomainError {
            cells.refuse(refusal.sentence)
        } catch { cells.refuse("所含事项合不成一件事。") }
        if let promise, item.limits.promised != promise {
            cells.refuse("“承诺办结时限”不能短于最长的一条路：\(item.limits.promised?.chinese ?? "")。")
        }
    }

    /// The items, by name, basic code or slug; nil where the cell says nothing.
    private func children(_ cells: inout ItemCells) -> [String]? {
        guard let text = cells[.children] else { return nil }
        let singles = offered.map(\.item).filter { !$0.isJoint }
        let parts = ListCell.parts(text)
        let found = parts.compactMap { part in
            singles.first { [$0.name, $0.basicCode, $0.slug].contains(part) }?.slug
        }
        if found.count < parts.count { cells.refuse("“所含事项”里有不是在用事项的名称。") }
        if Set(found).count < found.count { cells.refuse("“所含事项”里有写了两次的事项。") }
        if found.count > ServiceItem.mostChildren {
            cells.refuse("一件事最多包含 \(ServiceItem.mostChildren) 个事项。")
        }
        return found
    }
}

extension ServiceItem {
    /// Says of which items it is made; what was said of others is gone.
    fileprivate mutating func setChildren(_ slugs: [String]) {
        children = slugs
        guard var design = joint else { return }
        design.needs = design.needs.filter { slugs.contains($0.key) }.mapValues { $0.filter(slugs.contains) }
        design.answers = design.answers.filter { slugs.contains($0.key) }
        design.evidence = design.evidence.filter { slugs.contains($0.key) }
        joint = design
    }
}
