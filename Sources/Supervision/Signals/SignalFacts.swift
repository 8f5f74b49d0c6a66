import DecisionModel
import WorkingTime

/// The facts that a signal rests on, as people speak of them.
struct SignalFacts {
    let facts: [String: Value]
    let values: KnownValues

    /// One of them: `还剩`, `3 个工作日`.
    struct Row: Sendable, Hashable {
        let name: String
        let words: String
    }

    /// All that were kept, in the order in which facts are read.
    var rows: [Row] {
        RuleFact.all.flatMap { fact -> [Row] in
            guard let value = entries(fact.root)[fact.name] else { return [] }
            guard case .context(let fields) = value else {
                return [Row(name: fact.meaning, words: words(value, fact.content))]
            }
            return fields.sorted { $0.key < $1.key }.map { row(ofField: $0.key, $0.value) }
        } + nameless
    }

    /// What earlier programs kept and nobody asks for any more.
    private var nameless: [Row] {
        facts.keys.sorted().flatMap { root in
            entries(root).map { Row(name: "\(root).\($0.key)", words: $0.value.words) }
                .filter { RuleFact.named($0.name) == nil }.sorted { $0.name < $1.name }
        }
    }

    private func entries(_ root: String) -> [String: Value] {
        if case .some(.context(let entries)) = facts[root] { entries } else { [:] }
    }

    private func words(_ value: Value, _ content: RuleFact.Content) -> String {
        switch (value, content) {
        case (.number, .count(let unit)): "\(value.words) \(unit)"
        case (.number, .limit): "\(value.words) \(clockUnit)"
        case (.string(let code), .action) where !code.isEmpty: ActWords.name(code)
        case (.string(let code), _):
            values.options(content).first { $0.code == code }?.words ?? value.words
        default: value.words
        }
    }

    private var clockUnit: String {
        guard case .some(.string(let code)) = entries("clock")["unit"] else { return "" }
        return LimitUnit(rawValue: code)?.chinese ?? code
    }

    /// What an organ has reported, under the title that its kind gives it.
    private func row(ofField name: String, _ value: Value) -> Row {
        let field = schema?.field(name)
        let title = field?.title ?? name
        guard case .string(let text) = value, let format = field?.format,
            let instant = format.instant(text)
        else { return Row(name: title, words: value.words) }
        return Row(name: title, words: format == .date ? instant.day.chinese : instant.chinese)
    }

    private var schema: RecordSchema? {
        guard case .some(.string(let key)) = entries("case")["kind"],
            let kind = values.kinds.first(where: { $0.key == key })
        else { return nil }
        return try? RecordSchema(kind.schema)
    }
}
