import Codes
import Storage

extension Directory {
    /// The person with this id, or `nil`.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func person(_ id: Int64, in transaction: Transaction) throws -> Person? {
        try transaction.row("SELECT \(personColumns) FROM person WHERE id = \(id)")
            .map(Person.init(row:))
    }

    /// The person with this identity number, or `nil`.
    public static func person(
        identityNumber: IdentityNumber, in transaction: Transaction
    ) throws -> Person? {
        try transaction.row(
            "SELECT \(personColumns) FROM person WHERE identity_number = \(identityNumber.text)"
        ).map(Person.init(row:))
    }

    /// Adds a person, and leaves one whose identity number is already registered as it is.
    static func register(_ person: Person, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO person (\(personColumns))
            VALUES (\(person.id), \(person.name), \(person.identityNumber.text), \(person.phone),
                \(person.division.text), \(person.address))
            ON CONFLICT (identity_number) DO NOTHING
            """)
    }

    private static var personColumns: SQL { "id, name, identity_number, phone, division_code, address" }
}

extension Person {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row.id("id"), name: row.text("name"),
            identityNumber: IdentityNumber(row.text("identity_number")), phone: row.text("phone"),
            division: DivisionCode(row.text("division_code")), address: row.text("address"))
    }
}
