import Storage
import WorkingTime

extension PersonalMandates {
    /// 罗嘉明 is the guardian of his daughter, and 郑国栋 acts for old 何建国, who has no account; may run again at any time.
    ///
    /// Both were recorded at the counter, and none comes back that somebody has ended.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-mandates")
            guard let clerk = try Accounts.account(named: "clerk", on: now.day, in: tx) else { return }
            for sample in samples { try sample.insert(by: clerk, at: now, in: tx) }
        }
    }

    private static let samples = [
        DemoMandate(
            agent: "luojiaming", principal: ("罗子涵", "441299202306011046"), relation: .parent, basis: .minor,
            evidence: "出生医学证明、户口簿、父亲身份证"),
        DemoMandate(
            agent: "zhengguodong", principal: ("何建国", "441299193808170010"), relation: .relative,
            basis: .consent, evidence: "双方身份证，当面同意"),
    ]
}

private struct DemoMandate: Sendable {
    let agent: String
    let principal: (name: String, identity: String)
    let relation: PersonalMandate.Relation
    let basis: PersonalMandate.Basis
    let evidence: String

    func insert(by clerk: Account, at now: Instant, in tx: Transaction) throws {
        guard let agent = try Accounts.account(named: agent, on: now.day, in: tx) else { return }
        let whom = try PersonalMandates.principal(principal.name, principal.identity, in: tx)
        guard try PersonalMandateStore.given(by: whom.personID, after: nil, in: tx).items.isEmpty else {
            return
        }
        var mandate = try PersonalMandate.ask(
            .init(accountID: agent.id, name: agent.displayName), for: whom, relation, .everything,
            PostTerm(from: now.day, until: now.day.adding(days: 364)), id: tx.ids.next(), at: now
        ).on(basis)
        try mandate.record(
            evidence, of: PersonalMandates.number(principal.identity, at: "identity"), by: clerk, at: now)
        try PersonalMandateStore.insert(mandate, in: tx)
    }
}
