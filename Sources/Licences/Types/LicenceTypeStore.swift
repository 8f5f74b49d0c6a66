import Cases
import Storage
import WorkingTime

/// The SQL of types. There are a few hundred of them.
enum LicenceTypeStore {
    /// The newest version of each that counts on a day, by code.
    static func inForce(on day: CivilDate, in tx: Transaction) throws -> [LicenceType] {
        let rows = try tx.rows(
            "SELECT * FROM licence_type WHERE since <= \(day) ORDER BY code, version LIMIT 5000")
        let types = try rows.map(LicenceType.init)
        return Dictionary(types.map { ($0.code, $0) }) { _, later in later }.values.sorted {
            $0.code < $1.code
        }
    }

    /// Those of some codes, by code.
    static func inForce(
        _ codes: [String], on day: CivilDate, in tx: Transaction
    ) throws -> [String: LicenceType] {
        let rows = try tx.rows(
            """
            SELECT * FROM licence_type WHERE code IN \(list: codes) AND since <= \(day)
            ORDER BY code, version LIMIT 1000
            """)
        return Dictionary(try rows.map(LicenceType.init).map { ($0.code, $0) }) { _, later in later }
    }

    /// Every version of a type, the newest first.
    static func versions(of code: String, in tx: Transaction) throws -> [LicenceType] {
        try tx.rows("SELECT * FROM licence_type WHERE code = \(code) ORDER BY version DESC LIMIT 100")
            .map(LicenceType.init)
    }

    static func insert(_ type: LicenceType, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO licence_type (id, code, version, name, organ, validity, fields, since, edited_by,
                edited_by_name, edited_at)
            VALUES (\(tx.ids.next()), \(type.code), \(type.version), \(type.name), \(type.organ),
                \(try encodeJSON(type.validity)), \(try encodeJSON(type.fields)), \(type.since),
                \(type.editedBy.accountID), \(type.editedBy.name), \(type.editedAt))
            """)
    }
}

extension LicenceType {
    init(_ row: Row) throws {
        self.init(
            code: try row.text("code"), version: try row.int("version"), name: try row.text("name"),
            organ: try row.text("organ"), validity: try row.json("validity"), fields: try row.json("fields"),
            since: try row.day("since"),
            editedBy: Signatory(accountID: try row.id("edited_by"), name: try row.text("edited_by_name")),
            editedAt: try row.instant("edited_at"))
    }
}
