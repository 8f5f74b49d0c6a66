import Storage
import WorkingTime

/// The SQL of offices.
extension Directory {
    /// The offices an organ has and had, in their order.
    /// - Throws: `StorageError` when the database cannot be read, as does every read here.
    public static func offices(of organ: String, in transaction: Transaction) throws -> [OrganOffice] {
        try offices(
            transaction.rows(of: [
                "SELECT * FROM organ_office WHERE organ = \(organ) ORDER BY position",
                """
                SELECT n.office, n.valid_until, n.name FROM organ_office o JOIN organ_office_name n ON n.office = o.key
                WHERE o.organ = \(organ) ORDER BY n.office, n.valid_until
                """,
            ]))
    }

    /// Every office there is or ever was, by organ.
    public static func everyOffice(in transaction: Transaction) throws -> [OrganOffice] {
        try offices(
            transaction.rows(of: [
                "SELECT * FROM organ_office ORDER BY organ, position",
                "SELECT office, valid_until, name FROM organ_office_name ORDER BY office, valid_until",
            ]))
    }

    /// The office with this key, also one that is closed, or `nil`.
    public static func office(_ key: String, in transaction: Transaction) throws -> OrganOffice? {
        try offices(
            transaction.rows(of: [
                "SELECT * FROM organ_office WHERE key = \(key)",
                "SELECT office, valid_until, name FROM organ_office_name WHERE office = \(key) ORDER BY valid_until",
            ])
        ).first
    }

    /// Adds an office, and leaves one that is already registered as it is.
    /// - Throws: `StorageError`.
    public static func register(_ office: OrganOffice, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO organ_office (key, organ, name, position, valid_from, valid_until)
            VALUES (\(office.key), \(office.organ), \(office.name), \(office.position), \(office.validFrom),
                \(office.validUntil))
            ON CONFLICT (key) DO NOTHING
            """)
    }

    /// Writes down what has become of an office: its name, the names it gave up and its end.
    /// - Throws: `StorageError`.
    public static func update(_ office: OrganOffice, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE organ_office SET name = \(office.name), valid_until = \(office.validUntil)
            WHERE key = \(office.key)
            """)
        for earlier in office.earlierNames {
            try transaction.execute(
                """
                INSERT INTO organ_office_name (office, valid_until, name)
                VALUES (\(office.key), \(earlier.validUntil), \(earlier.name))
                ON CONFLICT (office, valid_until) DO NOTHING
                """)
        }
    }

    /// The offices of an organ that ends, end with it.
    static func endOffices(of organ: String, on last: CivilDate, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE organ_office SET valid_until = CASE WHEN valid_from > \(last) THEN valid_from ELSE \(last) END
            WHERE organ = \(organ) AND (valid_until IS NULL OR valid_until > \(last))
            """)
    }

    /// Rows of offices, and of the names they gave up.
    private static func offices(_ answers: [[Row]]) throws -> [OrganOffice] {
        let earlier = try Dictionary(grouping: answers[1]) { try $0.text("office") }
        return try answers[0].map { row in
            try OrganOffice(
                organ: row.text("organ"), position: row.int("position"), name: row.text("name"),
                validFrom: row.optionalDay("valid_from"), validUntil: row.optionalDay("valid_until"),
                earlierNames: earlier[row.text("key"), default: []].map {
                    OrganOffice.EarlierName(validUntil: try $0.day("valid_until"), name: try $0.text("name"))
                })
        }
    }
}
