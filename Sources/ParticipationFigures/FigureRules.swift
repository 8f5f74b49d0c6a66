import Foundation
import Refusals
import RuleBooks

/// When a topic rises unusually, and what counts as repeated; the district changes it.
struct FigureRules: RuleText, Codable, Hashable {
    struct Warning: Codable, Sendable, Hashable {
        let weeks: Int
        let deviations: Double
        let least: Int
        let organ: String
        let role: String
    }

    struct Repeated: Codable, Sendable, Hashable {
        let percent: Int
        let days: Int
    }

    struct Words: Codable, Sendable, Hashable {
        let shown: Int
        let stops: String
    }

    let warning: Warning
    let repeated: Repeated
    let words: Words

    static let book = "participation_rules"
    static let title = "民意预警规则"

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/participation-figures.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    var faults: [Sentence] {
        var faults: [Sentence] = []
        if !(2...52).contains(warning.weeks) { faults.append("weeks 应在 2 到 52 之间。") }
        if !(0.5...10).contains(warning.deviations) { faults.append("deviations 应在 0.5 到 10 之间。") }
        if !(1...1_000).contains(warning.least) { faults.append("least 应在 1 到 1000 之间。") }
        if !(20...100).contains(repeated.percent) { faults.append("percent 应在 20 到 100 之间。") }
        if !(7...365).contains(repeated.days) { faults.append("days 应在 7 到 365 之间。") }
        if !(1...100).contains(words.shown) { faults.append("shown 应在 1 到 100 之间。") }
        return faults
    }
}
