/// A question of the joint form, with everything it answers.
public struct JointQuestion: Sendable, Hashable, Identifiable {
    /// As it is asked.
    public internal(set) var field: FormField
    /// The questions of items that it takes the place of.
    public internal(set) var asked: [Asked]

    /// Its name in the joint form.
    public var id: String { field.name }
    /// Whether it saves somebody from answering twice.
    public var isMerged: Bool { asked.count > 1 }

    /// A question as an item asks it.
    public struct Asked: Sendable, Hashable {
        /// The slug of the item.
        public let item: String
        /// The name of the item.
        public let itemName: String
        /// The question there.
        public let field: FormField
    }
}

extension FormField {
    /// Whether an answer to this question can serve as one to another.
    func takesAnswers(of other: FormField) -> Bool {
        kind == other.kind && options == other.options && columns == other.columns
            && calculated == other.calculated
    }

    /// This question, and another that is asked together with it: as strict as the stricter of the two.
    func joined(with other: FormField) -> FormField {
        var joined = self
        joined.required = required || other.required
        joined.hint = hint ?? other.hint
        joined.prefill = prefill ?? other.prefill
        joined.min = [min, other.min].compactMap(\.self).max()
        joined.max = [max, other.max].compactMap(\.self).min()
        joined.maxLength = [maxLength, other.maxLength].compactMap(\.self).min()
        joined.affirm = affirm || other.affirm
        joined.inWords = inWords || other.inWords
        // A street is also in the district, but not the other way round.
        if [divisionLevel, other.divisionLevel].contains(.street) { joined.divisionLevel = .street }
        joined.rules += other.rules.filter { !rules.contains($0) }
        joined.visibleWhen = Self.either(visibleWhen, other.visibleWhen)
        return joined
    }

    /// Asked when one of them would be.
    private static func either(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return nil }
        return one == other ? one : "(\(one)) or (\(other))"
    }

    /// Whether a condition, a calculation or a rule of this question speaks of another.
    func speaks(of name: String) -> Bool {
        ([visibleWhen, calculated].compactMap(\.self) + rules.map(\.holds))
            .contains { FormDependencies.names(in: $0).contains(name) }
    }
}

extension ServiceItem {
    /// Whether a question cannot take another name, because a condition of the item speaks of it.
    func isBound(_ name: String) -> Bool { fields.contains { $0.speaks(of: name) } }
}
