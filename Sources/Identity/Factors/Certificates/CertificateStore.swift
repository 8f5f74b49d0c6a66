import Storage
import WorkingTime

/// The SQL of client certificates.
enum CertificateStore {
    static func certificates(of accountID: Int64, in transaction: Transaction) throws -> [BoundCertificate] {
        try transaction.rows(
            """
            SELECT id, account_id, subject, serial, issuer, created_at, last_used_at FROM client_certificate
            WHERE account_id = \(accountID) ORDER BY id LIMIT 100
            """
        ).compactMap(BoundCertificate.init(row:))
    }

    /// The account to which a certificate is bound; it is marked as used.
    static func use(_ certificate: ClientCertificate, at now: Instant, in transaction: Transaction) throws
        -> Int64?
    {
        try transaction.row(
            """
            UPDATE client_certificate SET last_used_at = \(now)
            WHERE issuer = \(certificate.issuer) AND serial = \(certificate.serial)
                AND subject = \(certificate.subject)
            RETURNING account_id
            """
        )?.id("account_id")
    }

    /// - Returns: whether it is new: a certificate is bound to one account.
    static func insert(
        _ certificate: ClientCertificate, of accountID: Int64, at now: Instant, in transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO client_certificate (id, account_id, subject, serial, issuer, created_at)
            VALUES (\(transaction.ids.next()), \(accountID), \(certificate.subject), \(certificate.serial),
                \(certificate.issuer), \(now))
            ON CONFLICT (issuer, serial, subject) DO NOTHING
            """) > 0
    }

    /// - Returns: whether the account had it.
    static func remove(_ id: Int64, of accountID: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "DELETE FROM client_certificate WHERE id = \(id) AND account_id = \(accountID)") > 0
    }

    static func removeAll(of accountID: Int64, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM client_certificate WHERE account_id = \(accountID)")
    }
}

extension BoundCertificate {
    fileprivate init?(row: Row) throws {
        guard
            let certificate = ClientCertificate(
                subject: try row.text("subject"), serial: try row.text("serial"),
                issuer: try row.text("issuer"))
        else { return nil }
        try self.init(
            id: row.id("id"), accountID: row.id("account_id"), certificate: certificate,
            createdAt: row.instant("created_at"), lastUsedAt: row.optionalInstant("last_used_at"))
    }
}
