import DecisionModel
import Refusals

/// What a condition names, beside what there is: a name that is misspelled equals nothing, and so the condition would just
/// never hold.
struct ConditionCheck {
    private let condition: String
    private let sample: Variables
    private let values: KnownValues

    init(_ condition: String, _ sample: Variables, _ values: KnownValues) {
        (self.condition, self.sample, self.values) = (condition, sample, values)
    }

    /// Facts that are not there.
    var unknownFacts: [RuleFinding] {
        let text = bare
        return text.matches(of: /\b(case|clock|task|acts|act)\s*\.\s*([A-Za-z_][A-Za-z_0-9]*)/).compactMap {
            match -> RuleFinding? in
            let (root, name) = (String(match.output.1), String(match.output.2))
            guard let known = names(under: root), !known.contains(name) else { return nil }
            return RuleFinding(
                sentence:
                    "条件第 \(column(match.output.2.startIndex, in: text)) 列：「\(root)」没有「\(name)」这个事实\(Self.hint(name, known))",
                blocks: true)
        }
    }

    /// Words that a fact can hardly be: they are told, and may be right nonetheless.
    var doubtfulValues: [RuleFinding] {
        compared.compactMap { path, word in
            RuleFact.named(path).flatMap { values.doubt(about: String(word), $0) }.map {
                RuleFinding(
                    sentence: "请核对：条件第 \(column(word.startIndex, in: condition)) 列：\($0)", blocks: false)
            }
        }
    }

    /// What to write instead.
    static func hint(_ name: String, _ known: [String]) -> String {
        name.nearest(of: known).map { "，是不是「\($0)」？" } ?? "，请对照「条件里可以用的事实」"
    }

    /// The condition with blanks between its quotation marks, so that its columns stay what they are.
    private var bare: String {
        condition.replacing(/"[^"]*"/) { match in
            "\"" + String(repeating: " ", count: match.output.count - 2) + "\""
        }
    }

    private func names(under root: String) -> [String]? {
        switch sample[root] {
        case .some(.context(let entries)): entries.keys.sorted()
        case .some(.list): RuleFact.act.map(\.name)
        default: nil
        }
    }

    /// The facts that are compared with words, and these.
    private var compared: [(path: String, word: Substring)] {
        let equal = condition.matches(
            of: /\b(case|clock|task|act)\s*\.\s*([a-z_]+)\s*!?=\s*"([^"]*)"/
        ).map { match in (path: "\(match.output.1).\(match.output.2)", word: match.output.3) }
        let listed = condition.matches(
            of: /\b(case|clock|task|act)\s*\.\s*([a-z_]+)\s+in\s*[(\[]([^)\]]*)[)\]]/
        ).flatMap { match in
            match.output.3.matches(of: /"([^"]*)"/).map { inner in
                (path: "\(match.output.1).\(match.output.2)", word: inner.output.1)
            }
        }
        return equal + listed
    }

    private func column(_ index: String.Index, in text: String) -> Int {
        text.distance(from: text.startIndex, to: index) + 1
    }
}
