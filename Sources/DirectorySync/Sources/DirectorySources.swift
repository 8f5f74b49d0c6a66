import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// The registry of directories: drafted, decided, ended, each in one transaction with its entry in the journal.
struct DirectorySources: Sendable {
    let database: Database

    /// The newest first.
    func all() async throws -> [DirectorySource] { try await database.read(SourceStore.all) }

    /// One with its groups.
    ///
    /// - Throws: `notFound`.
    func source(_ id: Int64) async throws -> (source: DirectorySource, groups: [DirectoryGroup]) {
        try await database.read { tx in
            (try Self.find(id, in: tx), try GroupStore.groups(of: id, in: tx))
        }
    }

    /// Drafts one.
    ///
    /// - Returns: its id.
    /// - Throws: what the rule refuses.
    func draft(
        _ name: String, purpose: String, lifeDays: Int?, by actor: Actor, at now: Instant
    ) async throws -> Int64 {
        try await database.write { tx in
            let source = try DirectorySource.draft(
                name, purpose: purpose, lifeDays: lifeDays, id: tx.ids.next(), by: actor, at: now)
            try SourceStore.insert(source, in: tx)
            try Self.record("directory.source_drafted", "登记了", source, actor, now, tx)
            return source.id
        }
    }

    /// Changes one by a rule.
    ///
    /// - Throws: `notFound`, and what the rule refuses.
    func change(
        _ id: Int64, _ action: String, _ word: String, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout DirectorySource) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.lock("directory_source", id: id)
            var source = try Self.find(id, in: tx)
            try rule(&source)
            try SourceStore.update(source, in: tx)
            try Self.record(action, word, source, actor, now, tx)
        }
    }

    /// Says for which post a group stands, and asks for it in the name of those who are in the group.
    ///
    /// - Parameter post: `nil` when it is to stand for none any more; nothing is asked for then.
    /// - Throws: `notFound`; `forbidden`; `invalid` for an administrator's post or an organ that does not exist.
    func map(
        _ group: Int64, of id: Int64, to post: Post?, by actor: Actor, at now: Instant
    ) async throws {
        guard actor.roles.contains(Role.sysadmin.rawValue) else {
            throw DomainError.forbidden("组对应的岗位由系统管理员设定。")
        }
        if let post, Role.administrators.contains(post.role) {
            throw DomainError.invalid("role", "系统、安全、审计管理员的岗位不能由目录提出。")
        }
        try await database.write { tx in
            try tx.lock("directory_group", id: group)
            let source = try Self.find(id, in: tx)
            guard var group = try GroupStore.groups(of: id, only: group, in: tx).first else {
                throw DomainError.notFound("没有这个组，可能已被目录移除。")
            }
            if let post, try Directory.organ(post.organ, in: tx)?.isLiving != true {
                throw DomainError.invalid("organ", "没有这个部门，请从列表中选择。")
            }
            group.post = post
            try GroupStore.save(group, at: now, in: tx)
            let words = post.map { "对应岗位「\($0)」" } ?? "不再对应岗位"
            try Self.record("directory.group_mapped", "将组「\(group.name)」设为\(words)：", source, actor, now, tx)
            guard let post, source.state == .approved else { return }
            let membership = Membership(source: source, actor: source.actor(address: actor.address), now: now)
            for account in group.members.sorted() { try membership.ask(.grant, post, account, group, in: tx) }
        }
    }

    private static func find(_ id: Int64, in tx: Transaction) throws -> DirectorySource {
        guard let source = try SourceStore.find(id, in: tx) else {
            throw DomainError.notFound("没有这个目录来源，可能链接不完整。")
        }
        return source
    }

    private static func record(
        _ action: String, _ word: String, _ source: DirectorySource, _ actor: Actor, _ now: Instant,
        _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "directory:\(source.id)",
                sentence: "\(actor.name)\(word)目录来源「\(source.name)」。"), in: tx)
    }
}
