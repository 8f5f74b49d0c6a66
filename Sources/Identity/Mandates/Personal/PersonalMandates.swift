import Codes
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Who acts in another person's name, each change in one transaction with its entry in the journal and the notices to
/// both sides.
public struct PersonalMandates: Sendable {
    let database: Database
    let notice: SecurityNotice

    /// The personal mandates of an installation.
    ///
    /// - Parameter notice: tells an account what it was given or what was taken from it.
    public init(database: Database, notice: @escaping SecurityNotice) {
        (self.database, self.notice) = (database, notice)
    }

    /// The accounts that act for a person in everything on a day.
    ///
    /// - Throws: `StorageError`.
    public static func agents(ofPerson id: Int64, on day: CivilDate, in tx: Transaction) throws -> [Int64] {
        try PersonalMandateStore.agents(of: id, on: day, in: tx)
    }

    /// What an account may do for others, the newest first.
    public func received(by account: Account, after: String?) async throws -> Slice<PersonalMandate> {
        try await database.read { try PersonalMandateStore.received(by: account.id, after: after, in: $0) }
    }

    /// Who acts for an account's person, the newest first.
    public func given(by account: Account) async throws -> [PersonalMandate] {
        guard let person = account.personID else { return [] }
        return try await given(byPerson: person)
    }

    /// Who acts for a person, the newest first, as many as a page holds.
    public func given(byPerson person: Int64) async throws -> [PersonalMandate] {
        try await database.read { try PersonalMandateStore.given(by: person, after: nil, in: $0).items }
    }

    /// One by which an account may look and act today.
    ///
    /// - Throws: `notFound` for anybody else's and for one that is not in force.
    public func inForce(_ id: Int64, for account: Account, on day: CivilDate) async throws -> PersonalMandate
    {
        let found = try await database.read { try PersonalMandateStore.find(id, in: $0) }
        guard let found, found.agent.accountID == account.id, found.state(on: day) == .inForce else {
            throw PersonalMandate.unknown
        }
        return found
    }

    /// Asks to act for the person with this name and identity number, who need not have an account.
    ///
    /// One answer for a number that is not known and one that has another name: a stranger must not find out who is
    /// registered.
    ///
    /// - Throws: what ``PersonalMandate/ask(_:for:_:_:_:id:at:)`` refuses; `conflict` when there is one already.
    public func ask(
        for name: String, identity: String, _ relation: PersonalMandate.Relation?,
        _ scope: @autoclosure @escaping @Sendable () throws -> Mandate.Scope,
        _ term: @autoclosure @escaping @Sendable () throws -> PostTerm, by account: Account, _ actor: Actor,
        at now: Instant
    ) async throws {
        try await database.write { tx in
            let mandate = try PersonalMandate.ask(
                .init(accountID: account.id, name: account.displayName),
                for: Self.principal(name, identity, in: tx), relation, scope(), term(), id: tx.ids.next(),
                at: now)
            try tx.lock("account", id: account.id)
            try Self.admit(mandate, on: now.day, in: tx)
            try PersonalMandateStore.insert(mandate, in: tx)
            try self.tell(
                "relative_mandate.asked", mandate,
                "\(mandate.agent.name)请求代\(mandate.principal.name)办事，\(mandate.term.chinese)。", actor,
                at: now, in: tx
            )
        }
    }

    /// The principal agrees with their own account.
    ///
    /// - Throws: what ``PersonalMandate/agree(by:at:)`` refuses.
    public func agree(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await change(id, "relative_mandate.agreed", actor, at: now) { mandate in
            try mandate.agree(by: account.id, at: now)
            return "\(mandate.principal.name)同意\(mandate.agent.name)代为办事。"
        }
    }

    /// Sends a code to the principal's telephone.
    ///
    /// - Parameter send: puts the words on their way to a telephone number.
    /// - Throws: what ``PersonalMandate/send(code:by:at:)`` refuses; `conflict` when no telephone is registered.
    public func sendCode(
        _ id: Int64, by account: Account, _ actor: Actor, at now: Instant,
        send: @escaping @Sendable (_ number: String, _ words: String, Transaction) throws -> Void
    ) async throws {
        let code = TelephoneCode.random()
        try await database.write { tx in
            var mandate = try Self.held(id, in: tx)
            try mandate.send(code: code, by: account.id, at: now)
            guard let person = try Directory.person(mandate.principal.personID, in: tx), !person.phone.isEmpty
            else { throw DomainError.conflict("对方没有登记手机号，请本人登录同意，或者一起到窗口办理。") }
            try PersonalMandateStore.update(mandate, in: tx)
            try send(
                person.phone,
                "\(mandate.agent.name)请求代您办理政务事项（\(mandate.term.chinese)）。同意的，把验证码 \(code) 告诉对方，10 分钟内有效；不同意请不要理会。",
                tx)
            try Self.record(
                "relative_mandate.code_sent", mandate,
                "\(mandate.agent.name)请求向\(mandate.principal.name)的手机发送验证码。",
                actor, at: now, in: tx)
        }
    }

    /// The agent enters the code.
    ///
    /// - Returns: whether it was right.
    /// - Throws: what ``PersonalMandate/agree(code:by:at:)`` refuses.
    public func agree(
        _ id: Int64, code: String, by account: Account, _ actor: Actor, at now: Instant
    ) async throws -> Bool {
        try await database.write { tx in
            var mandate = try Self.held(id, in: tx)
            let isRight = try mandate.agree(code: code, by: account.id, at: now)
            try PersonalMandateStore.update(mandate, in: tx)
            guard isRight else { return false }
            try self.tell(
                "relative_mandate.agreed", mandate,
                "\(mandate.principal.name)用手机验证码同意\(mandate.agent.name)代为办事。", actor, at: now, in: tx)
            return true
        }
    }

    /// Ends it from either side.
    ///
    /// - Throws: what ``PersonalMandate/end(by:at:)`` refuses.
    public func end(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await change(id, "relative_mandate.ended", actor, at: now) { mandate in
            try mandate.end(by: account.id, at: now)
            return account.id == mandate.agent.accountID
                ? "\(mandate.agent.name)不再代\(mandate.principal.name)办事。"
                : "\(mandate.principal.name)不再让\(mandate.agent.name)代为办事。"
        }
    }
}
