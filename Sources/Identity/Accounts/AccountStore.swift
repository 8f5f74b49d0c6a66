import Codes
import Refusals
import Storage
import WorkingTime

/// The SQL of accounts.
enum AccountStore {
    /// The account with this id as of a day, or `nil` when there is none or it is disabled.
    static func account(_ id: Int64, on day: CivilDate, in transaction: Transaction) throws -> Account? {
        let grants = try GrantStore.grants(on: day, in: transaction)
        return try account(transaction.rows(of: queries("\(id)", on: day)), grants)
    }

    /// The same with what it must do before anything else.
    static func standing(_ id: Int64, on day: CivilDate, in transaction: Transaction) throws
        -> (Account, Standing)?
    {
        let answers = try transaction.rows(of: queries("\(id)", on: day))
        let grants = try GrantStore.grants(on: day, in: transaction)
        guard let account = try account(answers, grants), let row = answers[0].first else { return nil }
        return (account, try Standing(row: row))
    }

    /// What is asked about the account with an id, which may be a subquery.
    static func queries(_ id: SQL, on day: CivilDate) -> [SQL] {
        [
            """
            SELECT id, name, display_name, person_id, assurance,
                CASE WHEN temporary_until IS NULL THEN 0 ELSE 1 END AS has_temporary_password,
                CASE WHEN totp_secret IS NOT NULL
                    OR EXISTS (SELECT 1 FROM passkey WHERE passkey.account_id = account.id)
                    OR EXISTS (SELECT 1 FROM client_certificate WHERE client_certificate.account_id = account.id)
                    THEN 1 ELSE 0 END AS has_second_factor
            FROM account WHERE id = \(id) AND disabled = 0
            """,
            """
            SELECT organ, role, NULL AS away, office,
                (SELECT name FROM organ WHERE key = account_post.organ) AS organ_name
            FROM account_post WHERE account_id = \(id) AND \(valid("", on: day))
            UNION ALL
            SELECT p.organ, p.role, a.display_name, p.office, (SELECT name FROM organ WHERE key = p.organ)
            FROM \(lent(on: day)) JOIN account a ON a.id = d.from_account AND d.to_account = \(id)
            ORDER BY organ, role
            """,
            """
            SELECT entity_code, NULL AS services, NULL AS basis FROM agency
            WHERE account_id = \(id) AND valid_from <= \(day)
                AND (valid_until IS NULL OR valid_until >= \(day))
            UNION
            SELECT e.credit_code, NULL, NULL FROM account a JOIN legal_entity e ON e.representative_id = a.person_id
            WHERE a.id = \(id)
            UNION
            SELECT entity_code, services, NULL FROM mandate
            WHERE account_id = \(id) AND ended_at IS NULL AND valid_from <= \(day) AND valid_until >= \(day)
            UNION
            \(PersonalMandateStore.principals(of: id, on: day))
            ORDER BY entity_code
            """,
        ]
    }

    /// Whether a post is held on a day.
    static func valid(_ table: SQL, on day: CivilDate) -> SQL {
        """
        (\(table)valid_from IS NULL OR \(table)valid_from <= \(day))
            AND (\(table)valid_until IS NULL OR \(table)valid_until >= \(day))
        """
    }

    /// Who holds which role in an organ on a day, deputies too.
    static func holders(of organs: [String], on day: CivilDate) -> SQL {
        """
        SELECT account_id, organ, role FROM account_post WHERE organ IN \(list: organs) AND \(valid("", on: day))
        UNION
        SELECT d.to_account, d.organ, p.role FROM \(lent(on: day)) AND d.organ IN \(list: organs)
        """
    }

    /// The deputies `d` of a day, with the posts `p` that are lent to them: any but those of the three administrators.
    private static func lent(on day: CivilDate) -> SQL {
        """
        post_delegation d JOIN account_post p ON p.account_id = d.from_account AND p.organ = d.organ
            AND d.ended_at IS NULL AND d.valid_from <= \(day) AND d.valid_until >= \(day)
            AND \(valid("p.", on: day)) AND p.role NOT IN \(list: Role.administrators.map(\.rawValue).sorted())
        """
    }

    /// The account in the answers to these queries, in their order.
    static func account(_ answers: [[Row]], _ grants: Grants) throws -> Account? {
        guard answers.count == 3, let row = answers[0].first else { return nil }
        let posts = try posts(answers[1])
        let entities = try entities(answers[2].filter { try !RepresentedPerson.isOne($0) })
        return try Account(
            id: row.id("id"), name: row.text("name"), displayName: row.text("display_name"),
            personID: row.optionalID("person_id"),
            posts: posts.own + posts.lent.keys.sorted(),
            entities: entities.whole, mandates: entities.limited, lent: posts.lent,
            assurance: row.value("assurance"), principals: answers[2].compactMap(RepresentedPerson.init),
            grants: grants, offices: offices(answers[1], own: Set(posts.own)))
    }

    /// What the organ of the first post is called, in the answers to these queries; nil without a post.
    static func organName(of account: Account, in answers: [[Row]]) throws -> String? {
        guard let organ = account.posts.first?.organ else { return nil }
        return try answers[1].first { try $0.text("organ") == organ }?.optionalText("organ_name")
    }

    /// Of a post that is held and lent as well, where the own one stands.
    private static func offices(_ rows: [Row], own: Set<Post>) throws -> [Post: String] {
        try rows.reduce(into: [:]) { offices, row in
            let post = Post(organ: try row.text("organ"), role: try row.value("role"))
            guard try row.optionalText("away") == nil || !own.contains(post) else { return }
            if let office = try row.optionalText("office") { offices[post] = office }
        }
    }

    private static func posts(_ rows: [Row]) throws -> (own: [Post], lent: [Post: String]) {
        let held = try rows.map { row in
            (Post(organ: try row.text("organ"), role: try row.value("role")), try row.optionalText("away"))
        }
        let own = held.filter { $0.1 == nil }.map(\.0)
        let lent = held.filter { !own.contains($0.0) }.map { ($0.0, $0.1 ?? "") }
        return (own, Dictionary(lent) { first, _ in first })
    }

    private static func entities(_ rows: [Row]) throws -> (whole: [String], limited: [String: Set<String>]) {
        var limited: [String: Set<String>] = [:]
        var whole: [String] = []
        for row in rows {
            let code = try row.text("entity_code")
            if let services: Set<String> = try row.optionalJSON("services") {
                limited[code, default: []].formUnion(services)
            } else if whole.last != code {
                whole.append(code)
            }
        }
        return (whole, limited.filter { !whole.contains($0.key) })
    }
}
