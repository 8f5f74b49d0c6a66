import Storage
import WorkingTime

extension SignalStore {
    /// Writes many signals at once, none of whose occasions has one already.
    static func insert(all signals: [Signal], in tx: Transaction) throws {
        try tx.insert(try signals.map(values), columns: columns, into: "supervision_signal")
    }

    /// How often each has been spoken of.
    static func revisions(of ids: [Int64], in tx: Transaction) throws -> [Int64: Int] {
        try tx.rows("SELECT id, revision FROM supervision_signal WHERE id IN \(list: ids)")
            .reduce(into: [:]) { try $0[$1.id("id")] = $1.int("revision") }
    }

    private static let columns: [StaticString] = [
        "id", "rule_id", "rule_key", "rule_name", "level", "case_id", "case_number", "case_name", "organ",
        "item",
        "occasion", "evidence", "raised_at", "appeal_until", "state", "course", "revision",
    ]

    private static func values(_ signal: Signal) throws -> [SQLValue] {
        [
            .integer(signal.id), .integer(signal.ruleID), .text(signal.ruleKey), .text(signal.ruleName),
            .text(signal.level.rawValue), .integer(signal.caseID), .text(signal.number), .text(signal.name),
            .text(signal.organ), .text(signal.item), .text(signal.occasion),
            .text(try encodeJSON(signal.evidence)), .integer(signal.raisedAt.milliseconds),
            .integer(signal.appealUntil.milliseconds), .text(signal.state.kept.rawValue),
            .text(try encodeJSON(signal.course)), .integer(Int64(signal.revision)),
        ]
    }
}
