import DecisionModel
import Foundation

/// Made-up facts for conditions: what they name, with every value they compare it to and some beside.
struct FactGrid {
    /// The last words of the facts that vary.
    let names: Set<String>
    /// Every combination, as far as they are few enough to be asked about while somebody waits.
    let facts: [Variables]
    /// Whether they are all there are.
    let isWhole: Bool
    private let paths: [[String]]

    private static let most = 600

    init(_ base: Variables, _ conditions: [String], fixed isFixed: (String) -> Bool) {
        let text = conditions.joined(separator: " ")
        let literals = Self.strings(in: text)
        let numbers = Self.numbers(in: text)
        let named = Self.paths(in: text).filter { base.value(at: $0) != nil }
        var (combined, varied, isWhole) = ([base], [[String]](), true)
        for path in named {
            guard let value = base.value(at: path) else { continue }
            varied.append(path)
            guard !isFixed(path.last ?? "") else { continue }
            let values = Self.values(like: value, literals, numbers)
            let room = max(Self.most / combined.count, 1)
            isWhole = isWhole && values.count <= room
            combined = combined.flatMap { facts in
                values.prefix(room).map { value in
                    var facts = facts
                    facts.set(value, at: path)
                    return facts
                }
            }
        }
        names = Set(varied.compactMap(\.last))
        (facts, paths, self.isWhole) = (combined, varied, isWhole)
    }

    /// Some circumstances in words: `clock.name = "promised"、clock.paused = false 时`.
    func words(of facts: Variables) -> String {
        let named = paths.compactMap { path -> String? in
            guard let value = facts.value(at: path) else { return nil }
            return switch value {
            case .string(let text): "\(path.joined(separator: ".")) = \"\(text)\""
            case .bool, .number: "\(path.joined(separator: ".")) = \(value.text)"
            default: nil
            }
        }
        return named.isEmpty ? "在任何情况下" : "\(named.joined(separator: "、")) 时"
    }

    /// What conditions name, each once.
    private static func paths(in text: String) -> [[String]] {
        let bare = text.replacing(/"[^"]*"/, with: "\"\"")
        var seen: Set<String> = []
        let named = bare.matches(of: /\b(case|clock|task|act)\.(?:fields\.)?[a-z_0-9]+/).map {
            String($0.output.0)
        }
        let acts = bare.contains(/\bacts\b/) ? ["acts"] : []
        return (named + acts).filter { seen.insert($0).inserted }.map {
            $0.split(separator: ".").map(String.init)
        }
    }

    private static func strings(in text: String) -> [String] {
        text.matches(of: /"([^"]*)"/).map { String($0.output.1) }
    }

    private static func numbers(in text: String) -> [Decimal] {
        text.replacing(/"[^"]*"/, with: "").matches(of: /\b\d+\b/).compactMap {
            Decimal(string: String($0.output))
        }
    }

    /// What a fact may be besides what it is.
    private static func values(like value: Value, _ strings: [String], _ numbers: [Decimal]) -> [Value] {
        switch value {
        case .bool: [false, true]
        case .string: distinct([value] + strings.map(Value.string) + ["别的"])
        case .number: distinct([value] + numbers.flatMap { [$0, $0 + 1, $0 - 1] }.map(Value.number))
        // Acts as often as they are counted.
        case .list:
            [.list([])]
                + distinct(strings.map(Value.string)).map { .list(Array(repeating: act($0), count: 12)) }
        case .context, .null: [value]
        }
    }

    private static func act(_ action: Value) -> Value {
        .context(["action": action, "outcome": "", "days_ago": 1, "automatic": false])
    }

    private static func distinct(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

extension Variables {
    /// What stands at the end of a path; nil where it breaks off.
    func value(at path: [String]) -> Value? {
        guard let first = path.first, let value = self[first] else { return nil }
        guard path.count > 1 else { return value }
        guard case .context(let inner) = value else { return nil }
        return inner.value(at: Array(path.dropFirst()))
    }

    /// Puts something at the end of a path; nowhere where it breaks off.
    mutating func set(_ value: Value, at path: [String]) {
        guard let first = path.first, let old = self[first] else { return }
        guard path.count > 1 else { return self[first] = value }
        guard case .context(var inner) = old else { return }
        inner.set(value, at: Array(path.dropFirst()))
        self[first] = .context(inner)
    }
}

extension Value {
    fileprivate var text: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .number(let value): "\(value)"
        default: ""
        }
    }
}
