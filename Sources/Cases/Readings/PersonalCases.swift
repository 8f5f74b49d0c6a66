import Identity
import Storage

extension Cases {
    /// The numbers of a person's own cases, the newest first, at most so many: what they filed or what was filed in
    /// their name, not what their enterprises did otherwise (个人信息保护法 art. 4 protects natural persons), nor what they filed
    /// for one whose agent they are no longer.
    public static func personalNumbers(of account: Account, limit: Int, in tx: Transaction) throws -> [String]
    {
        let parties =
            [Party.account(account.id)] + (account.personID.map { [Party.person($0)] } ?? [])
        let rows = try tx.rows(
            """
            SELECT number FROM service_case WHERE id IN (
                SELECT case_id FROM case_party WHERE party IN \(list: parties)
                    AND \(account.viewer.stillActs(in: "case_party.case_id"))
                ORDER BY case_id DESC LIMIT \(limit))
            ORDER BY id DESC
            """)
        return try rows.map { try $0.text("number") }
    }
}

extension Cases {
    /// The organ in charge of a case; nil when there is no such case.
    public static func organ(of number: String, in tx: Transaction) throws -> String? {
        try tx.row("SELECT organ FROM service_case WHERE number = \(number)")?.text("organ")
    }
}
