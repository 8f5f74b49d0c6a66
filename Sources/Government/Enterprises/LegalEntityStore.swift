import Codes
import Storage

extension Directory {
    /// The column of enterprises that is kept sealed: a sole trader's telephone is a person's. The registered address
    /// is published by law (企业信息公示暂行条例 art. 6), so it is not.
    static let sealedEntities = SealedTable("legal_entity", columns: ["phone"])

    /// The entity with this credit code, or `nil`.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func entity(_ creditCode: CreditCode, in transaction: Transaction) throws -> LegalEntity? {
        try transaction.row(
            "SELECT \(entityColumns) FROM legal_entity WHERE credit_code = \(creditCode.text)"
        ).map { try LegalEntity(row: $0, in: transaction) }
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
        ).map { try LegalEntity(row: $0, in: transaction) }
    }

    /// The entities with these credit codes, as far as they are registered.
    static func entities(
        _ creditCodes: [CreditCode], in transaction: Transaction
    ) throws -> [CreditCode: LegalEntity] {
        let entities = try transaction.rows(
            "SELECT \(entityColumns) FROM legal_entity WHERE credit_code IN \(list: creditCodes.map(\.text))"
        ).map { try LegalEntity(row: $0, in: transaction) }
        return Dictionary(uniqueKeysWithValues: entities.map { ($0.creditCode, $0) })
    }

    /// Adds an entity, and leaves one whose credit code is already registered as it is; tells whether it was added.
    @discardableResult
    static func register(_ entity: LegalEntity, in transaction: Transaction) throws -> Bool {
        let added = try transaction.execute(
            """
            INSERT INTO legal_entity (\(entityColumns))
            VALUES (\(entity.id), \(entity.name), \(entity.creditCode.text), \(entity.kind),
                \(entity.legalRepresentative), \(entity.representativeID), \(entity.sealedPhone(in: transaction)),
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
    /// The telephone number as the row keeps it.
    func sealedPhone(in transaction: Transaction) throws -> String {
        try Directory.sealedEntities.seal(phone, "phone", row: id, in: transaction)
    }

    fileprivate init(row: Row, in transaction: Transaction) throws {
        try self.init(
            id: row.id("id"), name: row.text("name"), creditCode: CreditCode(row.text("credit_code")),
            kind: row.value("kind"), legalRepresentative: row.text("legal_representative"),
            representativeID: row.optionalID("representative_id"),
            phone: Directory.sealedEntities.open("phone", of: row, in: transaction),
            division: DivisionCode(row.text("division_code")),
            address: row.text("address"), registeredOn: row.day("registered_on"), scope: row.text("scope"))
    }
}
