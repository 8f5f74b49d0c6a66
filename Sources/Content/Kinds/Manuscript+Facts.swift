import Refusals

/// The facts of a manuscript against the schema of its kind.
extension Manuscript {
    /// What keeps the facts from being saved; what is missing is another matter.
    func factMistakes(for kind: DocumentKind) -> [FieldError] {
        let said = facts ?? [:]
        let known = Set(kind.facts.map(\.name))
        let strange = said.keys.filter { !known.contains($0) }.sorted()
        let wrong = kind.facts.compactMap { field in
            said[field.name].flatMap { field.mistake(in: $0) }.map { FieldError(field.name, $0) }
        }
        let translated = kind.facts.filter(\.isTranslated).compactMap { field -> FieldError? in
            guard let words = english?.facts?[field.name], words.count > 3 * field.longest else { return nil }
            return FieldError("english_\(field.name)", "英文最多 \(3 * field.longest) 个字符。")
        }
        var errors = strange.map { FieldError("body", "\(kind.chinese)没有「\($0)」这一项。") }
        errors += wrong + translated + TopicPart.mistakes(in: parts ?? [])
        if kind != .topic, parts != nil { errors.append(FieldError("body", "只有专题可以分组收内容。")) }
        return errors
    }

    /// What has to be said before others review it.
    func missingFacts(for kind: DocumentKind) -> [FieldError] {
        let missing = kind.facts.filter { $0.isRequired && (facts?[$0.name] ?? "").isEmpty }
        let errors = missing.map { FieldError($0.name, "请填写\($0.label)。") }
        guard kind == .topic, (parts ?? []).allSatisfy(\.documents.isEmpty) else { return errors }
        return errors + [FieldError("parts", "请至少收一篇内容。")]
    }

    /// The words of the facts, with the names of their fields.
    var factTexts: [(field: String, text: String)] {
        (facts ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + (parts ?? []).map { ("parts", $0.heading) }
            + (english?.facts ?? [:]).sorted { $0.key < $1.key }.map { ("english_\($0.key)", $0.value) }
    }

    /// Its place among those of its column; the last for one that names none.
    var order: Int { facts?["order"].flatMap { Int($0) } ?? .max }
}

extension Manuscript {
    /// The facts as people read them, and the headings of its parts: what the search knows of them.
    func spoken(as kind: DocumentKind) -> [String] {
        kind.facts.filter(\.isShown).compactMap { field in facts?[field.name].map { field.shown($0) } }
            + (parts ?? []).map(\.heading)
    }
}
