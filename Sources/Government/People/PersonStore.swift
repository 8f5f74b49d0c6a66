import Codes
import Cryptography
import Storage

extension Directory {
    /// The columns of persons that are kept sealed, and the one by which an identity number is found.
    static let sealedPersons = SealedTable(
        "person", columns: ["identity_number", "phone", "address"], searching: "identity_number",
        by: "identity_index", form: .code)

    /// The person with this id, or `nil`.
    /// - Throws: `StorageError` when the database cannot be read, `CryptographyError` when the row cannot be opened.
    public static func person(_ id: Int64, in transaction: Transaction) throws -> Person? {
        try transaction.row("SELECT \(personColumns) FROM person WHERE id = \(id)")
            .map { try Person(row: $0, in: transaction) }
    }

    /// The person with this identity number, or `nil`.
    public static func person(
        identityNumber: IdentityNumber, in transaction: Transaction
    ) throws -> Person? {
        let number = identityNumber.text
        let sealed = try sealedPersons.condition(finding: number, in: transaction)
        let found = try transaction.rows(
            of: "SELECT \(personColumns) FROM person WHERE \(sealed)",
            // As it stands in a row that nobody has sealed yet.
            "SELECT \(personColumns) FROM person WHERE identity_number = \(number)")
        return try found.joined().first.map { try Person(row: $0, in: transaction) }
    }

    /// Adds a person, and leaves one whose identity number is already registered as it is.
    static func register(_ person: Person, in transaction: Transaction) throws {
        let number = person.identityNumber.text
        guard try self.person(identityNumber: person.identityNumber, in: transaction) == nil else { return }
        let code = try sealedPersons.code(number, in: transaction)
        let unique: SQL = code == nil ? "identity_number" : "identity_index"
        func sealed(_ text: String, _ column: StaticString) throws -> String {
            try sealedPersons.seal(text, column, row: person.id, in: transaction)
        }
        try transaction.execute(
            """
            INSERT INTO person (\(personColumns), identity_index)
            VALUES (\(person.id), \(person.name), \(sealed(number, "identity_number")),
                \(sealed(person.phone, "phone")), \(person.division.text),
                \(sealed(person.address, "address")), \(code))
            ON CONFLICT (\(unique)) DO NOTHING
            """)
    }

    private static var personColumns: SQL { "id, name, identity_number, phone, division_code, address" }
}

extension Person {
    fileprivate init(row: Row, in transaction: Transaction) throws {
        func opened(_ column: StaticString) throws -> String {
            try Directory.sealedPersons.open(column, of: row, in: transaction)
        }
        try self.init(
            id: row.id("id"), name: row.text("name"),
            identityNumber: IdentityNumber(opened("identity_number")),
            phone: opened("phone"), division: DivisionCode(row.text("division_code")),
            address: opened("address"))
    }
}
