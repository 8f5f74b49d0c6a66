import Refusals
import Storage
import WorkingTime

/// The SQL of scanners. A hall has few, and what was revoked stays to be seen.
enum ScannerStore {
    static let most = 200

    static func insert(_ scanner: WindowScanner, _ token: ScannerToken, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_scanner (id, window_id, name, token_digest, issued_by, issued_at)
            VALUES (\(scanner.id), \(scanner.windowID), \(scanner.name), \(token.digest), \(scanner.issuedBy),
                \(scanner.issuedAt))
            """)
    }

    static func save(_ scanner: WindowScanner, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE hall_scanner SET revoked_at = \(scanner.revokedAt) WHERE id = \(scanner.id)")
    }

    /// The scanner that has this token and may use it.
    static func find(_ token: ScannerToken, in tx: Transaction) throws -> WindowScanner? {
        try tx.row(
            "SELECT * FROM hall_scanner WHERE token_digest = \(token.digest) AND revoked_at IS NULL"
        ).map(WindowScanner.init)
    }

    /// The scanners of a hall, the newest first.
    static func scanners(in hall: Int64, _ tx: Transaction) throws -> [WindowScanner] {
        try tx.rows(
            """
            SELECT s.* FROM hall_window w JOIN hall_scanner s ON s.window_id = w.id
            WHERE w.hall_id = \(hall) ORDER BY s.id DESC LIMIT \(most)
            """
        ).map(WindowScanner.init)
    }

    /// The scanner, held until the end of the transaction.
    ///
    /// - Throws: `notFound` for an id that is none, or of another hall.
    static func locked(_ id: Int64, of hall: Int64, in tx: Transaction) throws -> WindowScanner {
        try tx.lock("hall_scanner", id: id)
        let row = try tx.row(
            """
            SELECT s.* FROM hall_scanner s JOIN hall_window w ON w.id = s.window_id
            WHERE s.id = \(id) AND w.hall_id = \(hall)
            """)
        guard let row else { throw DomainError.notFound("没有这个扫描设备。") }
        return try WindowScanner(row)
    }
}

extension WindowScanner {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), windowID: try row.id("window_id"), name: try row.text("name"),
            issuedBy: try row.text("issued_by"), issuedAt: try row.instant("issued_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }
}
