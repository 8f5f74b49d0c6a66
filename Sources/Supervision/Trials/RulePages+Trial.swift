import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A rule is tried before it is switched on: at once on the newest cases, by a job on all of twelve months.
extension RulePages {
    var trials: [Route] {
        [
            .get(SupervisionPath.ruleAct("{id}", "trial"), .may(.readRules), "监察规则试算") { request, officer in
                let trial = try await quickTrial(request)
                return .page(try await show(request, officer, trial: trial))
            },
            .post(
                SupervisionPath.ruleAct("{id}", "trials"), .may(.readRules),
                journal: "supervision_rule.tried",
                "在近一年的全部办件上试算监察规则"
            ) { request, officer in
                let id = try request.id(SupervisionOffice.noRule)
                let (actor, now) = (officer.actor(request), request.now)
                try await office.database.write { try Self.ask(id, by: actor, at: now, in: $0) }
                return .redirect(to: SupervisionPath.rule(String(id)))
            },
            .post(
                SupervisionPath.ruleAct("{id}", "trial-cancellation"), .may(.readRules),
                journal: "job.cancelled", "取消监察规则的试算"
            ) { request, officer in
                let id = try request.id(SupervisionOffice.noRule)
                let (actor, now) = (officer.actor(request), request.now)
                try await office.database.write { tx in
                    guard let kept = try TrialStore.find(id, in: tx) else {
                        throw DomainError.notFound("这条规则没有试算。")
                    }
                    try JobQueue.cancel(kept.jobID, by: actor, at: now, in: tx)
                }
                return .redirect(to: SupervisionPath.rule(String(id)))
            },
        ]
    }

    /// A rule is tried once at a time, whoever asks; one that was changed meanwhile is tried anew as it reads now.
    static func ask(_ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try tx.exclude("supervision-trial")
        let version = try RuleStore.version(id, in: tx)
        guard ActiveRule(version) != nil else {
            throw DomainError.conflict("条件有错，读不懂，请先改正再试算。")
        }
        if let (kept, job) = try TrialStore.standing(of: id, in: tx), let job,
            job.state == .waiting || job.state == .running
        {
            guard !kept.holds(for: version.rule) else { return }
            try JobQueue.cancel(job.id, by: actor, at: now, in: tx)
        }
        let job = try JobQueue.enqueue(
            kind: TrialWork.kind, key: "\(version.rule.name)@\(id)/\(now.milliseconds)", payload: id, at: now,
            by: actor.accountID, in: tx)
        try TrialStore.begin(
            KeptTrial(ruleID: id, jobID: job, rule: version.rule, askedByName: actor.name, askedAt: now),
            in: tx)
        try SupervisionOffice.record("supervision_rule.tried", "试算", version, by: actor, at: now, in: tx)
    }
}
