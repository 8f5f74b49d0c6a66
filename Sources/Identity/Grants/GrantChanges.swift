import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What roles may do: asked, decided, each in one transaction with its entry in the journal.
public struct GrantChanges: Sendable {
    private let database: Database
    private let book: GrantBook

    /// The changes of an installation.
    ///
    /// - Parameter book: what this node remembers; others hear of it.
    public init(database: Database, book: GrantBook) { (self.database, self.book) = (database, book) }

    /// What counts on a day.
    public func grants(on day: CivilDate) -> Grants { book.grants(on: day) }

    /// What waits for the security administrator, the oldest first.
    public func open(after: String?) async throws -> Slice<GrantChange> {
        try await database.read { try GrantStore.open(after: after, in: $0) }
    }

    /// Everything that was asked for, the newest first.
    public func history(before: String?) async throws -> Slice<GrantChange> {
        try await database.read { try GrantStore.history(before: before, in: $0) }
    }

    /// Asks for a change to how a role has a power; `after` is `nil` to take it.
    ///
    /// - Throws: what `GrantChange.ask` refuses; `conflict` when something is asked for it already.
    public func ask(
        _ power: Power, _ after: GrantTerms?, for role: Role, from day: CivilDate, reason: String,
        by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.exclude(GrantBook.topic)
            let change = try GrantChange.ask(
                power, after, for: role, from: day, reason: reason, in: GrantStore.grants(on: day, in: tx),
                id: tx.ids.next(), by: actor, at: now)
            guard try !GrantStore.isOpen(role, power.name, in: tx) else {
                throw DomainError.conflict("这项权限的变动已经提出，正在等待审定。")
            }
            try GrantStore.insert(change, in: tx)
            try Self.record(change, power, by: actor, at: now, in: tx)
        }
    }

    /// Decides a change.
    ///
    /// - Parameter powers: all there are; one that is no longer declared cannot be given.
    /// - Throws: `notFound`, and what the rules refuse.
    public func approve(
        _ id: Int64, among powers: [Power], remark: String, by actor: Actor, at now: Instant
    ) async throws {
        try await settle(id, among: powers, by: actor, at: now) { change, power, tx in
            let day = max(change.validFrom, now.day)
            let version = try GrantStore.approved(in: tx).last?.version ?? 0
            try change.approve(
                power, in: GrantStore.grants(on: day, in: tx), after: version, remark: remark, by: actor,
                at: now)
            try tx.announce(GrantBook.topic)
        }
        // Whoever decided sees it at once; other nodes hear of it.
        try await book.reload(from: database)
    }

    /// Turns a change down or takes it back, by one of its rules.
    ///
    /// - Throws: `notFound`, and what the rule refuses.
    public func settle(
        _ id: Int64, among powers: [Power], by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout GrantChange, Power, Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.exclude(GrantBook.topic)
            guard var change = try GrantStore.find(id, in: tx),
                let power = powers.first(where: { $0.name == change.power })
            else { throw DomainError.notFound("没有这项权限变动，可能链接不完整。") }
            try rule(&change, power, tx)
            try GrantStore.update(change, in: tx)
            try Self.record(change, power, by: actor, at: now, in: tx)
        }
    }

    private static func record(
        _ change: GrantChange, _ power: Power, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let (action, word) = change.act
        let (from, to) = (change.before?.chinese ?? "没有", change.after?.chinese ?? "没有")
        var detail = ["change": String(change.id), "power": power.name]
        detail["version"] = change.version.map { String($0) }
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "grant/\(change.role.rawValue)",
                sentence:
                    "\(actor.name)\(word)：\(change.role.chinese)的权限「\(power.chinese)」由“\(from)”改为“\(to)”，自 \(change.validFrom.iso) 起。原因：\(change.remark ?? change.reason)",
                detail: detail), in: tx)
    }
}

extension GrantChange {
    /// What the journal calls what was done with it, and in words.
    fileprivate var act: (action: String, word: String) {
        switch state {
        case .open: ("grant.asked", "提出")
        case .approved: ("grant.approved", "审定")
        case .refused: ("grant.refused", "未同意")
        case .withdrawn: ("grant.withdrawn", "撤回")
        }
    }
}
