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

    /// - Throws: a decoding error when the delivered file is damaged.
    static func all() throws -> [SupervisionRule] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/rules.yaml")
        return try YAMLDecoder().decode([Entry].self, from: Data(contentsOf: file)).map(\.rule)
    }

    /// Puts those that nobody has a version of into the tables, and switches them on.
    static func install(on day: CivilDate, in tx: Transaction) throws {
        try tx.exclude("supervision-rules")
        let known = Set(try RuleStore.versions(in: tx).map(\.rule.key))
        for rule in try all() where !known.contains(rule.key) {
            try RuleStore.insert(
                RuleVersion(
                    id: tx.ids.next(), version: 1, rule: rule, state: .on, onFrom: day, editedBy: 0,
                    editedByName: "随程序交付"), in: tx)
        }
    }
}
