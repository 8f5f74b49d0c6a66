import Crypto
import Foundation
import Storage
import WorkingTime
import Yams

/// The rules that come with the program.
enum DeliveredRules {
    private struct Entry: Decodable {
        let key: String
        let name: String
        let basis: String
        let scope: SupervisionRule.Scope
        let moment: RuleMoment?
        let condition: String
        let level: SupervisionRule.Level
        let tells: [SupervisionRule.Audience]
        let bound: Int?
        let publish: Int?

        var rule: SupervisionRule {
            SupervisionRule(
                key: key, name: name, basis: basis, scope: scope, moment: moment, condition: condition,
                level: level, tells: tells, perMinute: bound ?? 2_000, appealDays: 3, decisionDays: 5,
                publishAfterDays: publish)
        }
    }

    private static var file: URL { Bundle.module.bundleURL.appending(path: "Resources/rules.yaml") }

    /// - Throws: a decoding error when the delivered file is damaged.
    static func all() throws -> [SupervisionRule] {
        try YAMLDecoder().decode([Entry].self, from: Data(contentsOf: file)).map(\.rule)
    }

    /// Puts those that nobody has a version of into the tables, and switches them on.
    static func install(on day: CivilDate, in tx: Transaction) throws {
        try tx.exclude("supervision-rules")
        let known = Set(try RuleStore.versions(in: tx).map(\.rule.key))
        for rule in try all() where !known.contains(rule.key) {
            try insert(rule, version: 1, .on, from: day, in: tx)
        }
        if known.isEmpty { try WatchStore.set(.delivered, to: edition(), in: tx) }
    }

    /// Lays what a new edition of the program delivers beside what a house goes by, as drafts: a person switches them on,
    /// as with every rule. Each edition is offered once, and not where a draft is being written.
    static func offer(in tx: Transaction) throws {
        try tx.exclude("supervision-rules")
        let families = Dictionary(grouping: try RuleStore.versions(in: tx)) { $0.rule.key }
        guard !families.isEmpty, try WatchStore.value(.delivered, in: tx) != edition() else { return }
        for rule in try all() {
            let family = families[rule.key] ?? []
            guard !family.contains(where: { $0.rule == rule || $0.state == .draft }) else { continue }
            try insert(rule, version: (family.map(\.version).max() ?? 0) + 1, .draft, in: tx)
        }
        try WatchStore.set(.delivered, to: edition(), in: tx)
    }

    private static func insert(
        _ rule: SupervisionRule, version: Int, _ state: RuleVersion.State, from day: CivilDate? = nil,
        in tx: Transaction
    ) throws {
        try RuleStore.insert(
            RuleVersion(
                id: tx.ids.next(), version: version, rule: rule, state: state, onFrom: day, editedBy: 0,
                editedByName: "随程序交付"), in: tx)
    }

    /// What tells one edition of the delivered rules from another.
    private static func edition() throws -> String {
        SHA256.hash(data: try Data(contentsOf: file)).map { String(format: "%02x", $0) }.joined()
    }
}
