import Codes
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Who may apply in an enterprise's name, each change in one transaction with its entry in the journal and the notices
/// to both sides.
public struct Mandates: Sendable {
    private let database: Database
    private let notice: SecurityNotice

    /// The mandates of an installation.
    ///
    /// - Parameter notice: tells an account what it was given or what was taken from it.
    public init(database: Database, notice: @escaping SecurityNotice) {
        self.database = database
        self.notice = notice
    }

    /// Who acts in another person's name.
    public var personal: PersonalMandates { PersonalMandates(database: database, notice: notice) }

    /// The enterprises somebody represents by law.
    public func enterprises(representedBy account: Account) async throws -> [Mandate.Enterprise] {
        guard let person = account.personID else { return [] }
        return try await database.read { tx in
            try Directory.entities(representedBy: person, in: tx).map(Mandate.Enterprise.init)
        }
    }

    /// What an account was authorised to do, the newest first.
    public func received(by account: Account, after: String?) async throws -> Slice<Mandate> {
        try await database.read { try MandateStore.received(by: account.id, after: after, in: $0) }
    }

    /// Whom an enterprise has authorised, the newest first.
    public func given(for enterprise: Mandate.Enterprise, after: String?) async throws -> Slice<Mandate> {
        try await database.read { try MandateStore.given(for: enterprise.code, after: after, in: $0) }
    }

    /// Authorises the person with this name and identity number, who must have an account.
    ///
    /// One answer for a number that is not known, one that has another name, and one without an account: a stranger must
    /// not find out who is registered.
    ///
    /// - Throws: what ``Mandate/grant(for:from:person:to:_:_:id:at:)`` refuses; `invalid` at `identity`; `conflict` when
    ///   they have one already.
    public func grant(
        for code: String, to name: String, identity: String,
        _ scope: @autoclosure @escaping @Sendable () throws -> Mandate.Scope,
        _ term: @autoclosure @escaping @Sendable () throws -> PostTerm, by account: Account, _ actor: Actor,
        at now: Instant
    ) async throws {
        try await database.write { [notice] tx in
            guard let entity = try Directory.entity(CreditCode(code), in: tx) else {
                throw DomainError.notFound("没有这个单位，可能链接不完整。")
            }
            let mandate = try Mandate.grant(
                for: Mandate.Enterprise(entity), from: account.side, person: account.personID,
                to: Self.agent(name, identity, in: tx), scope(), term(), id: tx.ids.next(), at: now)
            try tx.lock("account", id: mandate.agent.accountID)
            guard
                try !MandateStore.isInForce(
                    mandate.enterprise.code, mandate.agent.accountID, on: now.day, in: tx)
            else { throw DomainError.conflict("\(mandate.agent.name)已经有代表该单位办事的授权。要改范围或期限，请先收回原来的。") }
            try MandateStore.insert(mandate, in: tx)
            let sentence: Sentence =
                "\(mandate.grantor.name)授权\(mandate.agent.name)代表\(mandate.enterprise.name)办事，\(mandate.term.chinese)。"
            try Self.record("mandate.granted", mandate, sentence, actor, at: now, in: tx)
            try notice(mandate.agent.accountID, sentence, now, tx)
        }
    }

    /// Ends a mandate before its time, from either side.
    ///
    /// - Throws: what ``Mandate/end(by:person:at:)`` refuses.
    public func end(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await database.write { [notice] tx in
            try tx.lock("mandate", id: id)
            guard var mandate = try MandateStore.find(id, in: tx) else {
                throw DomainError.notFound("没有这项授权，可能链接不完整。")
            }
            try mandate.end(by: account.side, person: account.personID, at: now)
            try MandateStore.update(mandate, in: tx)
            let isGivenUp = account.id == mandate.agent.accountID
            let sentence: Sentence =
                isGivenUp
                ? "\(mandate.agent.name)放弃了代表\(mandate.enterprise.name)办事的授权。"
                : "\(actor.name)收回了\(mandate.agent.name)代表\(mandate.enterprise.name)办事的授权。"
            try Self.record("mandate.ended", mandate, sentence, actor, at: now, in: tx)
            try notice(isGivenUp ? mandate.grantor.accountID : mandate.agent.accountID, sentence, now, tx)
        }
    }

    private static func agent(_ name: String, _ identity: String, in tx: Transaction) throws -> Mandate.Side {
        var wrong = Corrections()
        if name.isEmpty { wrong.add("name", "请填写被授权人的姓名。") }
        let entered = try wrong.take { try PersonalMandates.number(identity, at: "identity") }
        let number = try wrong.require(entered)
        guard let person = try Directory.person(identityNumber: number, in: tx), person.name == name,
            let account = try Accounts.accountID(ofPerson: person.id, in: tx)
        else { throw DomainError.invalid("identity", "没有姓名和身份证号码都相符、已经注册的个人账号。请核对，或请对方先注册。") }
        return Mandate.Side(accountID: account, name: person.name)
    }

    private static func record(
        _ action: String, _ mandate: Mandate, _ sentence: Sentence, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "entity/\(mandate.enterprise.code)",
                sentence: sentence, detail: ["mandate": String(mandate.id)]), in: tx)
    }
}

extension Account {
    fileprivate var side: Mandate.Side { Mandate.Side(accountID: id, name: displayName) }
}

extension Mandate.Enterprise {
    fileprivate init(_ entity: LegalEntity) {
        self.init(code: entity.creditCode.text, name: entity.name, representativeID: entity.representativeID)
    }
}
