import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// 通报: what came of an order is made known to all organs.
extension OrderDesk {
    /// Makes known to all organs of the district what came of an order: their heads are told, and those who took part.
    func circulate(
        _ words: String, _ request: WebRequest, _ officer: OfficerContext, once: Idempotency.Request? = nil
    ) async throws {
        let (id, filter, now) = (try request.id(Self.unknown), Self.filter(officer), request.now)
        let actor = officer.actor(request, organ: Self.seat(officer))
        try Self.require(words, "circular", "请写明通报内容。")
        let living = try await directory.organs().filter(\.isLiving).map(\.key)
        try await database.write { tx in
            try tx.lock("supervision_order", id: id)
            try remember(once, id, at: now, in: tx)
            let order = try OrderStore.order(id, filter, in: tx)
            let parts = try OrderStore.parts(of: id, in: tx).map(\.answering)
            try Self.requireImpartial(officer, parts)
            guard order.circular == nil else { throw DomainError.conflict("这个督办事项已经通报过。") }
            try OrderStore.circulate(words, of: id, at: now, in: tx)
            for account in try Self.readers(living, parts: Set(parts), on: now.day, in: tx) {
                try outbox.enqueue(
                    to: account, about: OrderPath.circular(String(id)), "督办通报：「\(order.title)」\(words)",
                    at: now, in: tx)
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "supervision_order.circulated", subject: order.number,
                    sentence: "\(actor.name)通报督办事项「\(order.title)」。"), in: tx)
        }
    }

    /// The heads of all organs, and the officers of those that took part; each once.
    private static func readers(
        _ organs: [String], parts: Set<String>, on day: CivilDate, in tx: Transaction
    ) throws -> [Int64] {
        let members = try Accounts.members(ofEach: organs, on: day, in: tx)
        let told = members.flatMap { organ, members in
            let roles: Set<Role> = parts.contains(organ) ? [.head, .officer] : [.head]
            return members.filter { !$0.roles.isDisjoint(with: roles) }.map(\.id)
        }
        return Set(told).sorted()
    }
}
