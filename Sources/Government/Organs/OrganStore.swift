import Codes
import Storage

extension Directory {
    /// All organs that exist now, in the order of the district's list.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func organs(in transaction: Transaction) throws -> [Organ] {
        try transaction.ask(livingOrgans)
    }

    /// The same as a question, to be asked with others.
    public static var livingOrgans: Question<[Organ]> {
        Question("SELECT \(organColumns) FROM organ WHERE valid_until IS NULL ORDER BY position, key") {
            try $0.map(Organ.init(row:))
        }
    }

    /// Every organ there is or ever was, in the order of the district's list: what names in histories need.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func everyOrgan(in transaction: Transaction) throws -> [Organ] {
        try transaction.rows("SELECT \(organColumns) FROM organ ORDER BY position, key")
            .map(Organ.init(row:))
    }

    /// The organ with this key, also one that has vanished, or `nil`.
    public static func organ(_ key: String, in transaction: Transaction) throws -> Organ? {
        try transaction.ask(organ(key))
    }

    /// The same as a question, to be asked with others.
    public static func organ(_ key: String) -> Question<Organ?> {
        Question("SELECT \(organColumns) FROM organ WHERE key = \(key)") {
            try $0.first.map(Organ.init(row:))
        }
    }

    /// What a case begins with: the organs with these keys, the hall, and every one that is gone, for successors.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func organs(named keys: Set<String>, in transaction: Transaction) throws -> [Organ] {
        try transaction.rows(
            """
            SELECT \(organColumns) FROM organ
            WHERE key IN \(list: keys.sorted()) OR kind = \(Organ.Kind.hall) OR valid_until IS NOT NULL
            """
        ).map(Organ.init(row:))
    }

    /// The names of the organs with these keys, also of those that have vanished.
    public static func names(of keys: Set<String>, in transaction: Transaction) throws -> [String: String] {
        guard !keys.isEmpty else { return [:] }
        let rows = try transaction.rows("SELECT key, name FROM organ WHERE key IN \(list: keys.sorted())")
        return try Dictionary(rows.map { (try $0.text("key"), try $0.text("name")) }) { first, _ in first }
    }

    /// The key of the street office that serves a division: the street itself or a community in it.
    ///
    /// The first nine digits of a community's code are its street's (GB/T 10114). `nil` for a division
    /// above the streets and for one outside the district.
    public static func streetOrgan(
        forDivision code: DivisionCode, in transaction: Transaction
    ) throws -> String? {
        let street = String(code.text.prefix(9))
        return try transaction.row("SELECT key FROM organ WHERE division_code = \(street)")?.text("key")
    }

    /// Adds an organ, and leaves one that is already registered as it is.
    static func register(_ organ: Organ, position: Int, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO organ (\(organColumns), position)
            VALUES (\(organ.key), \(organ.name), \(organ.fullName), \(organ.code.text), \(organ.kind),
                \(organ.divisionCode?.text), \(organ.phone), \(organ.address), \(organ.validFrom),
                \(organ.validUntil), \(organ.successor), \(position))
            ON CONFLICT (key) DO NOTHING
            """)
    }

    private static var organColumns: SQL {
        """
        key, name, full_name, credit_code, kind, division_code, phone, address, valid_from, valid_until, successor
        """
    }
}

extension Organ {
    fileprivate init(row: Row) throws {
        try self.init(
            key: row.text("key"), name: row.text("name"), fullName: row.text("full_name"),
            code: CreditCode(row.text("credit_code")),
            kind: row.value("kind"),
            divisionCode: row.optionalText("division_code").map { text in try DivisionCode(text) },
            phone: row.text("phone"), address: row.text("address"), validFrom: row.optionalDay("valid_from"),
            validUntil: row.optionalDay("valid_until"), successor: row.optionalText("successor"))
    }
}
