import Foundation
import Refusals
import RuleBooks

/// What may be decided about an official, as the district keeps it: data that is edited, and no law.
struct AccountabilityRules: RuleText, Codable, Hashable {
    struct Measure: Codable, Sendable, Hashable {
        let code: String
        let name: String
        /// What it is, for whoever decides.
        let words: String
    }

    let measures: [Measure]

    static let book = "accountability_rules"
    static let title = "问责措施"

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/accountability.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    func measure(_ code: String?) -> Measure? { measures.first { $0.code == code } }

    var faults: [Sentence] {
        var faults: [Sentence] = []
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
