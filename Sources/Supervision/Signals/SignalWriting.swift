import Storage
import WorkingTime

extension SignalStore {
    /// Writes many signals at once, and leaves out those for whose occasion there is one already. Whoever writes holds the
    /// rule's row, so nobody else writes of the same rule meanwhile.
    ///
    /// - Returns: those that are new.
    static func insert(all signals: [Signal], in tx: Transaction) throws -> [Signal] {
        guard !signals.isEmpty else { return [] }
        let ids = Array(Set(signals.map(\.caseID))).sorted()
        let rows = try tx.rows(
            "SELECT rule_key, case_id, occasion FROM supervision_signal WHERE case_id IN \(list: ids)")
        var known = Set(
            try rows.map {
                Key(
                    rule: try $0.text("rule_key"), id: try $0.id("case_id"), occasion: try $0.text("occasion")
                )
            })
        let fresh = signals.filter {
            known.insert(Key(rule: $0.ruleKey, id: $0.caseID, occasion: $0.occasion)).inserted
        }
        try tx.insert(try fresh.map(values), columns: columns, into: "supervision_signal")
        return fresh
    }

    private struct Key: Hashable {
        let rule: String
        let id: Int64
        let occasion: String
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
            .integer(signal.appealUntil.milliseconds), .text(signal.state.rawValue),
            .text(try encodeJSON(signal.course)), .integer(Int64(signal.revision)),
        ]
    }
}
