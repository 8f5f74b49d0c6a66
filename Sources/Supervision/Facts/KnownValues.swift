import Cases
import Codes
import Government
import Identity
import WorkingTime

/// What facts may be: the codes that conditions compare them with, and what people call these.
struct KnownValues: Sendable {
    /// What is done elsewhere; conditions may ask for its fields.
    var kinds: [SupervisedKind] = []
    /// None where nobody asked for them: then any may stand.
    var organs: [Organ] = []
    /// What matters are called that are no services, by the code they are filed under.
    var services: [String: String] = [:]

    /// A code and its words.
    struct Option: Sendable, Hashable {
        let code: String
        let words: String

        init(_ code: String, _ words: String) { (self.code, self.words) = (code, words) }
    }

    /// All that a fact is known to be; nothing where anything may stand.
    func options(_ content: RuleFact.Content) -> [Option] {
        switch content {
        case .kind: Self.matters + kinds.map { Option($0.key, $0.name) }
        case .service: services.sorted { $0.key < $1.key }.map { Option($0.key, $0.value) }
        case .organ: organs.map { Option($0.key, $0.name) }
        case .phase: Phase.allCases.map { Option($0.rawValue, $0.chinese) }
        case .outcome: CaseResult.Outcome.allCases.map { Option($0.rawValue, $0.chinese) }
        case .clock: CaseClock.Name.allCases.map { Option($0.rawValue, $0.chinese) }
        case .unit: LimitUnit.allCases.map { Option($0.rawValue, $0.chinese) }
        case .act: Act.allCases.map { Option($0.rawValue, $0.words) }
        case .role: Role.allCases.map { Option($0.rawValue, $0.chinese) }
        case .truth, .text, .count, .limit, .action, .fields: []
        }
    }

    /// That somebody is held to account no rule looks at.
    private static let matters = [
        Option(CaseKind.application.rawValue, "申请办理的事项"), Option(CaseKind.publication.rawValue, "信息发布"),
        Option(CaseKind.supervisionOrder.rawValue, "督查督办"),
    ]

    /// Why a fact can hardly be what a condition compares it with; nil where it can.
    func doubt(about text: String, _ fact: RuleFact) -> String? {
        let options = options(fact.content)
        guard !text.isEmpty, !options.contains(where: { $0.code == text }) else { return nil }
        switch fact.content {
        case .service:
            return (try? ItemCode(text)) == nil ? "「\(fact.path)」要写 31 位的事项编码，「\(text)」不是" : nil
        case .kind, .phase, .clock, .unit, .act: break
        case .organ: if options.isEmpty || text.hasPrefix(CaseTask.featureDesk) { return nil }
        // What is done elsewhere ends in words of its own, and features give steps to roles of their own.
        case .outcome, .role, .truth, .text, .count, .limit, .action, .fields: return nil
        }
        let meant = options.first { $0.words == text }?.code ?? text.nearest(of: options.map(\.code))
        return "「\(fact.path)」没有「\(text)」这个值\(meant.map { "，是不是「\($0)」？" } ?? "")"
    }
}

extension Act {
    /// The word a person reads.
    fileprivate var words: String {
        switch self {
        case .check: "核对材料"
        case .accept: "受理"
        case .request: "要求补正"
        case .supply: "补交材料"
        case .recheck: "核对补正"
        case .review: "审查"
        case .opinion: "协办意见"
        case .inspect: "现场核查"
        case .decide: "决定"
        case .deliver: "送达"
        case .verify: "事后核查"
        case .revoke: "撤销"
        case .advise: "会办意见"
        case .write: "撰写"
        case .answer: "拟写答复"
        case .assign: "转送交办"
        }
    }
}

extension String {
    /// The one of some words that is written most like this; nil where none is near.
    func nearest(of words: [String]) -> String? {
        words.map { (word: $0, steps: steps(to: $0)) }.filter { $0.steps <= Swift.max(2, count / 2) }
            .min { ($0.steps, $0.word) < ($1.steps, $1.word) }?.word
    }

    /// How many letters have to be put in, left out or changed (Levenshtein).
    private func steps(to other: String) -> Int {
        var row = Array(0...other.count)
        for (place, mine) in enumerated() {
            var corner = row[0]
            row[0] = place + 1
            for (column, theirs) in other.enumerated() {
                let above = row[column + 1]
                row[column + 1] = Swift.min(above + 1, row[column] + 1, corner + (mine == theirs ? 0 : 1))
                corner = above
            }
        }
        return row[other.count]
    }
}
