import Codes
import Government
import Refusals
import Services
import Storage

/// What is to become of a row, or has become of it.
struct ItemVerdict: Sendable, Hashable, Codable {
    /// What sort of outcome it is.
    enum Kind: String, Sendable, Codable, CaseIterable {
        /// A draft of a new item.
        case new
        /// A draft of the next version.
        case changed
        /// It says what is offered already.
        case unchanged
        /// It cannot be taken over.
        case wrong

        /// The word people read.
        var chinese: String {
            switch self {
            case .new: "新增"
            case .changed: "修改"
            case .unchanged: "无变化"
            case .wrong: "有误"
            }
        }
    }

    /// The row's number in the file.
    let row: Int
    /// The item's name, as far as it could be read.
    let name: String
    let kind: Kind
    /// What is wrong, or what changes.
    let words: String
    /// The draft it has become.
    var draft: Int64?
}

/// A row read against what is offered now.
struct ReadItemRow {
    let verdict: ItemVerdict
    /// The item as it would be; nil where the row is wrong.
    let item: ServiceItem?
    /// The row of the version that is offered.
    let basedOn: PublicService?

    init(_ row: ItemSheet.Row, _ columns: [ItemColumn?], _ surroundings: ItemSurroundings) {
        var cells = ItemCells(row.cells, by: columns)
        if let fault = row.fault { cells.refuse(fault) }
        let organ = surroundings.organ(&cells)
        let known = organ.flatMap { surroundings.offered(cells[.basicCode], by: $0.key) }
        var item =
            known?.item ?? surroundings.blank(cells[.name] ?? "", organ?.key ?? "", cells[.basicCode] ?? "")
        cells.write(into: &item)
        surroundings.check(&cells, organ, into: &item)
        let changes = known.map { item.changes(since: $0.item) }
        let kind: ItemVerdict.Kind =
            !cells.mistakes.isEmpty
            ? .wrong : changes == nil ? .new : changes?.isEmpty == true ? .unchanged : .changed
        let words =
            kind == .wrong
            ? cells.mistakes.map(\.chinese).joined()
            : (changes ?? []).prefix(12).map(\.label).joined(separator: "、")
        verdict = ItemVerdict(
            row: row.number, name: cells[.name] ?? known?.item.name ?? "", kind: kind, words: words)
        self.item = kind == .wrong ? nil : item
        basedOn = known
    }
}

/// What rows are read against.
struct ItemSurroundings {
    private let organs: [Organ]
    private let offered: [PublicService]
    private let types: Set<String>
    private let reach: Set<String>?

    /// - Parameter reach: the organs whose items may be taken over; nil for all.
    init(reach: Set<String>?, in tx: Transaction) throws {
        organs = try Directory.organs(in: tx)
        offered = try ServiceLibrary.current(in: tx)
        types = Set(try ItemTypes.all(in: tx).map(\.code))
        self.reach = reach
    }

    /// The organ a row names: by its name, its full name, its credit code or its key.
    func organ(_ cells: inout ItemCells) -> Organ? {
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

    func offered(_ basicCode: String?, by organ: String) -> PublicService? {
        guard let basicCode else { return nil }
        return offered.first { $0.item.basicCode == basicCode && $0.item.organ == organ }
    }

    func blank(_ name: String, _ organ: String, _ basicCode: String) -> ServiceItem {
        let position = (offered.last?.item.position ?? 0) + 1
        return .blank(
            slug: "item-\(organ)-\(basicCode)".lowercased(), name: name, organ: organ, position: position)
    }

    /// What only the district can tell.
    func check(_ cells: inout ItemCells, _ organ: Organ?, into item: inout ServiceItem) {
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
