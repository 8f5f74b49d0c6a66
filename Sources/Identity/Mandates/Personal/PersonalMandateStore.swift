import Codes
import Storage
import WorkingTime

/// The SQL of personal mandates.
enum PersonalMandateStore {
    /// What the clerk saw is about people's papers.
    static let sealed = SealedTable("personal_mandate", columns: ["evidence"])

    /// The persons an account acts for on a day, in the columns of its enterprises.
    static func principals(of id: SQL, on day: CivilDate) -> SQL {
        """
        SELECT 'person:' || CAST(principal_id AS TEXT), services,
            CASE WHEN basis = 'consent' THEN agreed_way ELSE basis END
        FROM personal_mandate
        WHERE agent_id = \(id) AND agreed_at IS NOT NULL AND ended_at IS NULL AND valid_from <= \(day)
            AND valid_until >= \(day)
        """
    }

    static func insert(_ mandate: PersonalMandate, in tx: Transaction) throws {
        var services: String?
        if case .services(let codes) = mandate.scope { services = try encodeJSON(codes.sorted()) }
        let evidence = try mandate.evidence.map { try sealed.seal($0, "evidence", row: mandate.id, in: tx) }
        try tx.execute(
            """
            INSERT INTO personal_mandate (id, principal_id, agent_id, relation, basis, services, valid_from,
                valid_until, asked_at, agreed_way, agreed_at, recorded_by, evidence)
            VALUES (\(mandate.id), \(mandate.principal.personID), \(mandate.agent.accountID), \(mandate.relation),
                \(mandate.basis), \(services), \(mandate.term.from), \(mandate.term.until), \(mandate.askedAt),
                \(mandate.way?.rawValue), \(mandate.agreedAt), \(mandate.recordedBy), \(evidence))
            """)
    }

    static func update(_ mandate: PersonalMandate, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE personal_mandate SET agreed_way = \(mandate.way?.rawValue), agreed_at = \(mandate.agreedAt),
                code_hash = \(mandate.code?.hash), code_sent_at = \(mandate.code?.sentAt),
                code_tries = \(mandate.code?.tries ?? 0), ended_by = \(mandate.ended?.accountID),
                ended_at = \(mandate.ended?.at), end_reason = \(mandate.ended?.reason)
            WHERE id = \(mandate.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> PersonalMandate? {
        try tx.row("\(columns) WHERE m.id = \(id)").map { try mandate($0, in: tx) }
    }

    /// Those of an account that are not over on a day, waiting ones too.
    static func open(of agent: Int64, on day: CivilDate, in tx: Transaction) throws -> [PersonalMandate] {
        try tx.rows(
            """
            \(columns) WHERE m.agent_id = \(agent) AND m.ended_at IS NULL AND m.valid_until >= \(day)
            ORDER BY m.id DESC LIMIT \(PersonalMandate.mostOpen)
            """
        ).map { try mandate($0, in: tx) }
    }

    /// Those an account has received, the newest first.
    static func received(by agent: Int64, after: String?, in tx: Transaction) throws -> Slice<PersonalMandate>
    {
        try page("m.agent_id = \(agent)", after: after, in: tx)
    }

    /// Those by which others act for a person, the newest first.
    static func given(by person: Int64, after: String?, in tx: Transaction) throws -> Slice<PersonalMandate> {
        try page("m.principal_id = \(person)", after: after, in: tx)
    }

    /// The accounts that act for a person in everything on a day.
    static func agents(of person: Int64, on day: CivilDate, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT agent_id FROM personal_mandate WHERE principal_id = \(person) AND agreed_at IS NOT NULL
                AND ended_at IS NULL AND services IS NULL AND valid_from <= \(day) AND valid_until >= \(day)
            ORDER BY id DESC LIMIT \(Mandate.mostServices)
            """
        ).map { try $0.id("agent_id") }
    }

    private static func page(_ condition: SQL, after: String?, in tx: Transaction) throws
        -> Slice<PersonalMandate>
    {
        let last = try after.map { try Cursor($0).id } ?? .max
        let size = MandateStore.pageSize
        let rows = try tx.rows(
            "\(columns) WHERE \(condition) AND m.id < \(last) ORDER BY m.id DESC LIMIT \(size + 1)")
        return Slice(fetched: try rows.map { try mandate($0, in: tx) }, size: size) {
            Cursor(key: "", id: $0.id)
        }
    }

    private static let columns: SQL = """
        SELECT m.*, p.name AS principal_name, a.display_name AS agent_name,
            (SELECT min(o.id) FROM account o WHERE o.person_id = p.id AND o.disabled = 0) AS principal_account
        FROM personal_mandate m JOIN person p ON p.id = m.principal_id JOIN account a ON a.id = m.agent_id
        """

    private static func mandate(_ row: Row, in tx: Transaction) throws -> PersonalMandate {
        var mandate = PersonalMandate(
            id: try row.id("id"),
            principal: .init(
                personID: try row.id("principal_id"), name: try row.text("principal_name"),
                accountID: try row.optionalID("principal_account")),
            agent: .init(accountID: try row.id("agent_id"), name: try row.text("agent_name")),
            relation: try row.value("relation"), basis: try row.value("basis"),
            scope: try row.optionalJSON("services", as: Set<String>.self).map { .services($0) }
                ?? .everything,
            term: try PostTerm(from: row.day("valid_from"), until: row.day("valid_until")),
            askedAt: try row.instant("asked_at"))
        mandate.way = try row.optionalText("agreed_way").flatMap(PersonalMandate.Way.init)
        mandate.agreedAt = try row.optionalInstant("agreed_at")
        mandate.recordedBy = try row.optionalID("recorded_by")
        if try row.optionalText("evidence") != nil {
            mandate.evidence = try sealed.open("evidence", of: row, in: tx)
        }
        if let hash = try row.optionalText("code_hash"), let sent = try row.optionalInstant("code_sent_at") {
            mandate.code = TelephoneCode(hash: hash, sentAt: sent, tries: try row.int("code_tries"))
        }
        if let ender = try row.optionalID("ended_by") {
            mandate.ended = .init(
                accountID: ender, at: try row.instant("ended_at"), reason: try row.optionalText("end_reason"))
        }
        return mandate
    }
}
