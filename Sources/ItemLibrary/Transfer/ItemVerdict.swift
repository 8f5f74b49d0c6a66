import Refusals
import Services

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
        let isJoint = cells[.jointCode] != nil || !columns.contains(.basicCode)
        let (item, known) = isJoint ? surroundings.joint(&cells) : surroundings.single(&cells)
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
