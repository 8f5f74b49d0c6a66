import Codes
import Storage

extension Directory {
    /// What became of an entity that the register was told about.
    public enum Registration: Sendable, Hashable {
        /// It was not known.
        case added
        /// It was known, and is different now.
        case updated
        /// It was known exactly so.
        case unchanged
    }

    /// Takes over what a register says about entities, each by its credit code, which are all different. The rows are
    /// locked in the order of the codes, so that two who take over at once wait for each other only once.
    ///
    /// The link to the representative's person stays only while the representative is the same: it lets that person
    /// act for the entity.
    ///
    /// - Returns: what became of each, in the order of the entities.
    /// - Throws: `StorageError`, also for a division that is not the district's.
    public static func takeOver(
        _ entities: [LegalEntity], in transaction: Transaction
    ) throws -> [Registration] {
        let known = try Self.entities(entities.map(\.creditCode), in: transaction)
        var results = Array(repeating: Registration.unchanged, count: entities.count)
        for (place, entity) in entities.enumerated().sorted(by: {
            $0.element.creditCode.text < $1.element.creditCode.text
        }) {
            results[place] = try takeOver(entity, known: known[entity.creditCode], in: transaction)
        }
        return results
    }

    private static func takeOver(
        _ entity: LegalEntity, known: LegalEntity?, in transaction: Transaction
    ) throws -> Registration {
        if let known, entity.succeeding(known) == known { return .unchanged }
        if known == nil, try register(entity, in: transaction) { return .added }
        // It is as it is once nobody else can change it.
        guard let id = try known?.id ?? Self.entity(entity.creditCode, in: transaction)?.id else {
            throw StorageError.serialization
        }
        try transaction.lock("legal_entity", id: id)
        guard let held = try Self.entity(entity.creditCode, in: transaction) else {
            throw StorageError.serialization
        }
        let next = entity.succeeding(held)
        guard next != held else { return .unchanged }
        try update(next, in: transaction)
        return .updated
    }

    private static func update(_ entity: LegalEntity, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE legal_entity SET name = \(entity.name), kind = \(entity.kind),
                legal_representative = \(entity.legalRepresentative),
                representative_id = \(entity.representativeID), phone = \(entity.sealedPhone(in: transaction)),
                division_code = \(entity.division.text), address = \(entity.address),
                registered_on = \(entity.registeredOn), scope = \(entity.scope)
            WHERE id = \(entity.id)
            """)
    }
}

extension LegalEntity {
    /// The same news about the entity as it is known: it stays the same row.
    func succeeding(_ known: LegalEntity) -> LegalEntity {
        LegalEntity(
            id: known.id, name: name, creditCode: creditCode, kind: kind,
            legalRepresentative: legalRepresentative,
            representativeID: legalRepresentative == known.legalRepresentative ? known.representativeID : nil,
            phone: phone, division: division, address: address, registeredOn: registeredOn, scope: scope)
    }
}
