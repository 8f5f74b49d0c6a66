import Codes
import Refusals
import Storage
import WorkingTime

/// The SQL of accounts.
enum AccountStore {
    /// The account with this id as of a day, or `nil` when there is none or it is disabled.
    static func account(_ id: Int64, on day: CivilDate, in transaction: Transaction) throws -> Account? {
        try account(transaction.rows(of: queries("\(id)", on: day)))
    }

    /// The same with what it must do before anything else.
    static func standing(_ id: Int64, on day: CivilDate, in transaction: Transaction) throws
        -> (Account, Standing)?
    {
        let answers = try transaction.rows(of: queries("\(id)", on: day))
        guard let account = try account(answers), let row = answers[0].first else { return nil }
        return (account, try Standing(row: row))
    }

    /// What is asked about the account with an id, which may be a subquery.
    static func queries(_ id: SQL, on day: CivilDate) -> [SQL] {
        [
            """
            SELECT id, name, display_name, person_id,
                CASE WHEN temporary_until IS NULL THEN 0 ELSE 1 END AS has_temporary_password,
                CASE WHEN totp_secret IS NOT NULL
                    OR EXISTS (SELECT 1 FROM passkey WHERE passkey.account_id = account.id)
                    OR EXISTS (SELECT 1 FROM client_certificate WHERE client_certificate.account_id = account.id)
                    THEN 1 ELSE 0 END AS has_second_factor
            FROM account WHERE id = \(id) AND disabled = 0
            """,
            "SELECT organ, role FROM account_post WHERE account_id = \(id) ORDER BY organ, role",
            """
            SELECT entity_code FROM agency
            WHERE account_id = \(id) AND valid_from <= \(day)
                AND (valid_until IS NULL OR valid_until >= \(day))
            ORDER BY entity_code
            """,
        ]
    }

    /// The account in the answers to these queries, in their order.
    static func account(_ answers: [[Row]]) throws -> Account? {
        guard answers.count == 3, let row = answers[0].first else { return nil }
        return try Account(
            id: row.id("id"), name: row.text("name"), displayName: row.text("display_name"),
            personID: row.optionalID("person_id"),
            posts: answers[1].map { try Post(organ: $0.text("organ"), role: $0.value("role")) },
            entities: answers[2].map { try $0.text("entity_code") })
    }

    static func exists(_ name: String, in transaction: Transaction) throws -> Bool {
        try transaction.count("SELECT count(*) FROM account WHERE name = \(name)") > 0
    }

    /// - Throws: `DomainError.invalid` for a name no one could type, `DomainError.conflict` for one in use.
    static func insert(
        _ account: NewAccount, passwordHash: String, at now: Instant, in transaction: Transaction
    ) throws -> Int64 {
        guard LoginName(account.name).isPossible, LoginName(account.name).text == account.name else {
            throw DomainError.invalid("account", "账号只能用小写字母、数字和 . _ -，最多 64 个字符。")
        }
        guard try !exists(account.name, in: transaction) else {
            throw DomainError.conflict("账号 \(account.name) 已有人使用，请换一个。")
        }
        let id = transaction.ids.next()
        try transaction.execute(
            """
            INSERT INTO account (id, name, display_name, password_hash, totp_secret, totp_last_step,
                person_id, created_at, disabled)
            VALUES (\(id), \(account.name), \(account.displayName), \(passwordHash), \(account.totpSecret),
                0, \(account.personID), \(now), 0)
            """)
        try insertRelations(of: account, id: id, from: now.day, in: transaction)
        return id
    }

    private static func insertRelations(
        of account: NewAccount, id: Int64, from day: CivilDate, in transaction: Transaction
    ) throws {
        for post in account.posts {
            try transaction.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(id), \(post.organ), \(post.role))"
            )
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
