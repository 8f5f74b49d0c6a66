import Cases
import Journal
import Storage
import WorkingTime

/// Rows of licences.
enum LicenceWriting {
    /// A licence with its signed file; again for the same document is harmless. It sends statements and asks nothing.
    static func insert(
        _ licence: Licence, signed: String, document: Int64?, in tx: Transaction
    ) throws {
        let id = licence.id
        func sealed(_ text: String, _ column: StaticString) throws -> String {
            try SealedTable.licences.seal(text, column, row: id, in: tx)
        }
        try tx.send(
            """
            INSERT INTO licence (id, document_id, case_number, number, type_code, name, holder_kind, holder_name,
                holder_code, holder_index, account_id, organ, organ_name, issued_at, valid_until, facts, signed,
                verification_code, state, state_since)
            VALUES (\(id), \(document), \(licence.caseNumber), \(licence.number), \(licence.typeCode),
                \(licence.name), \(licence.holder.kind), \(sealed(licence.holder.name, "holder_name")),
                \(sealed(licence.holder.code, "holder_code")),
                \(try SealedTable.licences.code(licence.holder.code, in: tx)), \(licence.accountID),
                \(licence.organ), \(licence.organName), \(licence.issuedAt), \(licence.validUntil),
                \(sealed(encodeJSON(licence.facts), "facts")), \(sealed(signed, "signed")),
                \(licence.verificationCode), \(licence.state), \(licence.stateSince))
            ON CONFLICT (document_id) DO NOTHING
            """)
    }

    /// What an act has changed, and the act.
    static func save(_ licence: Licence, in tx: Transaction) throws {
        let asked = licence.asked
        try tx.execute(
            """
            UPDATE licence SET state = \(licence.state), state_since = \(licence.stateSince),
                reason = \(licence.reason), ground = \(licence.ground), asked_by = \(asked?.by.accountID),
                asked_by_name = \(asked?.by.name), asked_at = \(asked?.at), asked_ground = \(asked?.ground),
                asked_reason = \(asked?.reason), confirmed_by = \(licence.confirmedBy)
            WHERE id = \(licence.id)
            """)
        for act in licence.acts { try insert(act, of: licence.id, in: tx) }
    }

    /// The licence of a document that ends because another stands in its place.
    static func end(_ act: LicenceAct, document: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            UPDATE licence SET state = \(Licence.State.cancelled), state_since = \(act.at), reason = \(act.reason)
            WHERE document_id = \(document) AND state IN ('valid', 'suspended')
            """)
        try add(act, toLicenceOf: document, in: tx)
    }

    /// The licence of a document that was taken away in its case.
    static func annul(
        _ act: LicenceAct, document: Int64, foundBy finder: Signatory, at found: Instant, in tx: Transaction
    ) throws {
        try tx.send(
            """
            UPDATE licence SET state = \(Licence.State.revoked), state_since = \(act.at), reason = \(act.reason),
                ground = \(RevocationGround.annulment), asked_by = \(finder.accountID),
                asked_by_name = \(finder.name), asked_at = \(found), asked_ground = \(RevocationGround.annulment),
                asked_reason = \(act.reason), confirmed_by = \(act.by.accountID)
            WHERE document_id = \(document)
            """)
        try add(act, toLicenceOf: document, in: tx)
    }

    private static func add(_ act: LicenceAct, toLicenceOf document: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO licence_act (id, licence_id, kind, reason, by_id, by_name, at)
            SELECT \(tx.ids.next()), id, \(act.kind), \(act.reason), \(act.by.accountID), \(act.by.name), \(act.at)
            FROM licence WHERE document_id = \(document)
            """)
    }

    static func insert(_ act: LicenceAct, of id: Int64, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO licence_act (id, licence_id, kind, reason, by_id, by_name, at)
            VALUES (\(tx.ids.next()), \(id), \(act.kind), \(act.reason), \(act.by.accountID), \(act.by.name),
                \(act.at))
            """)
    }
}
