import Jobs
import Storage
import WorkingTime

/// A trial on all cases of twelve months: asked for by somebody, gone through by a job, kept with the rule as it read then.
struct KeptTrial: Sendable, Hashable {
    let ruleID: Int64
    let jobID: Int64
    let rule: SupervisionRule
    let askedByName: String
    let askedAt: Instant
    var outcome: RuleTrial?

    /// Whether a rule would still find the same: its words decide, not its name or whom it tells.
    func holds(for other: SupervisionRule) -> Bool {
        (rule.scope, rule.moment, rule.condition, rule.level)
            == (other.scope, other.moment, other.condition, other.level)
    }

    /// The rule as it reads there, ready to look; nil when it cannot be read.
    var active: ActiveRule? {
        ActiveRule(RuleVersion(id: ruleID, version: 0, rule: rule, editedBy: 0, editedByName: ""))
    }
}

/// The SQL of trials: the latest of each version of a rule.
enum TrialStore {
    static func find(_ rule: Int64, in tx: Transaction) throws -> KeptTrial? {
        try tx.row("SELECT * FROM supervision_trial WHERE rule_id = \(rule)").map { row in
            KeptTrial(
                ruleID: rule, jobID: try row.id("job_id"), rule: try row.json("body"),
                askedByName: try row.text("asked_by_name"), askedAt: try row.instant("asked_at"),
                outcome: try row.optionalText("outcome") == nil ? nil : try row.json("outcome"))
        }
    }

    /// The latest trial of a rule, and the job that goes through the cases.
    static func standing(of rule: Int64, in tx: Transaction) throws -> (kept: KeptTrial, job: QueuedJob?)? {
        try find(rule, in: tx).map { ($0, try JobQueue.find($0.jobID, in: tx)) }
    }

    /// Begins one, in place of the one before.
    static func begin(_ trial: KeptTrial, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervision_trial (rule_id, job_id, body, asked_by_name, asked_at)
            VALUES (\(trial.ruleID), \(trial.jobID), \(encodeJSON(trial.rule)), \(trial.askedByName), \(trial.askedAt))
            ON CONFLICT (rule_id) DO UPDATE SET job_id = excluded.job_id, body = excluded.body,
                asked_by_name = excluded.asked_by_name, asked_at = excluded.asked_at, outcome = NULL,
                finished_at = NULL
            """)
    }

    /// Keeps what it came to, unless it was asked for anew meanwhile.
    static func finish(
        _ rule: Int64, by job: Int64, _ outcome: RuleTrial, at now: Instant, in tx: Transaction
    )
        throws
    {
        try tx.execute(
            """
            UPDATE supervision_trial SET outcome = \(encodeJSON(outcome)), finished_at = \(now)
            WHERE rule_id = \(rule) AND job_id = \(job)
            """)
    }
}
