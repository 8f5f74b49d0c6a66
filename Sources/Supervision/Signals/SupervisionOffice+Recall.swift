import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// A rule that was wrong has its signals taken back together: nobody can withdraw ten thousand one by one.
extension SupervisionOffice {
    /// The most that one press takes back; what is left is told, and the next press goes on.
    static let together = 500

    /// How many signals of a rule an officer could take back. Those about their own organ are another's to decide.
    static func recallable(ofRule id: Int64, by officer: OfficerContext, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) FROM supervision_signal WHERE \(standing(id, officer))")
    }

    /// Withdraws what a version of a rule has raised; appeals are decided one by one, as somebody waits for an answer.
    ///
    /// - Throws: `conflict` while the rule is on, `invalid` without a reason.
    func recall(_ reason: String, _ request: WebRequest, _ officer: OfficerContext) async throws {
        let (id, now, actor) = (try request.id(Self.noRule), request.now, officer.actor(request))
        try await database.write { tx in
            try tx.lock("supervision_rule", id: id)
            let version = try RuleStore.version(id, in: tx)
            guard version.state != .on else {
                throw DomainError.conflict("规则还在使用，请先停用，再撤销它发出的信号。")
            }
            let rows = try tx.rows(
                """
                SELECT id FROM supervision_signal WHERE \(Self.standing(id, officer))
                ORDER BY raised_at, id LIMIT \(Self.together)
                """)
            guard !rows.isEmpty else { throw DomainError.conflict("这版规则没有可以撤销的信号。") }
            var withdrawn: [String: Int] = [:]
            for row in rows {
                let signal = try withdraw(try row.id("id"), reason, by: actor, at: now, in: tx)
                if let signal { withdrawn[signal.organ, default: 0] += 1 }
            }
            for (organ, count) in withdrawn.sorted(by: { $0.key < $1.key }) {
                for head in try heads(of: organ, at: now, in: tx) {
                    try outbox.enqueue(
                        to: head, about: "supervision",
                        "监察规则「\(version.rule.name)」对您部门发出的 \(count) 条信号已撤销：\(reason)", at: now, in: tx)
                }
            }
        }
    }

    /// - Returns: nil for one that was appealed since the list was read: whoever appeals is heard.
    private func withdraw(
        _ id: Int64, _ reason: String, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> Signal? {
        try tx.lock("supervision_signal", id: id)
        var signal = try SignalStore.signal(id, SignalFilter(), in: tx)
        guard signal.state != .appealed else { return nil }
        try signal.withdraw(reason, by: actor, at: now)
        try SignalStore.update(signal, in: tx)
        try Self.record(signal, "signal.withdrawn", by: actor, at: now, in: tx)
        return signal
    }

    private static func standing(_ rule: Int64, _ officer: OfficerContext) -> SQL {
        """
        rule_id = \(rule) AND state IN ('open', 'upheld') AND organ NOT IN \(list: [""] + officer.organs.sorted())
        """
    }
}
