import Cases
import Codes
import Government
import Identity
import Refusals
import Services
import Storage

/// Finds in whose name somebody may file: their own, an enterprise they act for, or — at the counter — the
/// person in front of them.
public struct Applicants: Sendable {
    let directory: Directory
    let database: Database

    /// Applicants known to this directory.
    public init(directory: Directory, database: Database) {
        self.directory = directory
        self.database = database
    }

    /// Whether it is sure enough whose account this is; at the counter the clerk sees who is there.
    ///
    /// - Throws: `forbidden` when somebody must first have shown their identity card at the counter.
    func admit(_ account: Account, to item: ServiceItem) throws {
        guard !account.isStaff, let needed = item.assurance, account.assurance < needed else { return }
        throw DomainError.forbidden("网上办理“\(item.name)”须先当面核验身份。请本人带身份证到政务服务大厅综合窗口核验一次，或者直接在窗口办理。")
    }

    /// The applicant an account files for when it names nobody: its enterprise where the service is for
    /// enterprises, else itself.
    public func own(of account: Account, for item: ServiceItem) async throws -> Applicant {
        if item.audiences.contains(.enterprise), let code = account.entities(for: item.slug).first {
            return try await entity(code, agent: account)
        }
        return try await person(of: account)
    }

    /// The applicant somebody names by identity number or credit code.
    ///
    /// - Parameter item: what is applied for; nil at the counter, where that is asked later.
    /// - Throws: `forbidden` when the account does not act for them in that; a clerk may file for anyone known to the
    ///   directory, `notFound` when the directory does not know them.
    func named(_ code: String, by account: Account, for item: ServiceItem?) async throws -> Applicant {
        if account.entities(for: item?.slug ?? "").contains(code) {
            return try await entity(code, agent: account)
        }
        if !account.isStaff {
            let own = try await person(of: account)
            return own.code == code ? own : try await relative(code, by: account, for: item)
        }
        guard account.may(.fileAtCounter) else {
            throw DomainError.forbidden("只有综合窗口可以代他人提交申请。")
        }
        return try await atTheCounter(code)
    }

    private func person(of account: Account) async throws -> Applicant {
        guard let id = account.personID, let person = try await directory.person(id) else {
            throw DomainError.forbidden("您的账号没有实名信息，不能以个人名义申请。代群众办理请使用窗口代办。")
        }
        return Applicant(
            kind: .person, name: person.name, code: person.identityNumber.text, personID: person.id,
            accountID: account.id, phone: person.phone)
    }

    private func entity(_ code: String, agent: Account?) async throws -> Applicant {
        guard let known = try? CreditCode(code), let entity = try await directory.entity(known) else {
            throw DomainError.notFound("目录中没有这个统一社会信用代码的单位，请核对。")
        }
        return Applicant(
            kind: .entity, name: entity.name, code: entity.creditCode.text, accountID: agent?.id,
            agentName: agent?.displayName, phone: entity.phone)
    }

    /// Whoever stands at the counter. A person's own account, where there is one, gets the notices and may
    /// go on with the case at home.
    private func atTheCounter(_ code: String) async throws -> Applicant {
        guard let number = try? IdentityNumber(code) else { return try await entity(code, agent: nil) }
        return try await database.read { tx in
            guard let person = try Directory.person(identityNumber: number, in: tx) else {
                throw DomainError.notFound("人口库中没有这个身份证号码，请核对。")
            }
            return Applicant(
                kind: .person, name: person.name, code: number.text, personID: person.id,
                accountID: try Accounts.accountID(ofPerson: person.id, in: tx), phone: person.phone)
        }
    }
}
