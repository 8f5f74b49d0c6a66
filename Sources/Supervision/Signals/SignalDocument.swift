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
    let condition: String
    let facts: [String: Value]
    let working: [String]
    let journalEntry: String?
    let history: [Step]

    enum CodingKeys: String, CodingKey {
        case id, rule, name, level, state, organ, condition, facts, working, history
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
        (condition, facts, working) = (
            signal.evidence.condition, signal.evidence.facts, signal.evidence.working
        )
        journalEntry = signal.evidence.entry.map(String.init)
        history = signal.course.map {
            Step(kind: $0.kind.rawValue, by: $0.name, words: $0.words, at: $0.at.rfc3339)
        }
    }
}

/// How the API document describes signals.
enum SignalSchemas {
    private static let tag = "监察"

    static let list = APIOperation(
        id: "listSignals", tag: tag,
        parameters: [
            .query("state", "状态", .oneOf(Signal.State.allCases.map(\.rawValue))),
            .query("level", "级别", .oneOf(SupervisionRule.Level.allCases.map(\.rawValue))),
            .query("organ", "涉及部门的代号"), .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: signal)])

    static let read = APIOperation(id: "readSignal", tag: tag, responses: [200: signal])

    static let statement = change("stateOnSignal", [.init("statement", .words(1...2_000), "情况说明")])
    static let appeal = change("appealSignal", [.init("appeal", .words(1...2_000), "申诉理由")])
    static let decision = change(
        "decideSignalAppeal",
        [.init("upheld", .boolean, "真：申诉不成立，维持信号"), .init("reason", .words(1...2_000), "裁定理由")])

    private static func change(_ id: String, _ members: [Schema.Member]) -> APIOperation {
        APIOperation(
            id: id, tag: tag, parameters: [.header("Idempotency-Key", "同一个键只会办理一次")],
            body: .json(.object(members)), responses: [201: signal])
    }

    private static let signal = Schema.object([
        .init("id", .text), .init("rule", .text, "规则代号"), .init("rule_version", .integer),
        .init("name", .text, "规则名称"),
        .init("level", .oneOf(SupervisionRule.Level.allCases.map(\.rawValue))),
        .init("state", .oneOf(Signal.State.allCases.map(\.rawValue))), .init("organ", .text),
        .init("case", .text, "办件编号"), .init("raised_at", .formatted("date-time")),
        .init("appeal_until", .formatted("date-time")),
        .init("decide_until", .formatted("date-time"), "有申诉时", optional: true),
        .init("condition", .text, "FEEL"), .init("facts", .map(.any), "发出时的事实"),
        .init("working", .list(.text), "期限是怎样算的"),
        .init("journal_entry", .text, "发出前日志的最后一条", optional: true),
        .init(
            "history",
            .list(
                .object([
                    .init("kind", .text), .init("by", .text), .init("words", .text),
                    .init("at", .formatted("date-time")),
                ]))),
    ])
}
