import Foundation
import Refusals
import RuleBooks

/// The boards of the forum and the rules on it, as the district keeps them.
struct ForumRules: RuleText, Codable, Hashable {
    let boards: [Board]
    let limits: Limits
    let words: Words
    let reasons: [Reason]

    static let book = "forum_rules"
    static let title = "论坛板块和规则"

    static func deliveredText() throws -> String {
        let file = Bundle.module.bundleURL.appending(path: "Resources/forum.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    func board(_ code: String) -> Board? { boards.first { $0.code == code } }
    func reason(_ code: String?) -> Reason? { reasons.first { $0.code == code } }
}

/// A part of the forum.
struct Board: Codable, Sendable, Hashable {
    /// Who may write on it.
    enum Writers: String, Codable, Sendable { case everyone, enterprises }
    /// Whether a moderator reads before others do.
    enum Moderation: String, Codable, Sendable { case trust, before, after }

    let code: String
    let name: String
    let about: String
    /// Key of the organ that looks after it.
    let organ: String
    let writers: Writers
    let moderation: Moderation
}

extension ForumRules {
    struct Limits: Codable, Sendable, Hashable {
        let longestTitle: Int
        let longestPost: Int
        let editMinutes: Int
        let postsPerHour: Int
        let postsPerDay: Int
        let trustedAfter: Int
        let newDays: Int
        let alikePercent: Int
        let alikeHours: Int
        let longestBlockDays: Int
        let appealDays: Int

        enum CodingKeys: String, CodingKey {
            case longestTitle = "longest_title"
            case longestPost = "longest_post"
            case editMinutes = "edit_minutes"
            case postsPerHour = "posts_per_hour"
            case postsPerDay = "posts_per_day"
            case trustedAfter = "trusted_after"
            case newDays = "new_days"
            case alikePercent = "alike_percent"
            case alikeHours = "alike_hours"
            case longestBlockDays = "longest_block_days"
            case appealDays = "appeal_days"
        }
    }

    struct Words: Codable, Sendable, Hashable {
        let blocked: [String]
        let links: [String]
        let nicknames: [String]
    }

    /// Why something is refused, hidden or blocked.
    struct Reason: Codable, Sendable, Hashable {
        let code: String
        let name: String
        let words: String
    }
}

extension ForumRules {
    /// What does not fit together.
    var faults: [Sentence] {
        var faults: [Sentence] = []
        if boards.isEmpty { faults.append("至少要有一个板块。") }
        if Set(boards.map(\.code)).count != boards.count { faults.append("板块的代码有重复。") }
        if reasons.isEmpty { faults.append("至少要有一条退回理由。") }
        if Set(reasons.map(\.code)).count != reasons.count { faults.append("退回理由的代码有重复。") }
        let spans: [(String, Int, ClosedRange<Int>)] = [
            ("longest_title", limits.longestTitle, 10...200),
            ("longest_post", limits.longestPost, 100...20_000),
            ("edit_minutes", limits.editMinutes, 0...1_440),
            ("posts_per_hour", limits.postsPerHour, 1...1_000),
            ("posts_per_day", limits.postsPerDay, 1...100),
            ("trusted_after", limits.trustedAfter, 0...1_000), ("new_days", limits.newDays, 0...365),
            ("alike_percent", limits.alikePercent, 50...100), ("alike_hours", limits.alikeHours, 1...720),
            ("longest_block_days", limits.longestBlockDays, 1...3_650),
            ("appeal_days", limits.appealDays, 1...365),
        ]
        for (name, value, span) in spans where !span.contains(value) {
            faults.append("\(name) 应在 \(span.lowerBound) 到 \(span.upperBound) 之间。")
        }
        return faults
    }
}
