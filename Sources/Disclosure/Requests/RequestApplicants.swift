import Cases
import Codes
import Government
import Identity
import Refusals
import Storage

/// In whose name a request is filed.
extension Requests {
    /// Oneself, or an enterprise one acts for.
    ///
    /// - Throws: `forbidden` for an account without a registered person, or for somebody else's enterprise.
    func applicant(_ code: String?, for account: Account) async throws -> Applicant {
        if let code, !code.isEmpty, code != "self" {
            guard account.entities(for: RequestPlan.process).contains(code) else {
                throw DomainError.forbidden("您没有为该单位申请的授权。")
            }
            return try await entity(code, agent: account)
        }
        guard let id = account.personID, let person = try await directory.person(id) else {
            throw DomainError.forbidden("您的账号没有实名信息，不能以个人名义申请。请到窗口当面提交。")
        }
        return Applicant(
            kind: .person, name: person.name, code: person.identityNumber.text, personID: person.id,
            accountID: account.id, phone: person.phone)
    }

    /// Whoever stands at the counter or has written, by the number on the proof of identity they gave (art. 29).
    ///
    /// - Throws: `invalid` for a number that is wrong or not known.
    func applicant(atTheCounter code: String) async throws -> Applicant {
        if let number = try? IdentityNumber(code) {
            return try await database.read { tx in
                guard let person = try Directory.person(identityNumber: number, in: tx) else {
                    throw DomainError.invalid("code", "人口库中没有这个身份证号码，请核对。")
                }
                return Applicant(
                    kind: .person, name: person.name, code: number.text, personID: person.id,
                    accountID: try Accounts.accountID(ofPerson: person.id, in: tx), phone: person.phone)
            }
        }
        guard (try? CreditCode(code)) != nil else {
            throw DomainError.invalid("code", "号码不对，请核对 18 位的身份证号码或者统一社会信用代码。")
        }
        return try await entity(code, agent: nil)
    }

    private func entity(_ code: String, agent: Account?) async throws -> Applicant {
        guard let known = try? CreditCode(code), let entity = try await directory.entity(known) else {
            throw DomainError.invalid("code", "目录中没有这个统一社会信用代码的单位，请核对。")
        }
        return Applicant(
            kind: .entity, name: entity.name, code: entity.creditCode.text, accountID: agent?.id,
            agentName: agent?.displayName, phone: entity.phone)
    }
}
