import DecisionModel
import Foundation

/// Tries the answers that make a difference to some expressions, where those can be listed: options, yes and no, and the
/// numbers and words that the expressions name, with their neighbours.
struct AnswerTrial {
    private let expressions: [FEELExpression]
    private let answers: [(name: String, values: [Value])]

    /// More would take too long for a page; then nothing is claimed.
    private static let largest = 5_000

    /// Nil when some question takes answers that cannot be listed, or too many of them.
    ///
    /// - Parameter answering: a question that is not left open.
    init?(_ fields: [FormField], _ sources: [String], answering asked: FormField? = nil) {
        let read = sources.compactMap { try? FEELExpression($0) }
        guard read.count == sources.count else { return nil }
        let names = Set(read.flatMap(\.names))
        let words = AnswerWords(sources)
        var answers: [(name: String, values: [Value])] = []
        var count = 1
        for field in fields where names.contains(field.name) {
            guard var values = words.candidates(for: field) else { return nil }
            if !field.affirm && field.name != asked?.name { values.append(.null) }
            count *= values.count
            guard count <= Self.largest else { return nil }
            answers.append((field.name, values))
        }
        (expressions, self.answers) = (read, answers)
    }

    /// Whether some combination of answers gives values that satisfy.
    func succeeds(_ satisfies: ([Value]) -> Bool) -> Bool { search(0, [:], satisfies) }

    private func search(_ place: Int, _ facts: [String: Value], _ satisfies: ([Value]) -> Bool) -> Bool {
        guard place < answers.count else { return satisfies(expressions.map { $0.value(in: facts) }) }
        return answers[place].values.contains { value in
            search(place + 1, facts.merging([answers[place].name: value]) { $1 }, satisfies)
        }
    }
}

/// The numbers and words that expressions name.
private struct AnswerWords {
    private let numbers: [Decimal]
    private let texts: [String]
    private let calls: Bool

    init(_ sources: [String]) {
        let bare = sources.map { $0.replacing(/"[^"]*"/, with: "") }
        texts = sources.flatMap { $0.matches(of: /"([^"]*)"/).map { String($0.1) } }
        numbers = bare.flatMap {
            $0.matches(of: /[0-9]+(\.[0-9]+)?/).compactMap { Decimal(string: String($0.0)) }
        }
        calls = bare.contains { $0.contains("(") }
    }

    func candidates(for field: FormField) -> [Value]? {
        guard field.calculated == nil else { return nil }
        switch field.kind {
        case .boolean: return field.affirm ? [true] : [true, false]
        case .choice: return field.options.map { .string($0.value) }
        case .choices: return picks(of: field.options.map(\.value))
        case .integer, .number, .money: return calls ? nil : amounts(for: field)
        case .text, .longText, .address, .email, .phone:
            return calls ? nil : (texts + ["某"]).map { .string($0) }
        default: return nil
        }
    }

    private func picks(of options: [String]) -> [Value]? {
        guard options.count <= 6 else { return nil }
        return (1..<max(2, 1 << options.count)).map { set in
            .list(options.enumerated().filter { set >> $0.offset & 1 == 1 }.map { .string($0.element) })
        }
    }

    /// Around every number that is named, and at the ends of what may be answered.
    private func amounts(for field: FormField) -> [Value] {
        let most = field.max ?? 1_000_000_000_000
        let least = field.min ?? (field.kind == .money ? 0 : -1_000_000_000_000)
        let named = numbers.flatMap { [$0 - 1, $0, $0 + 1, -$0] }
        let within = Set(named + [0, least, most]).filter { (least...max(least, most)).contains($0) }
        return within.sorted().map { .number($0) }
    }
}
