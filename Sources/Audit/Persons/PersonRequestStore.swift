import Identity
import Storage

/// The SQL of requests.
enum PersonRequestStore {
    static let pageSize = 20

    /// Those of an account, the newest first.
    static func requests(of accountID: Int64, after text: String?, in tx: Transaction) throws
        -> Slice<PersonRequest>
    {
        let last = try text.map { try Cursor($0).id } ?? .max
        return try slice(
            tx.rows(
                """
                SELECT * FROM person_request WHERE account_id = \(accountID) AND id < \(last)
                ORDER BY id DESC LIMIT \(pageSize + 1)
                """))
    }

    /// Those that wait for an organ, the oldest first; `nil`: for the audit administrator.
    static func open(for organ: String?, after text: String?, in tx: Transaction) throws -> Slice<
        PersonRequest
    > {
        let last = try text.map { try Cursor($0).id } ?? 0
        let addressee: SQL = organ.map { "organ = \($0)" } ?? "organ IS NULL"
        return try slice(
            tx.rows(
                """
                SELECT * FROM person_request WHERE state = 'open' AND \(addressee) AND id > \(last)
                ORDER BY id LIMIT \(pageSize + 1)
                """))
    }

    /// One that is addressed so, held until the end of the transaction; another's is not there.
    static func locked(_ id: Int64, for organs: [String?], in tx: Transaction) throws -> PersonRequest? {
        try tx.lock("person_request", id: id)
        let found = try tx.row("SELECT * FROM person_request WHERE id = \(id)").map(PersonRequest.init)
        return found.flatMap { organs.contains($0.organ) ? $0 : nil }
    }

    static func insert(_ request: PersonRequest, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO person_request (id, account_id, account_name, kind, organ, case_number, entry_id, words,
                asked_at, due_on, state)
            VALUES (\(request.id), \(request.accountID), \(request.accountName), \(request.kind),
                \(request.organ), \(request.caseNumber), \(request.entryID), \(request.words),
                \(request.askedAt), \(request.dueOn), \(request.state))
            """)
    }

    static func save(_ request: PersonRequest, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE person_request SET state = \(request.state), answer = \(request.answer),
                answered_by = \(request.answeredBy), answered_by_name = \(request.answeredByName),
                answered_at = \(request.answeredAt)
            WHERE id = \(request.id)
            """)
    }

    private static func slice(_ rows: [Row]) throws -> Slice<PersonRequest> {
        Slice(fetched: try rows.map(PersonRequest.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }
}
