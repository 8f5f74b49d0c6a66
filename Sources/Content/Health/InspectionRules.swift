import Foundation
import WorkingTime
import Yams

/// By what sites are inspected (国办秘函〔2019〕19号): data that an administrator edits, as the notices of every year ask.
struct InspectionRules: Codable, Sendable, Hashable {
    /// A condition under which a veto stands.
    struct Measure: Codable, Sendable, Hashable {
        let fact: Fact
        let atLeast: Int

        enum CodingKeys: String, CodingKey {
            case fact
            case atLeast = "at_least"
        }
    }

    /// 单项否决: one is enough to fail. Without conditions a person looks.
    struct Veto: Codable, Sendable, Hashable {
        let code: String
        let title: String
        let detail: String
        let when: [Measure]?
    }

    /// 扣分: so many points for each, up to so many. Without a fact a person looks.
    struct Deduction: Codable, Sendable, Hashable {
        let code: String
        let title: String
        let detail: String
        let fact: Fact?
        let each: Int
        let most: Int
    }

    /// 加分, for portals.
    struct Bonus: Codable, Sendable, Hashable {
        let code: String
        let title: String
        let points: Int
    }

    /// What they rest on.
    let basis: String
    let full: Int
    let pass: Int
    /// From which score on bonuses count, and how many points of them at most.
    let bonusFrom: Int
    let bonusMost: Int
    /// So many days before its end a column's editors are told.
    let warnDays: Int
    /// Within so many working days corrections are answered.
    let correctionDays: Int
    /// After so many days without an answer a request counts as slow, and as late.
    let slowReplyDays: Int
    let lateReplyDays: Int
    /// The inspectors' period for each kind of column, in days.
    let periods: [String: Int]
    let vetoes: [Veto]
    let deductions: [Deduction]
    let bonuses: [Bonus]

    enum CodingKeys: String, CodingKey {
        case basis, full, pass, periods, vetoes, deductions, bonuses
        case bonusFrom = "bonus_from"
        case bonusMost = "bonus_most"
        case warnDays = "warn_days"
        case correctionDays = "correction_days"
        case slowReplyDays = "slow_reply_days"
        case lateReplyDays = "late_reply_days"
    }

    /// The inspectors' period for columns of a kind, in days.
    func period(of kind: DocumentKind) -> Int? { periods[kind.rawValue] }

    /// The limit for answering a correction.
    var correctionLimit: TimeLimit { TimeLimit(value: correctionDays, unit: .workingDay) }

    /// What a person looks at, by code: prefixed by its part, for a code may stand in two of them.
    var manualCodes: Set<String> {
        Set(vetoes.filter { ($0.when ?? []).isEmpty }.map { "veto.\($0.code)" })
            .union(deductions.filter { $0.fact == nil }.map { "deduction.\($0.code)" })
            .union(bonuses.map { "bonus.\($0.code)" })
    }

    /// The text of the rules that come with the program.
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    static func deliveredText() throws -> String {
        try String(
            contentsOf: Bundle.module.bundleURL.appending(path: "Resources/inspection.yaml"), encoding: .utf8)
    }

    /// The rules that come with the program.
    ///
    /// - Throws: a decoding error when the file is damaged.
    static func delivered() throws -> InspectionRules {
        try YAMLDecoder().decode(InspectionRules.self, from: deliveredText())
    }
}
