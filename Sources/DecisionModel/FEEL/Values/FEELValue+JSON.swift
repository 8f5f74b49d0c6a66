extension FEELValue {
    /// A value from outside.
    init(_ value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let truth): self = .bool(truth)
        case .number(let number): self = FEELNumber.kept(number).map { .number($0) } ?? .null
        case .string(let text): self = .string(text)
        case .list(let members): self = .list(members.map { FEELValue($0) })
        case .context(let entries): self = .context(entries.mapValues { FEELValue($0) })
        }
    }
}

extension FEELEvaluator {
    /// How deep a value may nest when it leaves the expression: what reads JSON does not go deeper either.
    private static let maximumNesting = 200

    /// The value as plain JSON. Counted like any other work, because parts that are shared inside are told
    /// out one by one.
    mutating func plain(_ value: FEELValue, nesting: Int = 0) throws(FEELError) -> Value {
        guard nesting < Self.maximumNesting else { throw stopped("值的嵌套过深") }
        try charge(1)
        switch value {
        case .null: return .null
        case .bool(let truth): return .bool(truth)
        case .number(let number): return .number(number)
        case .string(let text):
            try charge(text: text)
            return .string(text)
        case .list(let members):
            var plains: [Value] = []
            for member in members { plains.append(try plain(member, nesting: nesting + 1)) }
            return .list(plains)
        case .context(let entries):
            var plains: [String: Value] = [:]
            for (name, entry) in entries { plains[name] = try plain(entry, nesting: nesting + 1) }
            return .context(plains)
        case .range(let range): return .string(try text(of: .range(range), nesting: nesting))
        case .function: return .null
        case .date, .time, .dateTime, .months, .seconds: return .string(value.plainText ?? "")
        }
    }

    /// The value as FEEL writes it.
    mutating func text(of value: FEELValue, nesting: Int = 0) throws(FEELError) -> String {
        guard nesting < Self.maximumNesting else { throw stopped("值的嵌套过深") }
        try charge(1)
        switch value {
        case .string(let text):
            try charge(text: text)
            return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .list(let members):
            var texts: [String] = []
            for member in members { texts.append(try text(of: member, nesting: nesting + 1)) }
            return "[" + texts.joined(separator: ", ") + "]"
        case .context(let entries):
            var texts: [String] = []
            for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
                texts.append("\(name): \(try text(of: entry, nesting: nesting + 1))")
            }
            return "{" + texts.joined(separator: ", ") + "}"
        case .range(let range): return try text(of: range, nesting: nesting)
        case .function(let function):
            return "function(" + function.parameters.map(\.name).joined(separator: ", ") + ")"
        default: return value.plainText ?? "null"
        }
    }

    private mutating func text(of range: FEELRange, nesting: Int) throws(FEELError) -> String {
        guard let low = range.low else {
            return (range.includesHigh ? "<= " : "< ")
                + (try text(of: range.high ?? .null, nesting: nesting + 1))
        }
        let start = try text(of: low, nesting: nesting + 1)
        guard let high = range.high else { return (range.includesLow ? ">= " : "> ") + start }
        let end = try text(of: high, nesting: nesting + 1)
        return (range.includesLow ? "[" : "(") + start + ".." + end + (range.includesHigh ? "]" : ")")
    }
}
