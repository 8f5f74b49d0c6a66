import Codes
import Storage

extension Directory {
    /// The entity with this credit code, or `nil`.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func entity(_ creditCode: CreditCode, in transaction: Transaction) throws -> LegalEntity? {
        try transaction.row(
            "SELECT \(entityColumns) FROM legal_entity WHERE credit_code = \(creditCode.text)"
        ).map(LegalEntity.init(row:))
    }

    /// The entities a person represents by law, oldest first.
    public static func entities(
        representedBy person: Int64, in transaction: Transaction
    ) throws -> [LegalEntity] {
        try transaction.rows(
            """
            SELECT \(entityColumns) FROM legal_entity WHERE representative_id = \(person)
            ORDER BY registered_on, id
            """
        ).map(LegalEntity.init(row:))
    }

    /// The entities with these credit codes, as far as they are registered.
    static func entities(
        _ creditCodes: [CreditCode], in transaction: Transaction
    ) throws -> [CreditCode: LegalEntity] {
        let entities = try transaction.rows(
            "SELECT \(entityColumns) FROM legal_entity WHERE credit_code IN \(list: creditCodes.map(\.text))"
        ).map(LegalEntity.init(row:))
        return Dictionary(uniqueKeysWithValues: entities.map { ($0.creditCode, $0) })
    }

    /// Adds an entity, and leaves one whose credit code is already registered as it is; tells whether it was added.
    @discardableResult
    static func register(_ entity: LegalEntity, in transaction: Transaction) throws -> Bool {
        let added = try transaction.execute(
            """
            INSERT INTO legal_entity (\(entityColumns))
            VALUES (\(entity.id), \(entity.name), \(entity.creditCode.text), \(entity.kind),
                \(entity.legalRepresentative), \(entity.representativeID), \(entity.phone),
                \(entity.division.text), \(entity.address), \(entity.registeredOn), \(entity.scope))
            ON CONFLICT (credit_code) DO NOTHING
            """)
        return added > 0
    }

    private static var entityColumns: SQL {
        """
        id, name, credit_code, kind, legal_representative, representative_id, phone, division_code, \
        address, registered_on, scope
        """
    }
}

extension LegalEntity {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row.id("id"), name: row.text("name"), creditCode: CreditCode(row.text("credit_code")),
            kind: row.value("kind"), legalRepresentative: row.text("legal_representative"),
            representativeID: row.optionalID("representative_id"),
            phone: row.text("phone"), division: DivisionCode(row.text("division_code")),
            address: row.text("address"), registeredOn: row.day("registered_on"), scope: row.text("scope"))
    }
}
