/// An attribute with its characteristics (RFC 7643 §2.2 and §7).
struct ScimAttribute: Sendable, Hashable {
    enum Kind: String, Sendable {
        case string, boolean, complex, reference, dateTime, integer
    }

    enum Mutability: String, Sendable {
        case readOnly, readWrite, immutable
    }

    let name: String
    let kind: Kind
    let words: String
    var isMultiple = false
    var isRequired = false
    var isCaseExact = false
    var mutability = Mutability.readWrite
    /// `always`, `default` or `request`.
    var returned = "default"
    /// `none` or `server`.
    var uniqueness = "none"
    /// The values that may be expected.
    var canonicalValues: [String] = []
    /// What a reference may lead to.
    var references: [String] = []
    /// The attributes of a complex one.
    var parts: [ScimAttribute] = []

    init(_ name: String, _ kind: Kind, _ words: String, parts: [ScimAttribute] = []) {
        (self.name, self.kind, self.words, self.parts) = (name, kind, words, parts)
    }

    /// The same, changed in something.
    func with(_ change: (inout ScimAttribute) -> Void) -> ScimAttribute {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same, many times.
    var many: ScimAttribute { with { $0.isMultiple = true } }

    /// The same, which must be there.
    var required: ScimAttribute { with { $0.isRequired = true } }

    /// The same, which only the service writes.
    var readOnly: ScimAttribute { with { $0.mutability = .readOnly } }

    /// The same, where `A` is not `a`.
    var caseExact: ScimAttribute { with { $0.isCaseExact = true } }

    /// The attribute of a complex one, whatever the case of its name (RFC 7643 §2.1).
    func part(_ name: String) -> ScimAttribute? { parts.named(name) }

    /// As a schema describes it.
    var description: ScimValue {
        var members: [String: ScimValue] = [
            "name": .text(name), "type": .text(kind.rawValue), "multiValued": .bool(isMultiple),
            "description": .text(words), "required": .bool(isRequired),
            "mutability": .text(mutability.rawValue),
            "returned": .text(returned),
        ]
        if kind != .complex, kind != .boolean {
            members["caseExact"] = .bool(isCaseExact)
            members["uniqueness"] = .text(uniqueness)
        }
        if !canonicalValues.isEmpty {
            members["canonicalValues"] = .list(canonicalValues.map(ScimValue.text))
        }
        if !references.isEmpty { members["referenceTypes"] = .list(references.map(ScimValue.text)) }
        if kind == .complex { members["subAttributes"] = .list(parts.map(\.description)) }
        return .object(members)
    }
}

extension [ScimAttribute] {
    /// The attribute of a name, whatever its case (RFC 7643 §2.1).
    func named(_ name: String) -> ScimAttribute? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted }
    }
}
