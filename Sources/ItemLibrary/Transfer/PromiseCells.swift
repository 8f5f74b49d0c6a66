import Cases
import Government
import Refusals
import Services
import WorkingTime

/// What may come later (容缺受理), what may be promised instead of proved (告知承诺), and how sure the house must be of who
/// applies: the columns of a file, both ways.
enum PromiseCells {
    static let no = "不实行"
    static let yes = "实行"
    /// Takes every material out of a list.
    static let none = "无"

    static let columns: [ItemColumn] = [
        .deferralLimit, .deferrable, .decidesBefore, .commits, .told, .replaces, .method, .verification,
        .consequence, .assurance,
    ]

    /// What the export says in a column.
    static func text(_ column: ItemColumn, _ item: ServiceItem) -> String {
        let terms = item.commitment
        return switch column {
        case .deferralLimit: item.deferral?.limit.chinese ?? ""
        case .deferrable: ListCell.text(item.materials.filter { $0.deferrable == true }.map(\.name))
        case .decidesBefore: item.deferral.map { $0.decidesBefore ? "能" : "不能" } ?? ""
        case .commits: terms != nil ? yes : item.elements?.withoutCommitment == true ? no : ""
        case .told: ListCell.text(terms?.conditions ?? [])
        case .replaces: ListCell.text((terms?.replaces ?? []).map { name(of: $0, in: item) })
        case .method: terms?.method ?? ""
        case .verification: terms?.limit.chinese ?? ""
        case .consequence: terms?.consequence ?? ""
        case .assurance: item.assurance?.chinese ?? ""
        default: ""
        }
    }

    private static func name(of id: String, in item: ServiceItem) -> String {
        item.materials.first { $0.id == id }?.name ?? id
    }
}

extension ItemCells {
    /// Writes what stands in these columns, after the materials.
    mutating func writePromises(into item: inout ServiceItem) {
        writeDeferral(into: &item)
        writeCommitment(into: &item)
        if let text = self[.assurance] {
            if let level = Assurance.allCases.first(where: { $0.chinese == text }) {
                item.assurance = level
            } else {
                let all = Assurance.allCases.map(\.chinese).joined(separator: "；")
                refuse("“实名要求”应为以下之一：\(all)。")
            }
        }
    }

    private mutating func writeDeferral(into item: inout ServiceItem) {
        if let text = self[.deferrable] {
            let names = text == PromiseCells.none ? [] : ListCell.parts(text)
            for name in names where !item.materials.contains(where: { $0.name == name }) {
                refuse("“容缺后补的材料”里的“\(name)”不在申请材料里。")
            }
            for index in item.materials.indices {
                let isListed = names.contains(item.materials[index].name)
                if isListed || item.materials[index].deferrable == true {
                    item.materials[index].deferrable = isListed
                }
            }
        }
        if self[.deferralLimit] == PromiseCells.no { return item.deferral = nil }
        let limit = limit(.deferralLimit) ?? item.deferral?.limit
        let decides = word(.decidesBefore, "能", "不能") ?? item.deferral?.decidesBefore ?? false
        item.deferral = limit.map { DeferralTerms(limit: $0, decidesBefore: decides) }
        if limit == nil, self[.decidesBefore] != nil { refuse("“容缺补交期限”没有填写。") }
    }

    private mutating func writeCommitment(into item: inout ServiceItem) {
        let commits = word(.commits, PromiseCells.yes, PromiseCells.no)
        if commits == false {
            var more = item.elements ?? ItemElements()
            more.withoutCommitment = true
            (item.elements, item.commitment) = (more, nil)
        }
        let says = [ItemColumn.told, .replaces, .method, .verification, .consequence].contains {
            self[$0] != nil
        }
        guard commits == true || (item.commitment != nil && says) else {
            if says { refuse("“告知承诺”没有写“实行”，后面的内容不会读入，请核对。") }
            return
        }
        let before = item.commitment
        guard let limit = limit(.verification) ?? before?.limit else {
            if self[.verification] == nil { refuse("“核查期限”没有填写。") }
            return
        }
        item.elements?.withoutCommitment = nil
        if item.elements?.isEmpty == true { item.elements = nil }
        item.commitment = CommitmentTerms(
            conditions: self[.told].map(ListCell.parts) ?? before?.conditions ?? [],
            replaces: replaced(in: item) ?? before?.replaces ?? [],
            method: self[.method] ?? before?.method ?? "", limit: limit,
            consequence: self[.consequence] ?? before?.consequence ?? "")
    }

    /// The materials that a promise takes the place of, by their names; `nil` where nothing is said.
    private mutating func replaced(in item: ServiceItem) -> [String]? {
        guard let text = self[.replaces] else { return nil }
        guard text != PromiseCells.none else { return [] }
        return ListCell.parts(text).compactMap { name in
            let found = item.materials.first { $0.name == name || $0.id == name }
            // One that was promised for and has gone stays known by its id.
            let isKept = item.commitment?.replaces.contains(name) == true
            if found == nil, !isKept { refuse("“承诺代替的材料”里的“\(name)”不在申请材料里。") }
            return found?.id ?? (isKept ? name : nil)
        }
    }

    /// One of two words; `nil` where nothing is said.
    private mutating func word(_ column: ItemColumn, _ yes: String, _ no: String) -> Bool? {
        guard let text = self[column] else { return nil }
        guard [yes, no].contains(text) else {
            refuse("“\(column.rawValue)”应为\(yes)或者\(no)。")
            return nil
        }
        return text == yes
    }
}
