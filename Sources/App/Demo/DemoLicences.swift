import Cases
import Codes
import Government
import Identity
import Journal
import Licences
import Storage
import WorkingTime

/// Licences that people of the sample district have had for years, as the organs' own registers would hand them over.
extension Installation {
    func takeInLicences(at now: Instant) async throws {
        for sample in SampleLicence.all {
            guard let earlier = try await earlier(sample, on: now.day) else { continue }
            try await licences.takeIn(earlier, by: .system, at: now)
        }
    }

    private func earlier(_ sample: SampleLicence, on today: CivilDate) async throws -> EarlierLicence? {
        try await database.read { tx in
            guard let account = try Accounts.account(named: sample.account, on: today, in: tx),
                let holder = try sample.holder(of: account, in: tx)
            else { return nil }
            return EarlierLicence(
                typeCode: sample.typeCode, holder: holder, serial: sample.serial,
                issuedOn: CivilDate(iso: sample.issuedOn) ?? today, facts: sample.facts, accountID: account.id
            )
        }
    }
}

/// A licence of the sample district.
private struct SampleLicence: Sendable {
    let account: String
    let typeCode: String
    let serial: String
    let issuedOn: String
    let isOfEntity: Bool
    let facts: [IssuedDocument.Fact]

    func holder(of account: Account, in tx: Transaction) throws -> LicenceHolder? {
        guard isOfEntity else {
            let person = try account.personID.flatMap { try Directory.person($0, in: tx) }
            return person.map { LicenceHolder(kind: .person, name: $0.name, code: $0.identityNumber.text) }
        }
        let code = try account.entities.first.map { try CreditCode($0) }
        let entity = try code.flatMap { try Directory.entity($0, in: tx) }
        return entity.map { LicenceHolder(kind: .entity, name: $0.name, code: $0.creditCode.text) }
    }

    static let all = [
        SampleLicence(
            account: "zhangwei", typeCode: "11440000MB9E00026W003", serial: "20190002113",
            issuedOn: "2019-06-18",
            isOfEntity: false, facts: [.init("签发机关", "肇庆市公安局端州分局")]),
        SampleLicence(
            account: "liangxiuying", typeCode: "11440000MB9E00026W003", serial: "20150000417",
            issuedOn: "2015-03-02", isOfEntity: false, facts: [.init("签发机关", "肇庆市公安局端州分局")]),
        SampleLicence(
            account: "chenjing", typeCode: "11440000MB9E00114B001", serial: "20260000871",
            issuedOn: "2026-10-20", isOfEntity: true,
            facts: [.init("类型", "有限责任公司"), .init("法定代表人", "陈静"), .init("经营范围", "餐饮服务")]),
    ]
}
