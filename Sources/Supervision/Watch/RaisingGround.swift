import Storage
import WorkingTime

/// What is known before signals are written. Whoever reads it holds the rows of their rules, so nobody else writes of the
/// same rules meanwhile; all of it is one journey to the server, however many rules have fired.
struct RaisingGround {
    /// The rules as they are now.
    let versions: [Int64: RuleVersion]
    /// How many each rule has raised within the last minute.
    private let counts: [Int64: Int]
    private var known: Set<Occasion>

    private struct Occasion: Hashable {
        let rule: String
        let id: Int64
        let occasion: String
    }

    init(for signals: [Signal], since start: Instant, in tx: Transaction) throws {
        let rules = Set(signals.map(\.ruleID)).sorted()
        let cases = Set(signals.map(\.caseID)).sorted()
        let found = try tx.rows(
            of: "SELECT * FROM supervision_rule WHERE id IN \(list: rules)",
            """
            SELECT rule_id, count(*) AS total FROM supervision_signal
            WHERE rule_id IN \(list: rules) AND raised_at > \(start) GROUP BY rule_id
            """,
            "SELECT rule_key, case_id, occasion FROM supervision_signal WHERE case_id IN \(list: cases)")
        versions = try found[0].reduce(into: [:]) { versions, row in
            let version = try RuleVersion(row)
            versions[version.id] = version
        }
        counts = try found[1].reduce(into: [:]) { try $0[$1.id("rule_id")] = $1.int("total") }
        known = Set(
            try found[2].map { row in
                Occasion(
                    rule: try row.text("rule_key"), id: try row.id("case_id"),
                    occasion: try row.text("occasion"))
            })
    }

    /// How many more a rule may raise in this minute.
    func room(under version: RuleVersion) -> Int {
        max(version.rule.perMinute - (counts[version.id] ?? 0), 0)
    }

    /// Whether nothing was raised for its occasion before, which now is.
    mutating func isNew(_ signal: Signal) -> Bool {
        known.insert(Occasion(rule: signal.ruleKey, id: signal.caseID, occasion: signal.occasion)).inserted
    }
}
