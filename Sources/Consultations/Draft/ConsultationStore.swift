import Refusals
import Storage
import WorkingTime

/// The SQL of drafts.
enum ConsultationStore {
    static let pageSize = 20

    /// Throws `notFound`.
    static func consultation(_ id: Int64, in tx: Transaction) throws -> Consultation {
        guard let row = try tx.row("SELECT * FROM public_consultation WHERE id = \(id)") else {
            throw DomainError.notFound(ConsultationOffice.missing)
        }
        return try Consultation(row)
    }

    /// The same, held until the end of the transaction.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Consultation {
        try tx.lock("public_consultation", id: id)
        return try consultation(id, in: tx)
    }

    /// One that is published. Throws `notFound` for a draft.
    static func published(_ id: Int64, in tx: Transaction) throws -> Consultation {
        let found = try consultation(id, in: tx)
        guard found.state != .draft else { throw DomainError.notFound(ConsultationOffice.missing) }
        return found
    }

    /// Those of some states, the newest first.
    static func list(_ states: [Consultation.State], after cursor: String?, in tx: Transaction) throws
        -> Slice<Consultation>
    {
        let older: SQL = try cursor.map { "AND id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM public_consultation WHERE state IN \(list: states.map(\.rawValue)) \(older)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Consultation.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Those of some organs, the newest first.
    static func list(of organs: Set<String>, after cursor: String?, in tx: Transaction) throws
        -> Slice<Consultation>
    {
        let older: SQL = try cursor.map { "AND id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM public_consultation WHERE organ IN \(list: organs.sorted()) \(older)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Consultation.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Those that are over and not closed, of which nobody was reminded for so many days.
    static func waiting(on day: CivilDate, every days: Int, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM public_consultation WHERE state = 'open' AND closes_on < \(day)
                AND (reminded_on IS NULL OR reminded_on <= \(day.adding(days: -days)))
            ORDER BY id LIMIT 200
            """
        ).map { try $0.id("id") }
    }

    /// Notes that somebody is reminded on a day; false when they were a short time ago.
    static func remind(_ id: Int64, on day: CivilDate, every days: Int, in tx: Transaction) throws -> Bool {
        let noted = try tx.execute(
            """
            UPDATE public_consultation SET reminded_on = \(day)
            WHERE id = \(id) AND (reminded_on IS NULL OR reminded_on <= \(day.adding(days: -days)))
            """)
        return noted == 1
    }

    static func insert(_ one: Consultation, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO public_consultation (id, organ, title, purpose, closes_on, short_reason, passages,
                last_anchor, state, revision, edited_by, version, opened_by, opens_on)
            VALUES (\(one.id), \(one.organ), \(one.facts.title), \(one.facts.purpose), \(one.facts.closesOn),
                \(one.facts.shortReason), \(encodeJSON(one.passages)), \(one.lastAnchor), \(one.state),
                \(one.revision), \(one.editedBy), \(one.version), \(one.openedBy), \(one.opensOn))
            """)
        try tx.execute(
            "INSERT INTO public_comment_count (consultation_id, comments) VALUES (\(one.id), 0)")
    }

    static func update(_ one: Consultation, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE public_consultation SET title = \(one.facts.title), purpose = \(one.facts.purpose),
                closes_on = \(one.facts.closesOn), short_reason = \(one.facts.shortReason),
                passages = \(encodeJSON(one.passages)), last_anchor = \(one.lastAnchor), state = \(one.state),
                revision = \(one.revision), edited_by = \(one.editedBy), opened_by = \(one.openedBy),
                opens_on = \(one.opensOn), version = \(one.version), outcome = \(one.outcome),
                closed_at = \(one.closedAt)
            WHERE id = \(one.id)
            """)
    }
}

extension Consultation {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), organ: try row.text("organ"),
            facts: Facts(
                title: try row.text("title"), purpose: try row.text("purpose"),
                closesOn: try row.day("closes_on"), shortReason: try row.optionalText("short_reason")),
            passages: try row.json("passages"), lastAnchor: try row.int("last_anchor"),
            state: try row.value("state"), revision: try row.int("revision"),
            editedBy: try row.id("edited_by"), openedBy: try row.optionalID("opened_by"),
            opensOn: try row.optionalDay("opens_on"), version: try row.int("version"),
            outcome: try row.optionalText("outcome"), closedAt: try row.optionalInstant("closed_at"))
    }
}
