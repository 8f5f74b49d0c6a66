import Cryptography
import Refusals
import Storage
import WorkingTime

/// The SQL of calls.
enum CallStore {
    static let pageSize = 20
    static let sealed = SealedTable(
        "hotline_call", columns: ["caller", "note"], searching: "caller", by: "caller_code",
        form: .telephone)

    /// Keeps a new call; no when it is known.
    static func insert(_ call: Call, in tx: Transaction) throws -> Bool {
        let caller = try call.caller.map { try sealed.seal($0, "caller", row: call.id, in: tx) }
        let code = try call.caller.flatMap { try sealed.code($0, in: tx) }
        return try tx.execute(
            """
            INSERT INTO hotline_call (id, exchange_id, reference, organ, caller, caller_code, line, agent_id,
                agent_name, day, ringing_at)
            VALUES (\(call.id), \(call.exchangeID), \(call.reference), \(call.organ), \(caller), \(code),
                \(call.line), \(call.agent?.id), \(call.agent?.name), \(call.ringingAt.day), \(call.ringingAt))
            ON CONFLICT (exchange_id, reference) DO NOTHING
            """) == 1
    }

    /// Keeps what has changed.
    static func save(_ call: Call, in tx: Transaction) throws {
        let note = try call.conclusion?.note.map { try sealed.seal($0, "note", row: call.id, in: tx) }
        try tx.execute(
            """
            UPDATE hotline_call SET line = \(call.line), agent_id = \(call.agent?.id),
                agent_name = \(call.agent?.name), answered_at = \(call.answeredAt), ended_at = \(call.endedAt),
                outcome = \(call.conclusion?.outcome.rawValue), outcome_key = \(call.conclusion?.key),
                concluded_at = \(call.conclusion?.at), note = \(note), ticket = \(call.conclusion?.ticket)
            WHERE id = \(call.id)
            """)
    }

    /// The call of an exchange's number, held until the end of the transaction.
    static func locked(_ reference: String, of exchange: Int64, in tx: Transaction) throws -> Call? {
        let row = try tx.row(
            "SELECT id FROM hotline_call WHERE exchange_id = \(exchange) AND reference = \(reference)")
        return try row.map { try locked($0.id("id"), in: tx) }
    }

    /// The call, held until the end of the transaction.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Call {
        try tx.lock("hotline_call", id: id)
        return try call(id, in: tx)
    }

    /// - Throws: `notFound` for an id that is none.
    static func call(_ id: Int64, in tx: Transaction) throws -> Call {
        guard let row = try tx.row("SELECT * FROM hotline_call WHERE id = \(id)") else { throw missing }
        return try Call(row, in: tx)
    }

    static let missing = DomainError.notFound("没有这个来电，或者它不归您接听。")

    /// What an agent has answered, the newest first.
    static func calls(of agent: Int64, after text: String?, in tx: Transaction) throws -> Slice<Call> {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT * FROM hotline_call WHERE agent_id = \(agent) AND id < \(last)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map { try Call($0, in: tx) }, size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// What an organ's telephones ring with or talk about now, the oldest first.
    static func open(at organs: [String], in tx: Transaction) throws -> [Call] {
        try organs.flatMap { organ in
            try tx.rows(
                """
                SELECT * FROM hotline_call WHERE organ = \(organ) AND ended_at IS NULL ORDER BY id LIMIT 200
                """
            ).map { try Call($0, in: tx) }
        }
    }

    /// What the same number has called about, the newest first.
    static func history(of caller: String, before id: Int64, in tx: Transaction) throws -> [Call] {
        let isSealed = try sealed.code(caller, in: tx) != nil
        let found: SQL =
            isSealed
            ? try sealed.condition(finding: caller, in: tx) : "caller_code IS NULL AND caller = \(caller)"
        return try tx.rows(
            "SELECT * FROM hotline_call WHERE \(found) AND id < \(id) ORDER BY id DESC LIMIT \(pageSize)"
        ).map { try Call($0, in: tx) }
    }

    /// Exchanges forget to tell the end now and then: nobody talks so long.
    static func sweep(before: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hotline_call SET ended_at = coalesce(answered_at, ringing_at)
            WHERE ended_at IS NULL AND ringing_at < \(before)
            """)
    }
}

extension Call {
    init(_ row: Row, in tx: Transaction) throws {
        let opened = try CallStore.sealed.opened(row, in: tx)
        let agent = try row.optionalID("agent_id").map {
            Agent(id: $0, name: try row.optionalText("agent_name") ?? "")
        }
        let outcome = try row.optionalText("outcome").flatMap(Conclusion.Outcome.init)
        let concludedAt = try row.optionalInstant("concluded_at")
        let key = try row.optionalText("outcome_key") ?? ""
        let note = try opened.optionalText("note")
        let ticket = try row.optionalText("ticket")
        self.init(
            id: try row.id("id"), exchangeID: try row.id("exchange_id"), reference: try row.text("reference"),
            organ: try row.text("organ"), caller: try opened.optionalText("caller"),
            line: try row.text("line"), agent: agent, ringingAt: try row.instant("ringing_at"),
            answeredAt: try row.optionalInstant("answered_at"),
            endedAt: try row.optionalInstant("ended_at"),
            conclusion: outcome.flatMap { outcome in
                concludedAt.map {
                    Conclusion(outcome: outcome, key: key, note: note, at: $0, ticket: ticket)
                }
            })
    }
}
