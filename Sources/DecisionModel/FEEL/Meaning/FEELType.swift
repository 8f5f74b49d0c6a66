/// A type as `instance of` and parameters name it (DMN 1.5, §10.3.2.9).
indirect enum FEELType: Sendable, Hashable {
    case any
    case null
    case kind(Int)
    case list(FEELType)
    case range(FEELType)
    case context([String: FEELType])

    static let named: [String: FEELType] = [
        "Any": .any, "Null": .null, "boolean": .kind(1), "number": .kind(2), "string": .kind(3),
        "date": .kind(6), "time": .kind(7), "date and time": .kind(8),
        "years and months duration": .kind(9), "days and time duration": .kind(10),
        "list": .list(.any), "context": .context([:]), "range": .range(.any), "function": .kind(12),
    ]

    /// Whether the value is of the type; `null` is of every type but an instance of none except `Null` and
    /// `Any` (DMN 1.5, table 56).
    func includes(_ value: FEELValue) -> Bool {
        switch (self, value) {
        case (.any, .null): false
        case (.any, _): true
        case (.null, .null): true
        case (.kind(let kind), _): value.kind == kind
        case (.list(let member), .list(let members)): members.allSatisfy(member.admits)
        case (.range(let end), .range(let range)):
            [range.low, range.high].compactMap(\.self).allSatisfy(end.admits)
        case (.context(let entries), .context(let context)):
            entries.allSatisfy { name, type in context[name].map(type.admits) ?? false }
        default: false
        }
    }

    /// Whether a parameter of the type takes the value: `null` fits everywhere.
    func admits(_ value: FEELValue) -> Bool { value.isNull || includes(value) }
}
