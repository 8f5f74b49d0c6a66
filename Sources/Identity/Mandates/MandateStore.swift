import Codes
import Storage
import WorkingTime

/// The SQL of mandates.
enum MandateStore {
    /// How many stand on a page.
    static let pageSize = 50

    static func insert(_ mandate: Mandate, in tx: Transaction) throws {
        var services: String?
        if case .services(let codes) = mandate.scope { services = try encodeJSON(codes.sorted()) }
        try tx.execute(
            """
            INSERT INTO mandate (id, entity_code, granted_by, account_id, services, valid_from, valid_until, granted_at)
            VALUES (\(mandate.id), \(mandate.enterprise.code), \(mandate.grantor.accountID),
                \(mandate.agent.accountID), \(services), \(mandate.term.from), \(mandate.term.until),
                \(mandate.grantedAt))
            """)
    }

    static func update(_ mandate: Mandate, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE mandate SET ended_by = \(mandate.ended?.accountID), ended_at = \(mandate.ended?.at)
            WHERE id = \(mandate.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> Mandate? {
        try tx.row("\(columns) WHERE m.id = \(id)").map(mandate)
    }

    /// Whether an agent has one for an enterprise that is good on a day.
    static func isInForce(_ entity: String, _ agent: Int64, on day: CivilDate, in tx: Transaction) throws
        -> Bool
    {
        try tx.row(
            """
            SELECT id FROM mandate WHERE account_id = \(agent) AND entity_code = \(entity)
                AND ended_at IS NULL AND valid_until >= \(day) LIMIT 1
            """) != nil
    }

    /// Those an account has received, the newest first.
    static func received(by account: Int64, after: String?, in tx: Transaction) throws -> Slice<Mandate> {
        try page("m.account_id = \(account)", after: after, in: tx)
    }

    /// Those given in the name of an enterprise, the newest first.
    static func given(for entity: String, after: String?, in tx: Transaction) throws -> Slice<Mandate> {
        try page("m.entity_code = \(entity)", after: after, in: tx)
    }

    private static func page(_ condition: SQL, after: String?, in tx: Transaction) throws -> Slice<Mandate> {
        let last = try after.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "\(columns) WHERE \(condition) AND m.id < \(last) ORDER BY m.id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(mandate), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    private static let columns: SQL = """
        SELECT m.*, e.name AS entity_name, e.representative_id, g.display_name AS grantor, a.display_name AS agent
        FROM mandate m JOIN legal_entity e ON e.credit_code = m.entity_code
            JOIN account g ON g.id = m.granted_by JOIN account a ON a.id = m.account_id
        """

    private static func mandate(_ row: Row) throws -> Mandate {
        var mandate = Mandate(
            id: try row.id("id"),
            enterprise: .init(
                code: try row.text("entity_code"), name: try row.text("entity_name"),
                representativeID: try row.optionalID("representative_id")),
            grantor: .init(accountID: try row.id("granted_by"), name: try row.text("grantor")),
            agent: .init(accountID: try row.id("account_id"), name: try row.text("agent")),
            scope: try row.optionalJSON("services", as: Set<String>.self).map { .services($0) }
                ?? .everything,
            term: try PostTerm(from: row.day("valid_from"), until: row.day("valid_until")),
            grantedAt: try row.instant("granted_at"))
        if let ender = try row.optionalID("ended_by") {
            mandate.ended = .init(accountID: ender, at: try row.instant("ended_at"))
        }
        return mandate
    }
}
