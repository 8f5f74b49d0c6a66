import DecisionModel
import Web
import WorkingTime

/// A signal as programs read it.
struct SignalDocument: Encodable, Sendable {
    struct Step: Encodable, Sendable {
        let kind: String
        let by: String
        let words: String
        let at: String
    }

    /// What was done that the condition goes by.
    struct Act: Encodable, Sendable {
        let entry: String
        let action: String
        let at: String
        let outcome: String?
        let automatic: Bool

        init(_ act: Signal.Evidence.Act) {
            (entry, action, at) = (String(act.entry), act.action, act.at.rfc3339)
            (outcome, automatic) = (act.outcome, act.isAutomatic)
        }
    }

    let id: String
    let rule: String
    let ruleVersion: Int
    let name: String
    let level: String
    let state: String
    let organ: String
    let caseNumber: String
    let raisedAt: String
    let appealUntil: String
    let decideUntil: String?
    let basis: String?
    let condition: String
    let facts: [String: Value]
    let working: [String]
    let acts: [Act]
    let journalEntry: String?
    let history: [Step]

    enum CodingKeys: String, CodingKey {
        case id, rule, name, level, state, organ, basis, condition, facts, working, acts, history
        case ruleVersion = "rule_version"
        case caseNumber = "case"
        case raisedAt = "raised_at"
        case appealUntil = "appeal_until"
        case decideUntil = "decide_until"
        case journalEntry = "journal_entry"
    }

    init(_ signal: Signal) {
        (id, rule, ruleVersion) = (String(signal.id), signal.ruleKey, signal.evidence.version)
        (name, level, state) = (signal.ruleName, signal.level.rawValue, signal.state.rawValue)
        (organ, caseNumber, raisedAt) = (signal.organ, signal.number, signal.raisedAt.rfc3339)
        (appealUntil, decideUntil) = (signal.appealUntil.rfc3339, signal.decideUntil?.rfc3339)
        (basis, condition) = (signal.evidence.basis, signal.evidence.condition)
        (facts, working) = (signal.evidence.facts, signal.evidence.working)
        acts = (signal.evidence.acts ?? []).map(Act.init)
        journalEntry = signal.evidence.entry.map(String.init)
        history = signal.course.map {
            Step(kind: $0.kind.rawValue, by: $0.name, words: $0.words, at: $0.at.rfc3339)
        }
    }
}
