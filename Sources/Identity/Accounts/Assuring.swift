import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// A clerk has somebody in front of them and compares the person with their identity card (当面核验).
public struct Assuring: Sendable {
    private let database: Database
    private let notice: SecurityNotice

    /// Over an installation's accounts.
    ///
    /// - Parameter notice: tells the account's owner.
    public init(database: Database, notice: @escaping SecurityNotice) {
        self.database = database
        self.notice = notice
    }

    /// How sure it is whose account a person's is; `nil` when they have none.
    public func level(ofPerson person: Int64) async throws -> Assurance? {
        try await database.read { tx in
            guard let account = try Accounts.accountID(ofPerson: person, in: tx) else { return nil }
            return try tx.row("SELECT assurance FROM account WHERE id = \(account)")?.value("assurance")
        }
    }

    /// Raises the level of a person's account to ``Assurance/present``.
    ///
    /// - Throws: `forbidden` for oneself and for anybody but a clerk, `conflict` when there is no account or it was done.
    public func confirm(person: Int64, by clerk: Account, _ actor: Actor, at now: Instant) async throws {
        guard clerk.may(.assurePersons) else { throw DomainError.forbidden("只有综合窗口可以当面核验身份。") }
        guard clerk.personID != person else { throw DomainError.forbidden("本人的身份请由另一位窗口人员核验。") }
        try await database.write { [notice] tx in
            guard let account = try Accounts.accountID(ofPerson: person, in: tx) else {
                throw DomainError.conflict("申请人还没有注册个人账号，不需要核验。")
            }
            let changed = try tx.execute(
                """
                UPDATE account SET assurance = \(Assurance.present)
                WHERE id = \(account) AND assurance <> \(Assurance.present)
                """)
            guard changed == 1 else { throw DomainError.conflict("申请人的身份已经当面核验过。") }
            let sentence: Sentence = "\(actor.name)在窗口当面核验了您的身份，可以网上办理须当面核验的事项。"
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "account.assured", subject: "account:\(account)",
                    sentence: sentence), in: tx)
            try notice(account, sentence, now, tx)
        }
    }
}
