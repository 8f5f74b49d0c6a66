import Codes
import Refusals
import Storage
import WorkingTime

extension AccountStore {
    static func exists(_ name: String, in transaction: Transaction) throws -> Bool {
        try transaction.count("SELECT count(*) FROM account WHERE name = \(name)") > 0
    }

    /// - Throws: `DomainError.invalid` for a name no one could type, `DomainError.conflict` for one in use.
    static func insert(
        _ account: NewAccount, passwordHash: String, at now: Instant, in transaction: Transaction
    ) throws -> Int64 {
        guard LoginName(account.name).text == account.name else { throw unusableName }
        try requireFree(LoginName(account.name), in: transaction)
        let id = transaction.ids.next()
        let secret = try account.totpSecret.map {
            try SealedTable.accounts.seal($0, "totp_secret", row: id, in: transaction)
        }
        try transaction.execute(
            """
            INSERT INTO account (id, name, display_name, password_hash, totp_secret, totp_last_step,
                person_id, assurance, created_at, disabled)
            VALUES (\(id), \(account.name), \(account.displayName), \(passwordHash), \(secret),
                0, \(account.personID), \(account.assurance), \(now), 0)
            """)
        try insertRelations(of: account, id: id, from: now.day, in: transaction)
        return id
    }

    /// - Throws: `DomainError.invalid` for a name no one could type, `DomainError.conflict` for one in use.
    static func requireFree(_ name: LoginName, in transaction: Transaction) throws {
        guard name.isPossible else { throw unusableName }
        guard try !exists(name.text, in: transaction) else {
            throw DomainError.conflict("账号 \(name.text) 已有人使用，请换一个。")
        }
    }

    private static var unusableName: DomainError {
        .invalid("account", "账号只能用小写字母、数字和 . _ -，最多 64 个字符。")
    }

    private static func insertRelations(
        of account: NewAccount, id: Int64, from day: CivilDate, in transaction: Transaction
    ) throws {
        for post in account.posts {
            try transaction.execute(
                """
                INSERT INTO account_post (account_id, organ, role, office)
                VALUES (\(id), \(post.organ), \(post.role), \(account.offices[post]))
                """)
        }
        for entity in account.entities {
            try transaction.execute(
                """
                INSERT INTO agency (account_id, entity_code, valid_from, valid_until)
                VALUES (\(id), \(entity.text), \(day), NULL)
                """)
        }
    }
}
