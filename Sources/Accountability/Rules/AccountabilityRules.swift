import Foundation
import Refusals
import RuleBooks
import WorkingTime

/// What may be decided about an official, as the district keeps it: data that is edited, and no law.
struct AccountabilityRules: RuleText, Codable, Hashable {
    struct Measure: Codable, Sendable, Hashable {
        let code: String
        let name: String
        /// What it is, for whoever decides.
        let words: String
    }

    /// The lightest first: an appeal may go back in this order, and never on.
    let measures: [Measure]
    /// How long each step may take: `5 working_day`; what is not named has the limit of the drawing.
    var limits: [String: String]?

    static let book = "accountability_rules"
    static let title = "问责措施"

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/accountability.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    func measure(_ code: String?) -> Measure? { measures.first { $0.code == code } }

    /// The measures that weigh less than a decided one; none where the district no longer lists that.
    func lighter(than code: String?) -> ArraySlice<Measure> {
        measures.prefix(measures.firstIndex { $0.code == code } ?? 0)
    }

    /// The limits by the ids of steps; those who are held to account from then on have them.
    var stepLimits: [String: TimeLimit]? { limits?.compactMapValues(TimeLimit.init(text:)) }

    private var limitFaults: [Sentence] {
        (limits ?? [:]).sorted { $0.key < $1.key }.compactMap { step, text -> Sentence? in
            guard let stage = InquiryPlan.stages[step] else { return "没有「\(step)」这一步。" }
            guard let limit = TimeLimit(text: text), (1...365).contains(limit.value) else {
                return "「\(stage.chinese)」的期限「\(text)」应写成「5 working_day」这样，1 到 365。"
            }
            return nil
        }
    }

    var faults: [Sentence] {
        var faults = limitFaults
        if measures.isEmpty { faults.append("至少要有一种措施。") }
        if Set(measures.map(\.code)).count != measures.count { faults.append("措施的代码有重复。") }
        for measure in measures where measure.name.isEmpty || measure.name.count > 40 {
            faults.append("措施「\(measure.code)」的名称要有 1 到 40 个字。")
        }
        for measure in measures where measure.code.wholeMatch(of: /[a-z][a-z0-9_-]{0,30}/) == nil {
            faults.append("措施的代码「\(measure.code)」只能用小写字母、数字和横线，以字母开头。")
        }
        return faults
    }
}
