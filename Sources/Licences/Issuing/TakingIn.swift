import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// A licence that was issued elsewhere or before (存量证照), to be taken in.
public struct EarlierLicence: Sendable {
    /// The code of its type.
    public let typeCode: String
    /// In whose name it is.
    public let holder: LicenceHolder
    /// The issuer's own serial number: digits and capitals.
    public let serial: String
    /// The day of issue.
    public let issuedOn: CivilDate
    /// What stands on it besides holder and dates.
    public let facts: [IssuedDocument.Fact]
    /// The account that hears what happens to it.
    public let accountID: Int64?

    /// A licence to be taken in.
    public init(
        typeCode: String, holder: LicenceHolder, serial: String, issuedOn: CivilDate,
        facts: [IssuedDocument.Fact], accountID: Int64?
    ) {
        (self.typeCode, self.holder, self.serial) = (typeCode, holder, serial)
        (self.issuedOn, self.facts, self.accountID) = (issuedOn, facts, accountID)
    }
}

extension Licences {
    /// Takes in a licence that was issued elsewhere; again is harmless. It is signed like all others.
    ///
    /// - Throws: `notFound` for a type or an organ that is not here, `CodeError` when no identifier can be made of it.
    public func takeIn(_ earlier: EarlierLicence, by actor: Actor, at now: Instant) async throws {
        let types = try await types.inForce(on: now.day)
        guard let type = types.first(where: { $0.code == earlier.typeCode }),
            let organ = try await directory.organ(type.organ)
        else { throw DomainError.notFound("没有这个证照类型，或者它的发证机关已经调整。") }
        let number = try LicenceIdentifier(
            typeCode: type.code, issuer: organ.code.text, serial: earlier.serial, version: "001"
        ).text
        let signers = signers
        try await database.write { tx in
            try tx.exclude("licence-taking-in")
            guard try LicenceStore.licence(number: number, in: tx) == nil else { return }
            let licence = earlier.licence(tx.ids.next(), number, type, organ)
            let signed = try signers.sign(LicenceContent(licence, issuerCode: organ.code.text))
            try LicenceWriting.insert(licence, signed: signed.file(), document: nil, in: tx)
            try LicenceWriting.insert(
                LicenceAct(.issued, "从发证机关的库里登记", by: actor, at: licence.issuedAt), of: licence.id, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "licence.taken_in", subject: "licence/\(licence.id)",
                    sentence: "登记了存量证照「\(licence.name)」（\(licence.number)）。"), in: tx)
        }
    }
}

extension EarlierLicence {
    fileprivate func licence(
        _ id: Int64, _ number: String, _ type: LicenceType, _ organ: Organ
    ) -> Licence {
        let until: CivilDate? =
            if case .months(let months) = type.validity {
                issuedOn.adding(months: months).adding(days: -1)
            } else { nil }
        let issuedAt = Instant(day: issuedOn, hour: 9)
        let isEntity = holder.kind == .entity
        let whole: [IssuedDocument.Fact] =
            [
                .init(isEntity ? "名称" : "姓名", holder.name),
                .init(isEntity ? "统一社会信用代码" : "公民身份号码", holder.maskedCode),
            ] + facts + [
                .init("有效期限", until.map { "\(issuedOn.written)至\($0.written)" } ?? "长期"),
                .init("发证机关", organ.fullName), .init("发证日期", issuedOn.iso),
            ]
        return Licence(
            id: id, number: number, typeCode: type.code, name: type.name, holder: holder, organ: organ.key,
            organName: organ.fullName, issuedAt: issuedAt, validUntil: until, facts: whole,
            verificationCode: VerificationCode.new(), caseNumber: nil, accountID: accountID,
            stateSince: issuedAt)
    }
}
