import Codes
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// What a clerk records: both came to the counter, or the papers say who is whose guardian.
extension PersonalMandates {
    /// Two people as a clerk enters them, and what the clerk saw.
    public struct CounterEntry: Sendable {
        /// The principal's name and identity number.
        public let principal: (name: String, identity: String)
        /// The agent's name and identity number; the agent must have an account.
        public let agent: (name: String, identity: String)
        /// What the agent is to the principal.
        public let relation: PersonalMandate.Relation?
        /// Why the agent may act.
        public let basis: PersonalMandate.Basis?
        /// From which day until which.
        public let term: @Sendable () throws -> PostTerm
        /// The papers that were seen.
        public let evidence: String

        /// An entry as it was typed.
        public init(
            principal: (name: String, identity: String), agent: (name: String, identity: String),
            relation: PersonalMandate.Relation?, basis: PersonalMandate.Basis?,
            term: @autoclosure @escaping @Sendable () throws -> PostTerm, evidence: String
        ) {
            (self.principal, self.agent, self.relation) = (principal, agent, relation)
            (self.basis, self.term, self.evidence) = (basis, term, evidence)
        }
    }

    /// Records a consent that was given face to face, or a guardianship. What the two had asked for online is taken over.
    ///
    /// - Throws: what ``PersonalMandate/record(_:of:by:at:)`` refuses; `invalid` at a field; `conflict`.
    public func record(_ entry: CounterEntry, by clerk: Account, _ actor: Actor, at now: Instant) async throws
    {
        try await database.write { tx in
            var mandate = try Self.asked(entry, at: now, in: tx)
            try tx.lock("account", id: mandate.agent.accountID)
            try Self.replaceWaiting(mandate, at: now, by: clerk.id, in: tx)
            try Self.admit(mandate, on: now.day, in: tx)
            try mandate.record(
                entry.evidence, of: Self.number(entry.principal.identity, at: "identity"), by: clerk, at: now)
            try PersonalMandateStore.insert(mandate, in: tx)
            try self.tell(
                "relative_mandate.recorded", mandate,
                "\(actor.name)在窗口登记：\(mandate.agent.name)代\(mandate.principal.name)办事（\(mandate.basis.chinese)），\(mandate.term.chinese)。",
                actor, at: now, in: tx)
        }
    }

    /// Ends one at the counter.
    ///
    /// - Throws: what ``PersonalMandate/end(by:because:at:)`` refuses.
    public func end(
        _ id: Int64, because reason: String, by clerk: Account, _ actor: Actor, at now: Instant
    ) async throws {
        try await change(id, "relative_mandate.ended", actor, at: now) { mandate in
            try mandate.end(by: clerk, because: reason, at: now)
            return "\(actor.name)在窗口登记：\(mandate.agent.name)不再代\(mandate.principal.name)办事。原因：\(reason)"
        }
    }

    /// What was entered, with all that is wrong with it.
    private static func asked(_ entry: CounterEntry, at now: Instant, in tx: Transaction) throws
        -> PersonalMandate
    {
        var wrong = Corrections()
        if entry.basis == nil { wrong.add("basis", "请选择代办的依据。") }
        let asked = try wrong.take {
            try PersonalMandate.ask(
                agent(entry.agent.name, entry.agent.identity, in: tx),
                for: principal(entry.principal.name, entry.principal.identity, in: tx), entry.relation,
                .everything, entry.term(), id: tx.ids.next(), at: now)
        }
        try wrong.take { try PersonalMandate.require(entry.evidence) }
        return try wrong.require(asked).on(wrong.require(entry.basis))
    }

    private static func agent(_ name: String, _ identity: String, in tx: Transaction) throws -> Mandate.Side {
        var wrong = Corrections()
        if name.isEmpty { wrong.add("agent_name", "请填写办事人的姓名。") }
        let entered = try wrong.take { try Self.number(identity, at: "agent_identity") }
        let number = try wrong.require(entered)
        guard let person = try Directory.person(identityNumber: number, in: tx), person.name == name,
            let account = try Accounts.accountID(ofPerson: person.id, in: tx)
        else { throw DomainError.invalid("agent_identity", "没有姓名和身份证号码都相符、已经注册的个人账号。请核对，或请对方先注册。") }
        return Mandate.Side(accountID: account, name: person.name)
    }

    private static func replaceWaiting(
        _ mandate: PersonalMandate, at now: Instant, by clerk: Int64, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE personal_mandate SET ended_by = \(clerk), ended_at = \(now), end_reason = '改在窗口登记'
            WHERE agent_id = \(mandate.agent.accountID) AND principal_id = \(mandate.principal.personID)
                AND agreed_at IS NULL AND ended_at IS NULL
            """)
    }
}

extension PersonalMandate {
    /// The same on another basis.
    func on(_ basis: Basis) -> PersonalMandate {
        PersonalMandate(
            id: id, principal: principal, agent: agent, relation: relation, basis: basis, scope: scope,
            term: term, askedAt: askedAt)
    }
}
