/// The Friendly Enough Expression Language of DMN 1.5, chapter 10.
///
/// What is outside of what `docs/modules/feel.md` lists is refused by name and column when it is read, never
/// misunderstood. An expression sees its variables and what the caller hands in as `FEELSurroundings`: there
/// is no way from it to the host, and its steps are counted.
public enum FEEL {
    /// The value of an expression.
    ///
    /// Throws when the expression cannot be read or had to be stopped (`FEELLimits`). Otherwise evaluating
    /// never fails, because FEEL answers `null` where others would raise an error.
    public static func evaluate(
        _ expression: String, _ variables: Variables, _ surroundings: FEELSurroundings = .none
    ) throws(FEELError) -> Value {
        try FEELExpression(expression, names: variables.spokenNames).evaluate(variables, surroundings).value
    }
}

/// Why an expression cannot be read, had to be stopped, or has no value.
public struct FEELError: Error, Sendable, Hashable, Codable {
    /// Where, in characters from the start of the expression, counted from 1.
    public let column: Int
    /// What is wrong, in Chinese.
    public let message: String
}

/// What came of an expression.
public struct FEELResult: Sendable, Hashable {
    /// The value; dates, times and durations are texts in it.
    public let value: Value
    /// The value as FEEL writes it, for people: `"甲"`, `[1, 2]`, `2026-11-21`.
    public let text: String
    /// Why something became `null` on the way, in the order in which it was met; the first twenty.
    public let remarks: [FEELError]
}

extension Variables {
    /// The names, of entries too, that hold signs or spaces: `loan-to-value` is a difference unless it is known.
    public var spokenNames: [String] {
        var names: [String] = []
        var left = 1000
        Value.context(self).gatherNames(into: &names, left: &left, depth: 0)
        return names
    }
}

extension Value {
    fileprivate func gatherNames(into names: inout [String], left: inout Int, depth: Int) {
        guard left > 0, depth < 8 else { return }
        left -= 1
        switch self {
        case .context(let entries):
            for (name, value) in entries {
                if name.utf8.contains(where: { $0 < 0x80 && !$0.isWordByte }) { names.append(name) }
                value.gatherNames(into: &names, left: &left, depth: depth + 1)
            }
        case .list(let members): members.first?.gatherNames(into: &names, left: &left, depth: depth + 1)
        case .null, .bool, .number, .string: break
        }
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
