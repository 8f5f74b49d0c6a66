public import Storage
public import WorkingTime

/// A licence that somebody holds who applied for it here.
public struct LicenceHolding: Sendable, Hashable {
    /// The account that applied.
    public let accountID: Int64
    /// The type of the licence.
    public let type: String
    /// Since when.
    public let issuedAt: Instant
    /// The last day; nil for one without end.
    public let validUntil: CivilDate?

    /// Whether it held at this moment, as far as its dates say.
    public func held(at moment: Instant) -> Bool {
        issuedAt <= moment && (validUntil.map { moment.day <= $0 } ?? true)
    }
}

extension Licences {
    /// The licences in force that came of the applications of some accounts.
    public static func holdings(of accounts: [Int64], in tx: Transaction) throws -> [LicenceHolding] {
        guard !accounts.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT c.applicant_account, l.type_code, l.issued_at, l.valid_until FROM service_case c
            JOIN case_document d ON d.case_id = c.id AND d.kind = 'licence'
            JOIN licence l ON l.document_id = d.id
            WHERE c.applicant_account IN \(list: accounts) AND l.state = 'valid'
            """
        ).map { row in
            LicenceHolding(
                accountID: try row.id("applicant_account"), type: try row.text("type_code"),
                issuedAt: try row.instant("issued_at"), validUntil: try row.optionalDay("valid_until"))
        }
    }

    /// Those of some files that are copies of licences, put there in the place of uploads.
    public static func copies(among files: [Int64], in tx: Transaction) throws -> Set<Int64> {
        guard !files.isEmpty else { return [] }
        return try Set(
            tx.rows("SELECT file_id FROM licence_use WHERE file_id IN \(list: files)").map {
                try $0.id("file_id")
            })
    }
}
