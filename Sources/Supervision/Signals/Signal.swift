import DecisionModel
import Journal
import Refusals
import WorkingTime

/// What a rule has noticed about a case, and what was said about it since.
struct Signal: Sendable, Hashable {
    enum State: String, Sendable, Codable, CaseIterable {
        case open, appealed, upheld, confirmed, withdrawn, cancelled, settled

        var chinese: String {
            switch self {
            case .open: "待处理"
            case .appealed: "申诉中"
            case .upheld: "申诉不成立"
            case .confirmed: "已成立"
            case .withdrawn: "已撤销"
            case .cancelled: "自动取消"
            case .settled: "已办结"
            }
        }

        /// Whether it is still held against the organ.
        var stands: Bool { self == .open || self == .appealed || isFinal }
        /// Whether it can no longer be appealed, and stands: a card is confirmed then.
        var isFinal: Bool { self == .upheld || self == .confirmed }
    }

    /// The facts as they were, and by which version of which rule.
    struct Evidence: Codable, Sendable, Hashable {
        let version: Int
        let condition: String
        let moment: String
        /// The facts of what it is about.
        let facts: [String: Value]
        /// The entry of the journal that came last.
        let entry: Int64?
        /// Due time of the clock or step, as it was.
        let dueAt: Instant?
        /// How the clock was reckoned: days counted and not, in words.
        let working: [String]
        /// What was done that the condition goes by, oldest first; nil where it asks for no acts.
        var acts: [Act]?
        /// On what the rule rests, in words; nil in what was kept before this was.
        var basis: String?

        /// What was done once, and the entry of the journal that says so.
        struct Act: Codable, Sendable, Hashable {
            let entry: Int64
            let action: String
            let at: Instant
            let outcome: String?
            let isAutomatic: Bool

            private enum CodingKeys: String, CodingKey {
                case entry, action, at, outcome
                case isAutomatic = "automatic"
            }
        }
    }

    /// What somebody has said.
    struct Step: Codable, Sendable, Hashable {
        enum Kind: String, Codable, Sendable {
            case statement, appeal, upheld, withdrawn, cancelled, settled
        }

        let kind: Kind
        let by: Int64
        let name: String
        let words: String
        let at: Instant
    }

    let id: Int64
    let ruleID: Int64
    let ruleKey: String
    let ruleName: String
    let level: SupervisionRule.Level
    let caseID: Int64
    let number: String
    let name: String
    let organ: String
    let item: String
    let occasion: String
    let evidence: Evidence
    let raisedAt: Instant
    var appealUntil: Instant
    var decideUntil: Instant?
    var state: State = .open
    var course: [Step] = []
    var appealedBy: Int64?
    var decidedBy: Int64?
    var revision = 0

    /// Whether it is about something that is done elsewhere.
    var isElsewhere: Bool { number.contains(":") }
    /// The page of what it is about.
    var place: String { Self.place(of: number, caseID) }
    static func place(of number: String, _ id: Int64) -> String {
        number.contains(":") ? SupervisionPath.matter(String(id)) : "/desk/cases/\(number)"
    }

    /// As a card that stands; nil for what is none, or was taken back.
    var card: CaseRecord.Card? {
        guard level.isCard, state != .withdrawn, state != .cancelled else { return nil }
        return CaseRecord.Card(level: level, at: raisedAt, organ: organ)
    }

    /// Whether it is a card that nobody has appealed in its days.
    func isUnappealed(at now: Instant) -> Bool { isConfirmed(at: now) && appealedBy == nil }
    /// Whether its appeal should have been decided by now.
    func waitsTooLong(at now: Instant) -> Bool { state == .appealed && decideUntil.map { $0 < now } ?? false }

    mutating func note(_ kind: Step.Kind, _ words: String, by actor: Actor, at now: Instant) {
        course.append(Step(kind: kind, by: actor.accountID, name: actor.name, words: words, at: now))
        revision += 1
    }
}
