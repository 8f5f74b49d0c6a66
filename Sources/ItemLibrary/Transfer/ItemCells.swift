import Refusals
import Services
import WorkingTime

/// The cells of a row by their columns, read into an item; what is wrong is told cell by cell.
struct ItemCells {
    private let cells: [ItemColumn: String]
    private(set) var mistakes: [Sentence] = []

    init(_ texts: [String], by columns: [ItemColumn?]) {
        cells = zip(columns, texts).reduce(into: [:]) { cells, pair in
            if let column = pair.0, !pair.1.trimmed.isEmpty { cells[column] = pair.1.trimmed }
        }
        for column in ItemColumn.allCases where (cells[column]?.count ?? 0) > ItemColumn.mostCharacters {
            mistakes.append("“\(column.rawValue)”超过 \(ItemColumn.mostCharacters) 个字。")
        }
    }

    /// What stands in a column; nil where nothing stands.
    subscript(_ column: ItemColumn) -> String? { cells[column] }

    mutating func refuse(_ sentence: Sentence) { mistakes.append(sentence) }

    /// Writes what stands in the row into the item; a cell without anything in it changes nothing.
    mutating func write(into item: inout ServiceItem) {
        writeWords(into: &item)
        if let basicCode = cells[.basicCode] { item.basicCode = basicCode }
        if let level = level() { item.level = level }
        if let materials = cells[.materials] { item.materials = MaterialCell.materials(materials, in: item) }
        writePromises(into: &item)
        writeTimes(into: &item)
        writeOutcome(into: &item)
        writeElements(into: &item)
    }

    /// What is said of an item and of a joint service alike.
    mutating func writeWords(into item: inout ServiceItem) {
        if let name = cells[.name] { item.name = name }
        if let summary = cells[.summary] { item.summary = summary }
        if let details = cells[.details] { item.description = details }
        if let audiences = audiences() { item.audiences = audiences }
        if let conditions = cells[.conditions] { item.conditions = ListCell.parts(conditions) }
        if let basis = cells[.legalBasis] { item.legalBasis = BasisCell.laws(basis) }
        if let keywords = cells[.keywords] { item.keywords = ListCell.parts(keywords) }
        if let address = cells[.counter] { item.counter.address = address }
        if let hours = cells[.hours] { item.counter.hours = hours }
        if let phone = cells[.phone] { item.counter.phone = phone }
    }

    private mutating func writeTimes(into item: inout ServiceItem) {
        item.limits = Limits(
            legal: limit(.legalLimit) ?? item.limits.legal,
            promised: limit(.promisedLimit) ?? item.limits.promised, note: item.limits.note)
        if let text = cells[.visits] {
            let number = Int(text.replacing("次", with: ""))
            if number == nil { refuse("“到办事现场次数”应是数字。") }
            item.visits = number ?? item.visits
        }
    }

    private mutating func writeOutcome(into item: inout ServiceItem) {
        if let fee = cells[.fee] {
            let isFree = ["不收费", "否", "免费"].contains(fee)
            item.fee = Fee(charged: !isFree, text: isFree ? "不收费" : fee)
        }
        if let name = cells[.outcome] { item.output.name = name }
        if let kind = word(.outcomeKind, Output.Kind.self) { item.output.kind = kind }
    }

    private mutating func writeElements(into item: inout ServiceItem) {
        var more = item.elements ?? ItemElements()
        more.handlingKind = word(.handlingKind, HandlingKind.self) ?? more.handlingKind
        more.area = word(.area, HandlingArea.self) ?? more.area
        more.powerSource = word(.powerSource, PowerSource.self) ?? more.powerSource
        more.organNature = word(.organNature, OrganNature.self) ?? more.organNature
        more.handlingForms = words(.handlingForms, HandlingForm.self) ?? more.handlingForms
        more.entrustedBy = cells[.entrustedBy] ?? more.entrustedBy
        more.quantityLimit = cells[.quantityLimit] ?? more.quantityLimit
        more.intermediary = cells[.intermediary] ?? more.intermediary
        more.visitReason = cells[.visitReason] ?? more.visitReason
        more.supervisionPhone = cells[.supervisionPhone] ?? more.supervisionPhone
        more.businessItems = businessItems() ?? more.businessItems
        item.elements = more.isEmpty ? nil : more
    }

    private mutating func word<Word: ListWord>(_ column: ItemColumn, _ type: Word.Type) -> Word? {
        guard let text = cells[column] else { return nil }
        if let word = Word(chinese: text) { return word }
        let all = Word.allCases.map(\.chinese).joined(separator: "、")
        refuse("“\(column.rawValue)”应为\(all)之一。")
        return nil
    }

    private mutating func words<Word: ListWord>(_ column: ItemColumn, _ type: Word.Type) -> [Word]? {
        guard let text = cells[column] else { return nil }
        let parts = ListCell.parts(text.replacing("、", with: "；"))
        let words = parts.compactMap { Word(chinese: $0) }
        if words.count < parts.count {
            let all = Word.allCases.map(\.chinese).joined(separator: "、")
            refuse("“\(column.rawValue)”只能写\(all)。")
        }
        return words
    }

    private mutating func level() -> Int? {
        guard let text = cells[.level] else { return nil }
        let names = ["国家级": 1, "省级": 2, "市级": 3, "县级": 4, "区级": 4, "县（区）级": 4, "镇（街）级": 5, "村（社区）级": 6]
        guard let level = names[text] ?? Int(text), (1...6).contains(level) else {
            refuse("“行使层级”应为市级、县（区）级、镇（街）级等，或者 1 至 6。")
            return nil
        }
        return level
    }

    private mutating func audiences() -> [Audience]? {
        guard let text = cells[.audiences] else { return nil }
        let parts = ListCell.parts(text.replacing("、", with: "；").replacing("，", with: "；"))
        let isPerson = parts.contains { $0.contains("自然人") || $0.contains("个人") }
        let isEnterprise = parts.contains { part in ["法人", "企业", "组织"].contains { part.contains($0) } }
        if !isPerson && !isEnterprise { refuse("“服务对象”应写明自然人（个人）或者法人（企业和组织）。") }
        return (isPerson ? [.person] : []) + (isEnterprise ? [.enterprise] : [])
    }

    mutating func limit(_ column: ItemColumn) -> TimeLimit? {
        guard let text = cells[column] else { return nil }
        guard let limit = LimitCell.limit(text) else {
            refuse("“\(column.rawValue)”应写成“20 个工作日”的样子。")
            return nil
        }
        return limit
    }

    private mutating func businessItems() -> [BusinessItem]? {
        guard let text = cells[.businessItems] else { return nil }
        let found = ListCell.parts(text).map { part in
            part.wholeMatch(of: /([0-9]{2})\s*(.+)/).map {
                BusinessItem(suffix: String($0.1), name: String($0.2))
            }
        }
        guard found.allSatisfy({ $0 != nil }) else {
            refuse("“业务办理项”应写成“01 新办｜02 变更”的样子。")
            return nil
        }
        return found.compactMap(\.self)
    }
}
