import DecisionModel
import Journal
import Refusals
import Storage
import WorkingTime

/// The decision tables of the district, from draft to retirement; every change stands in the journal.
public struct DecisionTables: Sendable {
    private let database: Database

    /// The tables of an installation.
    public init(database: Database) { self.database = database }

    /// The newest version of each table, by key; `after` is the key at which the page before ended.
    public func newest(after key: String? = nil) async throws -> Slice<DecisionVersion> {
        try await database.read { try DecisionStore.newest(after: key, in: $0) }
    }

    /// The versions of a table, the newest first.
    ///
    /// - Throws: `notFound` when there is no such table.
    public func versions(of id: String) async throws -> [DecisionVersion] {
        let versions = try await database.read { try DecisionStore.versions(of: id, in: $0) }
        guard !versions.isEmpty else { throw Self.unknown }
        return versions
    }

    /// What tables may ask besides their inputs.
    public func surroundings(at now: Instant) async throws -> FEELSurroundings {
        try await database.read { try .inForce(at: now, in: $0) }
    }

    /// Begins drafts: of new tables, or the next versions of tables there are. A draft that is there already takes
    /// over what is brought.
    ///
    /// - Throws: `forbidden`, `invalid`; then none is begun.
    public func draft(_ tables: [DecisionTable], by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("decisions")
            for table in tables {
                let newest = try DecisionStore.versions(of: table.id, in: tx).first
                if var draft = newest, draft.state == .draft {
                    let before = draft.table
                    try draft.edit(table, seen: draft.revision, by: actor, at: now)
                    try DecisionStore.update(draft, in: tx)
                    try Self.record("decision.edited", draft, from: before, by: actor, at: now, in: tx)
                } else {
                    let draft = try DecisionVersion.draft(
                        table, version: (newest?.version ?? 0) + 1, by: actor, at: now)
                    try DecisionStore.insert(draft, in: tx)
                    try Self.record("decision.drafted", draft, from: nil, by: actor, at: now, in: tx)
                }
            }
        }
    }

    /// Begins a table nobody has begun yet.
    ///
    /// - Throws: `invalid` at `id` when there is one of this key.
    public func begin(_ table: DecisionTable, by actor: Actor, at now: Instant) async throws {
        let isKnown = try await database.read { try !DecisionStore.versions(of: table.id, in: $0).isEmpty }
        guard !isKnown else { throw DomainError.invalid("id", "已经有标识为「\(table.id)」的判定表，请换一个。") }
        try await draft([table], by: actor, at: now)
    }

    /// Begins the next version as a copy of the newest.
    ///
    /// - Throws: `conflict` when there is a draft.
    public func renew(_ id: String, by actor: Actor, at now: Instant) async throws {
        let newest = try await versions(of: id)[0]
        guard newest.state != .draft else { throw DomainError.conflict("第 \(newest.version) 版还是草稿，请直接编辑。") }
        try await draft([newest.table], by: actor, at: now)
    }

    /// Changes one version by a rule.
    ///
    /// - Parameter action: what the journal calls it.
    /// - Throws: `notFound`, and what the rule refuses.
    public func change(
        _ id: String, version: Int, _ action: String, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout DecisionVersion) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.exclude("decisions")
            guard let before = try DecisionStore.version(version, of: id, in: tx) else { throw Self.unknown }
            var changed = before
            try rule(&changed)
            if changed.state == .published {
                try Self.retireEarlier(than: changed, by: actor, at: now, in: tx)
            }
            try DecisionStore.update(changed, in: tx)
            try Self.record(action, changed, from: before.table, by: actor, at: now, in: tx)
            if changed.state != .draft { try tx.announce(DecisionLibrary.topic) }
        }
    }

    /// One version of a table is in force at a time.
    private static func retireEarlier(
        than published: DecisionVersion, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        for var earlier in try DecisionStore.versions(of: published.table.id, in: tx)
        where earlier.state == .published && earlier.version != published.version {
            try earlier.retire(by: actor, at: now)
            try DecisionStore.update(earlier, in: tx)
        }
    }

    private static func record(
        _ action: String, _ version: DecisionVersion, from before: DecisionTable?, by actor: Actor,
        at now: Instant, in tx: Transaction
    ) throws {
        let done = [
            "decision.drafted": "新建", "decision.edited": "修改", "decision.published": "公布",
            "decision.retired": "停用",
        ]
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "decision:\(version.table.id)",
                sentence:
                    "\(actor.name)\(done[action] ?? action)判定表「\(version.table.name)」第 \(version.version) 版。",
                beforeDigest: try before.map { try Journal.digest(of: $0) },
                afterDigest: try Journal.digest(of: version.table)),
            in: tx)
    }

    private static var unknown: DomainError { .notFound("没有找到这张判定表。") }
}
