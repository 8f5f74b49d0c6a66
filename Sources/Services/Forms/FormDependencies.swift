import DecisionModel

/// Which question depends on which: by the condition it is asked under, or by what it is worked out from.
struct FormDependencies {
    private let fields: [FormField]
    private let needs: [String: [String]]

    init(_ fields: [FormField]) {
        self.fields = fields
        let known = Set(fields.map(\.name))
        needs = fields.reduce(into: [:]) { needs, field in
            let names = [field.visibleWhen, field.calculated].compactMap(\.self).flatMap(Self.names)
            if !names.isEmpty { needs[field.name] = names.filter(known.contains) }
        }
    }

    /// The names an expression needs; none when it cannot be read.
    static func names(in expression: String) -> [String] { (try? FEELExpression(expression))?.names ?? [] }

    /// The questions, each behind those it depends on; a circle is cut where it is met.
    var inOrder: [FormField] {
        guard !needs.isEmpty else { return fields }
        let byName = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        var (ordered, seen) = ([FormField](), Set<String>())
        func visit(_ field: FormField) {
            guard seen.insert(field.name).inserted else { return }
            for name in needs[field.name] ?? [] { byName[name].map(visit) }
            ordered.append(field)
        }
        fields.forEach(visit)
        return ordered
    }

    /// The questions that depend on themselves, through others or directly.
    var circular: Set<String> {
        Set(needs.keys.filter { reachable(from: $0).contains($0) })
    }

    private func reachable(from name: String) -> Set<String> {
        var (reached, next) = (Set<String>(), needs[name] ?? [])
        while let name = next.popLast() {
            if reached.insert(name).inserted { next += needs[name] ?? [] }
        }
        return reached
    }
}
