import Foundation

/// Functions on texts (DMN 1.5, table 74); lengths and positions count code points.
extension FEELBuiltin {
    static let texts: [FEELBuiltin] = [
        FEELBuiltin("substring", "string, start position, length?") { evaluator, values throws(FEELError) in
            guard let text = values[0].text, let start = values[1].int else { return nil }
            guard !values[2].isNull else { return substring(text, start, nil) }
            return values[2].decimal.flatMap { substring(text, start, FEELNumber.int(FEELNumber.floor($0))) }
        },
        text("string length") { FEELValue($0.unicodeScalars.count) },
        text("upper case") { .string($0.uppercased()) },
        text("lower case") { .string($0.lowercased()) },
        text("trim") { .string($0.trimmingCharacters(in: .whitespacesAndNewlines)) },
        pair("substring before") { text, match in
            .string(
                match.isEmpty ? "" : text.firstRange(of: match).map { String(text[..<$0.lowerBound]) } ?? "")
        },
        pair("substring after") { text, match in
            .string(
                match.isEmpty ? text : text.firstRange(of: match).map { String(text[$0.upperBound...]) } ?? ""
            )
        },
        pair("contains") { .bool($1.isEmpty || $0.contains($1)) },
        pair("starts with") { .bool($0.hasPrefix($1)) },
        pair("ends with") { .bool($0.hasSuffix($1)) },
        FEELBuiltin("string join", "list, delimiter?, prefix?, suffix?", join),
        FEELBuiltin("string", "from") { evaluator, values throws(FEELError) in
            if values[0].isNull { return .null }
            if let text = values[0].plainText { return .string(text) }
            return .string(try evaluator.text(of: values[0]))
        },
    ]

    private static func text(
        _ name: String, _ body: @escaping @Sendable (String) -> FEELValue
    ) -> FEELBuiltin {
        FEELBuiltin(name, "string") { evaluator, values throws(FEELError) in
            guard let text = values[0].text else { return nil }
            try evaluator.charge(text: text)
            return body(text)
        }
    }

    private static func pair(
        _ name: String, _ body: @escaping @Sendable (String, String) -> FEELValue
    ) -> FEELBuiltin {
        FEELBuiltin(name, "string, match") { evaluator, values throws(FEELError) in
            guard let text = values[0].text, let match = values[1].text else { return nil }
            // Searching may compare every piece of one text with every piece of the other.
            try evaluator.charge((text.utf8.count / 64 + 1) * (match.utf8.count / 64 + 1))
            return body(text, match)
        }
    }

    /// Positions begin at 1, or at the end when negative.
    private static func substring(_ text: String, _ start: Int, _ length: Int?) -> FEELValue? {
        let scalars = Array(text.unicodeScalars)
        guard start != 0, start.magnitude <= max(scalars.count, 1), length ?? 1 >= 1 else { return nil }
        let from = start > 0 ? start - 1 : scalars.count + start
        guard from >= 0, from <= scalars.count else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[from...].prefix(length ?? scalars.count))
        return .string(String(view))
    }

    /// What is `null` in the list is left out.
    private static let join: Body = { evaluator, values throws(FEELError) in
        guard !values[0].isNull, values[1...].allSatisfy({ $0.isNull || $0.text != nil }) else { return nil }
        let members = values[0].members.filter { !$0.isNull }
        let texts = members.compactMap { if case .string(let text) = $0 { text } else { nil } }
        guard texts.count == members.count else { return nil }
        let result =
            (values[2].text ?? "") + texts.joined(separator: values[1].text ?? "") + (values[3].text ?? "")
        try evaluator.charge(texts.count)
        try evaluator.charge(text: result)
        return .string(result)
    }
}
