import Government
import Refusals
import Web

/// The facts of a document as its page shows them.
struct FactList {
    let kind: DocumentKind
    let manuscript: Manuscript
    let surroundings: Surroundings
    let language: Language

    var html: HTML {
        let rows = said + known
        return rows.isEmpty ? .empty : SummaryList(rows).html
    }

    private var said: [SummaryList.Row] {
        kind.facts.filter(\.isShown).compactMap { field in
            value(of: field).map { SummaryList.Row(field.label, "\($0)") }
        }
    }

    /// What the directory says.
    private var known: [SummaryList.Row] {
        guard let organ = surroundings.organ else { return [] }
        return [
            .init("全称", "\(organ.fullName)"), .init("地址", "\(organ.address)"),
            .init("电话", "\(organ.phone)"),
        ]
    }

    /// What is said of a fact; nil for nothing.
    func value(of field: FactField) -> String? {
        if language == .english, field.isTranslated, let words = manuscript.english?.facts?[field.name] {
            return words
        }
        guard let value = manuscript.facts?[field.name], !value.isEmpty else { return nil }
        guard field.name == "amount", let amount = Int(value) else { return field.shown(value) }
        return Self.money(amount, in: language)
    }

    /// An amount in 万元: `12000 万元`, and in English `CNY 120 million`.
    static func money(_ amount: Int, in language: Language) -> String {
        guard language == .english else { return "\(amount) 万元" }
        let (whole, part) = (amount / 100, amount % 100)
        guard part > 0 else { return "CNY \(whole) million" }
        let digits = part < 10 ? "0\(part)" : part % 10 == 0 ? "\(part / 10)" : "\(part)"
        return "CNY \(whole).\(digits) million"
    }
}
