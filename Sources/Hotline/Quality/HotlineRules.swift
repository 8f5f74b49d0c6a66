import Foundation
import Refusals
import RuleBooks

/// What the district may change about the hotline without a new program: how many calls are drawn for a look at their
/// quality, and what is looked at.
struct HotlineRules: RuleText, Codable, Hashable {
    struct Sample: Codable, Sendable, Hashable {
        let callsPerWeek: Int
        let appealDays: Int

        enum CodingKeys: String, CodingKey {
            case callsPerWeek = "calls_per_week"
            case appealDays = "appeal_days"
        }
    }

    /// One line of the score sheet.
    struct Item: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let points: Int
    }

    let sample: Sample
    let sheet: [Item]

    static let book = "hotline_rules"
    static let title = "热线质检规则"

    static func deliveredText() throws -> String {
        let folder = Bundle.module.bundleURL.appending(path: "Resources")
        return try String(contentsOf: folder.appending(path: "hotline.yaml"), encoding: .utf8)
    }

    var faults: [Sentence] {
        var faults: [Sentence] = []
        if !(0...50).contains(sample.callsPerWeek) { faults.append("每人每周抽 0 到 50 个来电。") }
        if !(1...60).contains(sample.appealDays) { faults.append("申诉期限应在 1 到 60 日之间。") }
        if Set(sheet.map(\.code)).count != sheet.count { faults.append("评分项目的代码有重复。") }
        if sheet.contains(where: { $0.points < 1 || $0.name.isEmpty || $0.code.isEmpty }) {
            faults.append("每个评分项目要有代码、名称和分值。")
        }
        if sheet.reduce(0, { $0 + $1.points }) != 100 { faults.append("评分项目的分值合计应为 100。") }
        return faults
    }
}
