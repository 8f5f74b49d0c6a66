import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Groups as resources: each belongs to the directory that made it.
struct GroupResources: Sendable {
    let database: Database
    /// The address under which SCIM is spoken.
    let root: String

    private static let type = ScimResourceType.group

    /// Every group that fits.
    func matching(_ filter: String?, of source: DirectorySource) async throws -> [ScimValue] {
        let filter = try filter.map { try FilterReading.filter($0, in: Self.type) }
        let resources = try await database.read { [root] tx in
            try GroupStore.groups(of: source.id, in: tx).map { try $0.resource(at: root) }
        }
        return resources.filter { filter?.matches($0) ?? true }
    }

    /// - Throws: ``ScimFault/notFound``, for groups of other directories too.
    func resource(_ id: Int64, of source: DirectorySource) async throws -> ScimValue {
        try await database.read { [root] in try Self.group(id, source, in: $0).resource(at: root) }
    }

    /// Makes a group.
    func create(
        _ sent: ScimValue, for source: DirectorySource, by actor: Actor, at now: Instant
    ) async throws -> ScimValue {
        let document = try Self.type.take(sent)
        try Self.type.requireWhole(document)
        return try await database.write { [root] tx in
            try tx.lock("directory_source", id: source.id)
            guard try GroupStore.count(of: source.id, in: tx) < GroupStore.limit else {
                throw ScimFault(.tooMany, "一个目录来源最多 \(GroupStore.limit) 个组。")
            }
            var group = DirectoryGroup(
                id: tx.ids.next(), sourceID: source.id, name: "", members: [], createdAt: now, changedAt: now)
            try group.take(document)
            try GroupStore.save(group, at: now, in: tx)
            try Membership(source: source, actor: actor, now: now).move(group, from: [], in: tx)
            let resource = try group.resource(at: root)
            try Self.record("directory.group_created", "建立了", group, nil, resource, actor, now, tx)
            return resource
        }
    }

    /// Changes a group.
    ///
    /// - Parameters:
    ///   - isCurrent: whether the version is the one that was to be changed.
    ///   - change: the new document from the old one.
    func change(
        _ id: Int64, for source: DirectorySource, by actor: Actor, at now: Instant,
        _ isCurrent: @escaping @Sendable (String?) -> Bool,
        _ change: @escaping @Sendable ([String: ScimValue]) throws -> [String: ScimValue]
    ) async throws -> ScimValue {
        try await database.write { [root] tx in
            try tx.lock("directory_group", id: id)
            let old = try Self.group(id, source, in: tx)
            let before = try old.resource(at: root)
            guard isCurrent(before.version) else { throw ScimFault.changed }
            var group = old
            try group.take(change(old.document(at: root)))
            guard group != old else { return before }
            try GroupStore.save(group, at: now, in: tx)
            try Membership(source: source, actor: actor, now: now).move(group, from: old.members, in: tx)
            let after = try Self.group(id, source, in: tx).resource(at: root)
            try Self.record("directory.group_changed", "修改了", group, before, after, actor, now, tx)
            return after
        }
    }

    /// Gives a group up; its members leave it.
    func remove(
        _ id: Int64, for source: DirectorySource, by actor: Actor, at now: Instant,
        _ isCurrent: @escaping @Sendable (String?) -> Bool
    ) async throws {
        try await database.write { [root] tx in
            try tx.lock("directory_group", id: id)
            var group = try Self.group(id, source, in: tx)
            let before = try group.resource(at: root)
            guard isCurrent(before.version) else { throw ScimFault.changed }
            let members = group.members
            group.members = []
            try Membership(source: source, actor: actor, now: now).move(group, from: members, in: tx)
            try GroupStore.delete(id, in: tx)
            try Self.record("directory.group_removed", "移除了", group, before, nil, actor, now, tx)
        }
    }

    private static func group(
        _ id: Int64, _ source: DirectorySource, in tx: Transaction
    ) throws -> DirectoryGroup {
        guard let group = try GroupStore.groups(of: source.id, only: id, in: tx).first else {
            throw ScimFault.notFound
        }
        return group
    }

    private static func record(
        _ action: String, _ word: String, _ group: DirectoryGroup, _ before: ScimValue?, _ after: ScimValue?,
        _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "directory-group:\(group.id)",
                sentence: "\(actor.name)\(word)组「\(group.name)」（\(group.members.count) 人）。",
                beforeDigest: try before.map { try Journal.digest(of: $0) },
                afterDigest: try after.map { try Journal.digest(of: $0) },
                detail: ["source": String(actor.accountID)]), in: tx)
    }
}
