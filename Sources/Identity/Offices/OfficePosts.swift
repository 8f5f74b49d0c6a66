import Government
import Refusals
import Storage
import WorkingTime

/// The SQL of which posts stand in which office.
enum OfficePosts {
    private static let most = 500

    /// How many posts stand in each office of an organ.
    static func counts(of organ: String, in tx: Transaction) throws -> [String: Int] {
        let rows = try tx.rows(
            """
            SELECT office, count(*) AS posts FROM account_post WHERE organ = \(organ) AND office IS NOT NULL
            GROUP BY office
            """)
        return try rows.reduce(into: [:]) { try $0[$1.text("office")] = $1.int("posts") }
    }

    /// How many posts stand in an office and are not over.
    static func count(in office: String, on day: CivilDate, _ tx: Transaction) throws -> Int {
        try tx.count(
            """
            SELECT count(*) FROM account_post
            WHERE office = \(office) AND (valid_until IS NULL OR valid_until >= \(day))
            """)
    }

    /// Who holds a post in an office.
    static func seats(in office: String, _ tx: Transaction) throws -> [HeldSeat] {
        try tx.rows(
            """
            SELECT p.account_id, a.name, a.display_name, a.disabled, p.organ, p.role, p.valid_from, p.valid_until
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE p.office = \(office) ORDER BY p.role, p.account_id LIMIT \(most)
            """
        ).map(HeldSeat.init)
    }

    static func move(from office: String, to heir: String?, in tx: Transaction) throws {
        try tx.execute("UPDATE account_post SET office = \(heir) WHERE office = \(office)")
    }

    /// - Throws: `invalid` for an office that is another organ's, or that is not open.
    static func require(_ office: String?, in organ: String, _ tx: Transaction) throws {
        guard let office else { return }
        try Offices.exclude(organ, in: tx)
        guard let found = try Directory.office(office, in: tx), found.organ == organ, found.isOpen else {
            throw DomainError.invalid("office", "这个科室不属于所选的部门，或者已经撤销，请重新选择。")
        }
    }
}

extension HeldSeat {
    init(_ row: Row) throws {
        self.init(
            accountID: try row.id("account_id"), login: try row.text("name"),
            name: try row.text("display_name"),
            post: Post(organ: try row.text("organ"), role: try row.value("role")),
            term: try PostTerm(from: row.optionalDay("valid_from"), until: row.optionalDay("valid_until")),
            isEnabled: try row.int("disabled") == 0)
    }
}
