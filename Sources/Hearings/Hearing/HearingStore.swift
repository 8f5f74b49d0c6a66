import Refusals
import Storage
import WorkingTime

/// The SQL of hearings.
enum HearingStore {
    static let sealed = SealedTable("public_hearing", columns: ["secret"])
    static let pageSize = 20

    /// Throws `notFound`.
    static func hearing(_ id: Int64, in tx: Transaction) throws -> Hearing {
        guard let row = try tx.row("SELECT * FROM public_hearing WHERE id = \(id)") else {
            throw DomainError.notFound(HearingOffice.missing)
        }
        return try Hearing(row)
    }

    static func locked(_ id: Int64, in tx: Transaction) throws -> Hearing {
        try tx.lock("public_hearing", id: id)
        return try hearing(id, in: tx)
    }

    /// One that is announced. Throws `notFound` for a draft.
    static func announced(_ id: Int64, in tx: Transaction) throws -> Hearing {
        let found = try hearing(id, in: tx)
        guard found.state != .draft else { throw DomainError.notFound(HearingOffice.missing) }
        return found
    }

    /// Those that are announced, the latest first.
    static func list(after cursor: String?, in tx: Transaction) throws -> Slice<Hearing> {
        let earlier: SQL =
            try cursor.map { text in
                let cursor = try Cursor(text)
                return "AND (starts_at, id) < (\(try cursor.numericKey), \(cursor.id))"
            } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM public_hearing WHERE state <> 'draft' \(earlier)
            ORDER BY starts_at DESC, id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Hearing.init), size: pageSize) {
            Cursor(key: $0.facts.startsAt.milliseconds, id: $0.id)
        }
    }

    /// Those of some organs, the newest first.
    static func list(of organs: Set<String>, after cursor: String?, in tx: Transaction) throws
        -> Slice<Hearing>
    {
        let older: SQL = try cursor.map { "AND id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM public_hearing WHERE organ IN \(list: organs.sorted()) \(older)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Hearing.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    static func insert(_ one: Hearing, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO public_hearing (id, organ, title, matter, place, starts_at, register_by, seats, state,
                revision, edited_by)
            VALUES (\(one.id), \(one.organ), \(one.facts.title), \(one.facts.matter), \(one.facts.place),
                \(one.facts.startsAt), \(one.facts.registerBy), \(encodeJSON(one.facts.seats)), \(one.state),
                \(one.revision), \(one.editedBy))
            """)
        try tx.execute(
            "INSERT INTO hearing_count (hearing_id, registrations, lines) VALUES (\(one.id), 0, 0)")
    }

    static func update(_ one: Hearing, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE public_hearing SET title = \(one.facts.title), matter = \(one.facts.matter),
                place = \(one.facts.place), starts_at = \(one.facts.startsAt),
                register_by = \(one.facts.registerBy), seats = \(encodeJSON(one.facts.seats)),
                state = \(one.keptState), revision = \(one.revision), edited_by = \(one.editedBy),
                announced_on = \(one.announcedOn), seed_digest = \(one.seedDigest), seed = \(one.seed),
                materials_on = \(one.materialsOn), record_digest = \(one.recordDigest),
                decision_title = \(one.decision?.title), decision_taken = \(one.decision?.taken),
                decision_lines = \(try one.decision.map { try encodeJSON($0.lines) }),
                decided_on = \(one.decision?.on), cancelled_on = \(one.cancellation?.on),
                cancel_reason = \(one.cancellation?.reason)
            WHERE id = \(one.id)
            """)
    }

    /// Keeps what the draw will be made with, where nobody reads it.
    static func keepSecret(_ secret: String, of id: Int64, in tx: Transaction) throws {
        let sealed = try sealed.seal(secret, "secret", row: id, in: tx)
        try tx.execute("UPDATE public_hearing SET secret = \(sealed) WHERE id = \(id)")
    }

    /// Throws `notFound` before it is announced.
    static func secret(of id: Int64, in tx: Transaction) throws -> String {
        guard let row = try tx.row("SELECT id, secret FROM public_hearing WHERE id = \(id)"),
            try row.optionalText("secret") != nil
        else { throw DomainError.conflict("听证会还没有公告，不能抽签。") }
        return try sealed.open("secret", of: row, in: tx)
    }
}

extension Hearing {
    /// The state of the row: one that is cancelled has a day and a reason beside it.
    fileprivate var keptState: State { cancellation == nil ? state : .announced }

    fileprivate init(_ row: Row) throws {
        let cancellation = try row.optionalDay("cancelled_on").map {
            Cancellation(on: $0, reason: try row.text("cancel_reason"))
        }
        self.init(
            id: try row.id("id"), organ: try row.text("organ"),
            facts: Facts(
                title: try row.text("title"), matter: try row.text("matter"), place: try row.text("place"),
                startsAt: try row.instant("starts_at"), registerBy: try row.day("register_by"),
                seats: try row.json("seats")),
            state: cancellation == nil ? try row.value("state") : .cancelled,
            revision: try row.int("revision"),
            editedBy: try row.id("edited_by"), announcedOn: try row.optionalDay("announced_on"),
            seedDigest: try row.optionalText("seed_digest"), seed: try row.optionalText("seed"),
            materialsOn: try row.optionalDay("materials_on"),
            recordDigest: try row.optionalText("record_digest"), decision: try Self.decision(row),
            cancellation: cancellation)
    }

    private static func decision(_ row: Row) throws -> Decision? {
        guard try row.optionalText("decision_lines") != nil else { return nil }
        return Decision(
            title: try row.text("decision_title"), taken: try row.text("decision_taken"),
            lines: try row.json("decision_lines"), on: try row.day("decided_on"))
    }
}
