import Journal
import Refusals
import Storage
import WorkingTime

/// Who stands in for whom (请假代理), each in one transaction with its entry in the journal.
public struct Delegations: Sendable {
    private let database: Database

    /// The deputies of an installation.
    public init(database: Database) { self.database = database }

    /// The deputies of an organ, the newest first.
    public func delegations(of organ: String, after: String?) async throws -> Slice<PostDelegation> {
        try await database.read { try PostDelegationStore.delegations(of: organ, after: after, in: $0) }
    }

    /// Who works in an organ on a day: who may be away, and who may stand in.
    public func members(of organ: String, on day: CivilDate) async throws -> [OrganMember] {
        try await database.read { try Accounts.members(of: organ, on: day, in: $0) }
    }

    /// Arranges a deputy.
    ///
    /// - Parameters:
    ///   - away: the account of whoever is away.
    ///   - deputy: the account of whoever stands in.
    /// - Throws: what `PostDelegation.arrange` refuses; `conflict` when somebody stands in already at that time.
    public func arrange(
        away: Int64, deputy: Int64, in organ: String, _ term: PostTerm, reason: String, by actor: Actor,
        at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.lock("account", id: away)
            let members = try Accounts.members(of: organ, on: now.day, in: tx)
            guard let from = members.first(where: { $0.id == away }) else {
                throw DomainError.invalid("away", "请选本部门的人员。")
            }
            guard let to = members.first(where: { $0.id == deputy }) else {
                throw DomainError.invalid("deputy", "请选本部门的同事代理。")
            }
            let delegation = try PostDelegation.arrange(
                from: from, to: to, term, reason: reason, id: tx.ids.next(), by: actor, at: now)
            try Self.requireFree(delegation, in: tx)
            try PostDelegationStore.insert(delegation, in: tx)
            try Self.record("delegation.arranged", delegation, "安排", by: actor, at: now, in: tx)
        }
    }

    /// Ends one before its time.
    ///
    /// - Throws: `notFound`, and what `PostDelegation.end` refuses.
    public func end(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.lock("post_delegation", id: id)
            guard var delegation = try PostDelegationStore.find(id, in: tx) else {
                throw DomainError.notFound("没有这项代理，可能链接不完整。")
            }
            try delegation.end(by: actor, at: now)
            try PostDelegationStore.update(delegation, in: tx)
            try Self.record("delegation.ended", delegation, "结束", by: actor, at: now, in: tx)
        }
    }

    /// One deputy at a time, and nobody lends on what they stand in for: who is away cannot stand in.
    private static func requireFree(_ delegation: PostDelegation, in tx: Transaction) throws {
        let known = try PostDelegationStore.overlapping(delegation, in: tx)
        guard !known.contains(where: { $0.from.id == delegation.from.id }) else {
            throw DomainError.conflict("\(delegation.from.name)在这段时间已经有人代理，请先结束原来的代理。")
        }
        guard !known.contains(where: { $0.from.id == delegation.to.id }) else {
            throw DomainError.conflict("\(delegation.to.name)在这段时间自己也请人代理，不能再代理别人。")
        }
        guard !known.contains(where: { $0.to.id == delegation.from.id }) else {
            throw DomainError.conflict("\(delegation.from.name)在这段时间正代理别人，请先结束那项代理。")
        }
    }

    private static func record(
        _ action: String, _ delegation: PostDelegation, _ word: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "organ/\(delegation.from.organ)",
                sentence:
                    "\(actor.name)\(word)代理：\(delegation.to.name)代理\(delegation.from.name)（\(delegation.term.chinese)）。原因：\(delegation.reason)",
                detail: ["delegation": String(delegation.id)]), in: tx)
    }
}
