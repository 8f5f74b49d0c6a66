import struct Foundation.Decimal

/// A function of the library (DMN 1.5, §10.3.4): values in, a value out, nothing else.
struct FEELBuiltin: Sendable {
    typealias Body = @Sendable (inout FEELEvaluator, [FEELValue]) throws(FEELError) -> FEELValue?

    let name: String
    let parameters: [String]
    /// How many parameters must be given.
    let required: Int
    /// Whether the last parameter takes any number of values when they are given by position.
    let takesMany: Bool
    /// Nil where the values do not fit.
    let body: Body

    /// A function whose parameters are written `list, position?`; `values…` takes many.
    init(_ name: String, _ parameters: String, _ body: @escaping Body) {
        let words = parameters.split(separator: ", ").map(String.init)
        self.name = name
        self.parameters = words.map { String($0.prefix { $0 != "?" && $0 != "…" }) }
        required = words.count { !$0.hasSuffix("?") }
        takesMany = words.last?.hasSuffix("…") ?? false
        self.body = body
    }

    static let all: [String: [FEELBuiltin]] = Dictionary(
        grouping: texts + patterns + lists + listChanges + listSums + numbers + roundings + conversions
            + durations + contexts + ranges + clocks + workingDays, by: \.name)

    /// Names in which a word stands that is a keyword elsewhere.
    static let longNames: [FEELKnownName] = all.keys
        .filter { !FEELToken.keywords.isDisjoint(with: $0.split(separator: " ").map(String.init)) }
        .compactMap { FEELKnownName($0) }

    /// How it is called, for a message.
    var form: String { "\(name)(\(parameters.joined(separator: ", ")))" }

    /// The arguments in the order of the parameters, nil where one was left out; nil when they do not fit.
    func arranged(_ arguments: [FEELArgument]) -> [FEELNode?]? {
        guard arguments.first?.name == nil else { return named(arguments) }
        guard arguments.count >= required, takesMany || arguments.count <= parameters.count else {
            return nil
        }
        let missing = max(0, parameters.count - arguments.count)
        return arguments.map(\.node) + Array(repeating: nil, count: missing)
    }

    private func named(_ arguments: [FEELArgument]) -> [FEELNode?]? {
        let names = Set(arguments.compactMap(\.name))
        guard names.count == arguments.count, names.isSubset(of: parameters),
            names.isSuperset(of: parameters.prefix(required))
        else { return nil }
        return parameters.map { parameter in arguments.first { $0.name == parameter }?.node }
    }
}

extension [FEELValue] {
    /// The values of a parameter that takes many: the members of a list when only that was given.
    var spread: [FEELValue] {
        if count == 1, case .list(let members) = self[0] { return members }
        return self
    }

    /// The numbers, when all of them are.
    var decimals: [Decimal]? {
        let numbers = compactMap { if case .number(let number) = $0 { number } else { nil } }
        return numbers.count == count ? numbers : nil
    }
}
