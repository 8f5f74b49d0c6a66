/// Functions on contexts (DMN 1.5, table 82).
extension FEELBuiltin {
    static let contexts: [FEELBuiltin] = [
        FEELBuiltin("get value", "context, key") { _, values throws(FEELError) in
            guard case .context(let entries) = values[0] else { return nil }
            if case .string(let key) = values[1] { return entries[key] ?? .null }
            guard case .list(let path) = values[1], !path.isEmpty else { return nil }
            return value(at: path[...], in: values[0])
        },
        FEELBuiltin("get entries", "m") { evaluator, values throws(FEELError) in
            guard case .context(let entries) = values[0].single else { return nil }
            try evaluator.charge(entries.count)
            let sorted = entries.sorted { $0.key < $1.key }
            return .list(sorted.map { .context(["key": .string($0.key), "value": $0.value]) })
        },
        FEELBuiltin("context put", "context, key, value") { evaluator, values throws(FEELError) in
            if case .string(let key) = values[1] {
                return try evaluator.put(values[2], at: [key], in: values[0])
            }
            guard case .list(let path) = values[1], !path.isEmpty else { return nil }
            let keys = path.compactMap { if case .string(let key) = $0 { key } else { nil } }
            guard keys.count == path.count else { return nil }
            return try evaluator.put(values[2], at: keys[...], in: values[0])
        },
        FEELBuiltin("context merge", "contexts…") { evaluator, values throws(FEELError) in
            var merged: [String: FEELValue] = [:]
            for value in values.spread {
                guard case .context(let entries) = value else { return nil }
                try evaluator.charge(entries.count)
                merged.merge(entries) { _, last in last }
            }
            return .context(merged)
        },
        FEELBuiltin("context", "entries") { evaluator, values throws(FEELError) in
            if values[0].isNull { return nil }
            var entries: [String: FEELValue] = [:]
            for member in values[0].members {
                try evaluator.charge(1)
                guard case .context(let entry) = member, case .string(let key)? = entry["key"],
                    let value = entry["value"], entries.updateValue(value, forKey: key) == nil
                else { return nil }
            }
            return .context(entries)
        },
    ]

    private static func value(at path: ArraySlice<FEELValue>, in value: FEELValue) -> FEELValue? {
        guard let first = path.first else { return value }
        guard case .string(let key) = first else { return nil }
        guard case .context(let entries) = value, let entry = entries[key] else { return .null }
        return self.value(at: path.dropFirst(), in: entry)
    }
}

extension FEELEvaluator {
    fileprivate mutating func put(
        _ value: FEELValue, at path: ArraySlice<String>, in context: FEELValue
    ) throws(FEELError) -> FEELValue? {
        guard case .context(var entries) = context, let key = path.first, path.count <= 50 else { return nil }
        try charge(entries.count + 1)
        if path.count == 1 {
            entries[key] = value
        } else {
            guard let inner = entries[key], let changed = try put(value, at: path.dropFirst(), in: inner)
            else { return nil }
            entries[key] = changed
        }
        return .context(entries)
    }
}
