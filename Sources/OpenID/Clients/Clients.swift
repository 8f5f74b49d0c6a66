import Journal
import Refusals
import Storage
import WorkingTime

/// The register of programs: asked, decided, given a secret, each in one transaction with its entry in the journal.
struct Clients: Sendable {
    let database: Database

    func all(after: String?) async throws -> (clients: Slice<Client>, open: [ClientChange]) {
        try await database.read { tx in
            (try ClientStore.all(after: after, in: tx), try ClientChangeStore.open(in: tx))
        }
    }

    func client(_ id: Int64) async throws -> (client: Client, changes: [ClientChange]) {
        try await database.read { tx in
            guard let client = try ClientStore.client(id, in: tx) else { throw Self.unknown }
            return (client, try ClientChangeStore.changes(of: id, in: tx))
        }
    }

    /// Asks for a program to be taken in, changed or closed.
    ///
    /// - Parameter client: nil for a new one.
    /// - Throws: what the rule refuses; `conflict` when something is asked for already.
    func ask(
        _ kind: ClientChange.Kind, _ terms: ClientTerms?, for client: Int64?, reason: String,
        by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            let id = client ?? tx.ids.next()
            try tx.lock("openid_client", id: id)
            let known = try ClientStore.client(id, in: tx)
            guard (known == nil) == (kind == .register) else { throw Self.unknown }
            if known?.isClosed == true { throw DomainError.conflict("这个系统已经停用，不能再改。") }
            guard let terms = terms ?? known?.terms else { throw Self.unknown }
            let change = try ClientChange.ask(
                kind, terms, for: id, reason: reason, id: tx.ids.next(), by: actor, at: now)
            guard try !ClientChangeStore.changes(of: id, in: tx).contains(where: { $0.state == .open }) else {
                throw DomainError.conflict("这个系统已经有一项申请在等待审定。")
            }
            try ClientChangeStore.insert(change, in: tx)
            try Self.record("client.asked", change, "提出", by: actor, at: now, in: tx)
        }
    }

    /// Decides what was asked for, or takes it back; what is approved is done at once.
    func settle(
        _ id: Int64, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout ClientChange) throws -> Void
    ) async throws -> ClientChange {
        try await database.write { tx in
            try tx.lock("openid_client_change", id: id)
            guard var change = try ClientChangeStore.find(id, in: tx) else { throw Self.unknown }
            try rule(&change)
            try ClientChangeStore.update(change, in: tx)
            if change.state == .approved { try ClientStore.carryOut(change, at: now, in: tx) }
            let (action, word) =
                switch change.state {
                case .approved: ("client.approved", "审定")
                case .refused: ("client.refused", "未同意")
                default: ("client.withdrawn", "撤回")
                }
            try Self.record(action, change, word, by: actor, at: now, in: tx)
            return change
        }
    }

    /// Makes a new secret; it is shown once and kept nowhere.
    func renewSecret(of id: Int64, by actor: Actor, at now: Instant) async throws -> (Client, OpaqueSecret) {
        let secret = OpaqueSecret(.client)
        return try await database.write { tx in
            try tx.lock("openid_client", id: id)
            guard let client = try ClientStore.client(id, in: tx) else { throw Self.unknown }
            guard !client.isClosed else { throw DomainError.conflict("这个系统已经停用，不能再发密钥。") }
            guard client.terms.kind == .confidential else {
                throw DomainError.conflict("这个系统不能保管密钥，登录时不用密钥。")
            }
            try ClientStore.renewSecret(secret.hash, of: client, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "client.secret-renewed",
                    subject: "client/\(client.clientID)",
                    sentence: "\(actor.name)为接入系统「\(client.terms.name)」更换了密钥。"), in: tx)
            return (client, secret)
        }
    }

    private static func record(
        _ action: String, _ change: ClientChange, _ word: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "client/minben-\(change.client)",
                sentence:
                    "\(actor.name)\(word)：\(change.kind.chinese)系统「\(change.terms.name)」。原因：\(change.remark ?? change.reason)",
                detail: ["change": String(change.id)]), in: tx)
    }

    static var unknown: DomainError { .notFound("没有找到这个系统，可能链接不完整。") }
}
