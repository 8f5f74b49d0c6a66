import Codes
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// What every change of a personal mandate does.
extension PersonalMandates {
    func change(
        _ id: Int64, _ action: String, _ actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout PersonalMandate) throws -> Sentence
    ) async throws {
        try await database.write { tx in
            var mandate = try Self.held(id, in: tx)
            let sentence = try rule(&mandate)
            try PersonalMandateStore.update(mandate, in: tx)
            try self.tell(action, mandate, sentence, actor, at: now, in: tx)
        }
    }

    /// - Throws: `notFound`.
    static func held(_ id: Int64, in tx: Transaction) throws -> PersonalMandate {
        try tx.lock("personal_mandate", id: id)
        guard let found = try PersonalMandateStore.find(id, in: tx) else { throw PersonalMandate.unknown }
        return found
    }

    /// Writes it down and tells both sides, except who did it.
    func tell(
        _ action: String, _ mandate: PersonalMandate, _ sentence: Sentence, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Self.record(action, mandate, sentence, actor, at: now, in: tx)
        for side in [mandate.agent.accountID, mandate.principal.accountID].compactMap(\.self)
        where side != actor.accountID { try notice(side, sentence, now, tx) }
    }

    static func record(
        _ action: String, _ mandate: PersonalMandate, _ sentence: Sentence, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action,
                subject: "person:\(mandate.principal.personID)", sentence: sentence,
                detail: ["mandate": String(mandate.id), "basis": mandate.basis.rawValue]), in: tx)
    }

    /// The person with this name and number.
    ///
    /// - Throws: `invalid` at `name` or `identity`.
    static func principal(_ name: String, _ identity: String, in tx: Transaction) throws
        -> PersonalMandate.Principal
    {
        var wrong = Corrections()
        if name.isEmpty { wrong.add("name", "请填写对方的姓名。") }
        let entered = try wrong.take { try Self.number(identity, at: "identity") }
        let number = try wrong.require(entered)
        guard let person = try Directory.person(identityNumber: number, in: tx), person.name == name else {
            throw DomainError.invalid("identity", "没有姓名和身份证号码都相符的人，请核对。")
        }
        let account = try Accounts.accountID(ofPerson: person.id, in: tx)
        return .init(personID: person.id, name: person.name, accountID: account)
    }

    /// - Throws: `invalid` at the field.
    static func number(_ text: String, at field: String) throws -> IdentityNumber {
        guard let number = try? IdentityNumber(text) else {
            throw DomainError.invalid(field, "身份证号码不对，请核对。")
        }
        return number
    }

    /// - Throws: `conflict` when there is one between the two already, or there are too many.
    static func admit(_ mandate: PersonalMandate, on day: CivilDate, in tx: Transaction) throws {
        let open = try PersonalMandateStore.open(of: mandate.agent.accountID, on: day, in: tx)
        if let same = open.first(where: { $0.principal.personID == mandate.principal.personID }) {
            throw DomainError.conflict(
                same.agreedAt == nil
                    ? "已经请求过代\(mandate.principal.name)办事，正在等对方同意。要改范围或期限，请先收回原来的。"
                    : "已经有代\(mandate.principal.name)办事的授权。要改范围或期限，请先结束原来的。")
        }
        guard open.count < PersonalMandate.mostOpen else {
            throw DomainError.conflict("最多同时代 \(PersonalMandate.mostOpen) 人办事，请先结束不再需要的。")
        }
    }
}
