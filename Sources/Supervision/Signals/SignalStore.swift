import Refusals
import Storage
import WorkingTime

/// Which signals a list shows.
struct SignalFilter: Sendable, Hashable {
    var organ: String?
    var level: SupervisionRule.Level?
    var state: Signal.State?
    /// The organs one may see; nil for all.
    var organs: Set<String>?

    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let organs { parts.append("organ IN \(list: organs.sorted())") }
        if let organ { parts.append("organ = \(organ)") }
        if let level { parts.append("level = \(level)") }
        if let state { parts.append(state.condition) }
        return SQL.joined(parts, " AND ")
    }

    func shows(_ signal: Signal) -> Bool { organs.map { $0.contains(signal.organ) } ?? true }
}

/// The SQL of signals.
enum SignalStore {
    static let page = 30

    /// One page, the newest first.
    static func signals(_ filter: SignalFilter, after cursor: String?, in tx: Transaction) throws -> Slice<
        Signal
    > {
        let start: SQL = if let cursor { "id < \(try Cursor(cursor).id)" } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT * FROM supervision_signal WHERE \(filter.condition) AND \(start)
            ORDER BY id DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(Signal.init), size: page) { Cursor(key: $0.id, id: $0.id) }
    }

    /// Throws `notFound`, also for what one may not see.
    static func signal(_ id: Int64, _ filter: SignalFilter, in tx: Transaction) throws -> Signal {
        let row = try tx.row("SELECT * FROM supervision_signal WHERE id = \(id)")
        guard let signal = try row.map(Signal.init), filter.shows(signal) else {
            throw DomainError.notFound("没有这条监察信号。")
        }
        return signal
    }

    /// Those about some cases, by case.
    static func signals(ofCases ids: [Int64], in tx: Transaction) throws -> [Int64: [Signal]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT * FROM supervision_signal WHERE case_id IN \(list: ids) ORDER BY id")
        return Dictionary(grouping: try rows.map(Signal.init)) { $0.caseID }
    }

    /// How many stand, by level.
    static func counts(_ organs: Set<String>?, in tx: Transaction) throws -> [SupervisionRule.Level: Int] {
        let scope: SQL = if let organs { "organ IN \(list: organs.sorted())" } else { "1 = 1" }
        let rows = try tx.rows(
            "SELECT level, count(*) AS total FROM supervision_signal WHERE state = 'open' AND \(scope) GROUP BY level"
        )
        return try rows.reduce(into: [:]) { try $0[$1.value("level")] = $1.int("total") }
    }

    /// - Returns: false when there is one for this occasion already.
    static func insert(_ signal: Signal, in tx: Transaction) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO supervision_signal (id, rule_id, rule_key, rule_name, level, case_id, case_number, case_name,
                organ, item, occasion, evidence, raised_at, appeal_until, state, course, revision)
            VALUES (\(signal.id), \(signal.ruleID), \(signal.ruleKey), \(signal.ruleName), \(signal.level),
                \(signal.caseID), \(signal.number), \(signal.name), \(signal.organ), \(signal.item),
                \(signal.occasion), \(encodeJSON(signal.evidence)), \(signal.raisedAt), \(signal.appealUntil),
                \(signal.state.kept), \(encodeJSON(signal.course)), \(signal.revision))
            ON CONFLICT (rule_key, case_id, occasion) DO NOTHING
            """) == 1
    }

    static func update(_ signal: Signal, in tx: Transaction) throws {
        try tx.send(
            """
            UPDATE supervision_signal SET state = \(signal.state.kept), course = \(encodeJSON(signal.course)),
                appeal_until = \(signal.appealUntil), decide_until = \(signal.decideUntil), appealed_by = \(signal.appealedBy),
                decided_by = \(signal.decidedBy), revision = \(signal.revision)
            WHERE id = \(signal.id)
            """)
    }
}

extension Signal {
    init(_ row: Row) throws {
        let level: SupervisionRule.Level = try row.value("level")
        self.init(
            id: try row.id("id"), ruleID: try row.id("rule_id"), ruleKey: try row.text("rule_key"),
            ruleName: try row.text("rule_name"), level: level, caseID: try row.id("case_id"),
            number: try row.text("case_number"), name: try row.text("case_name"),
            organ: try row.text("organ"),
            item: try row.text("item"), occasion: try row.text("occasion"),
            evidence: try row.json("evidence"),
            raisedAt: try row.instant("raised_at"), appealUntil: try row.instant("appeal_until"),
            decideUntil: try row.optionalInstant("decide_until"),
            state: .init(kept: try row.value("state"), level),
            course: try row.json("course"), appealedBy: try row.optionalID("appealed_by"),
            decidedBy: try row.optionalID("decided_by"), revision: try row.int("revision"))
    }
}
