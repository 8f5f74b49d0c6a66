import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Makes and removes redirects, and tells the door.
struct Redirects: Sendable {
    let database: Database
    let moved: MovedAddresses
    /// The public address of the installation, without a slash at the end.
    let origin: String

    /// Makes one.
    ///
    /// - Throws: `invalid` for what was entered; an address that is taken, a chain and a document that is not out among it.
    func make(source: String, target: String, by actor: Actor, at now: Instant) async throws {
        let draft = try RedirectDraft(source: source, target: target, origin: origin)
        try await database.write { tx in
            try tx.exclude("content redirects")
            try check(draft, in: tx)
            let redirect = Redirect(
                id: tx.ids.next(), source: draft.source, target: draft.target, madeByName: actor.name,
                madeAt: now)
            try RedirectStore.insert(redirect, in: tx)
            try record(
                "redirect.made", redirect, "\(actor.name)让旧网址 \(draft.source) 指向 \(draft.target)。", actor,
                now, tx)
        }
        try await follow()
    }

    func remove(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let gone = try RedirectStore.remove(id, in: tx)
            try record("redirect.removed", gone, "\(actor.name)删除旧网址 \(gone.source)。", actor, now, tx)
        }
        try await follow()
    }

    /// Tells the door what leads where.
    func follow() async throws { moved.set(try await database.read { try RedirectStore.all(in: $0) }) }

    private func check(_ draft: RedirectDraft, in tx: Transaction) throws {
        let path = MovedAddresses.plain(draft.target)
        guard try RedirectStore.target(of: draft.source, in: tx) == nil else {
            throw DomainError.invalid("source", "这个旧网址已经有去处，请先删除原来的。")
        }
        if let next = try RedirectStore.target(of: path, in: tx) {
            throw DomainError.invalid("target", "这个地址本身也是旧网址，请直接指向 \(next)。")
        }
        guard try !RedirectStore.isTarget(draft.source, in: tx) else {
            throw DomainError.invalid("source", "已有旧网址指向这个地址，再转一次就成了连环跳转，请先改那一条。")
        }
        guard try !RedirectStore.isFull(in: tx) else {
            throw DomainError.conflict("旧网址最多 \(RedirectStore.most) 条，请先删除不用的。")
        }
        // A document is the only thing here that can be asked for; of other pages whoever enters them has to look.
        let parts = path.split(separator: "/")
        if parts.count == 4, parts[0] == "sites", let id = Int64(parts[3]) {
            let document = try? PublicStore.document(
                id, site: String(parts[1]), column: String(parts[2]), in: tx)
            guard document != nil else { throw DomainError.invalid("target", "这篇内容还没有公开，或者已经撤下。") }
        }
    }

    private func record(
        _ action: String, _ redirect: Redirect, _ sentence: Sentence, _ actor: Actor, _ now: Instant,
        _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "redirect \(redirect.id)", sentence: sentence),
            in: tx)
        try tx.announce(ContentTopic.redirects)
    }
}
