import Journal
import Refusals
import Storage
import WorkingTime

/// Somebody without an account who called or came with the same as another: is called when that is answered.
struct Joiner: Sendable, Hashable {
    let name: String
    let phone: String

    static let sealed = SealedTable("service_request_joiner", columns: ["name", "phone"])
    /// So many are shown to whoever calls.
    static let most = 200

    /// Keeps that they say the same.
    ///
    /// - Throws: `notFound` for one that is not open to everybody, `conflict` for one that is answered.
    func join(_ number: String, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        let row = try RequestStore.open(number, in: tx)
        guard row.endedAt == nil else { throw DomainError.conflict("这件诉求已经办结，可以直接告诉来电人。") }
        // Pressed twice, or called twice: they are one, and are called once.
        guard try !Self.all(of: row.id, in: tx).contains(self) else { return }
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO service_request_joiner (id, request_id, name, phone, joined_at)
            VALUES (\(id), \(row.id), \(try Self.sealed.seal(name, "name", row: id, in: tx)),
                \(try Self.sealed.seal(phone, "phone", row: id, in: tx)), \(now))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "service_request.joined", subject: number,
                sentence: "\(actor.name)登记又有一人反映同一件诉求 \(number)。"), in: tx)
    }

    /// Who has joined a request, in order.
    static func all(of request: Int64, in tx: Transaction) throws -> [Joiner] {
        try tx.rows(
            """
            SELECT id, name, phone FROM service_request_joiner WHERE request_id = \(request)
            ORDER BY id LIMIT \(most)
            """
        ).map { row in
            let opened = try sealed.opened(row, in: tx)
            return Joiner(name: try opened.text("name"), phone: try opened.text("phone"))
        }
    }
}
