import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Accounts as resources: found, made, changed and given up by a directory.
struct UserResources: Sendable {
    let database: Database
    /// The address under which SCIM is spoken.
    let root: String

    private static let type = ScimResourceType.user

    /// Every account that fits.
    func matching(_ filter: String?, of source: DirectorySource) async throws -> [ScimValue] {
        let filter = try filter.map { try FilterReading.filter($0, in: Self.type) }
        return try await database.read { [root] tx in
            var found: [ScimValue] = []
            try UserStore.candidates(
                filter, of: source.id,
                { users in
                    for user in users {
                        let resource = try user.resource(at: root)
                        if filter?.matches(resource) ?? true { found.append(resource) }
                    }
                }, in: tx)
            return found
        }
    }

    /// - Throws: ``ScimFault/notFound``, for administrators and citizens too.
    func resource(_ id: Int64, of source: DirectorySource) async throws -> ScimValue {
        try await database.read { [root] in try Self.user(id, source, in: $0).resource(at: root) }
    }

    /// Opens an account.
    ///
    /// - Throws: ``ScimFault`` with `uniqueness` for a login name that anybody has or has had.
    func create(
        _ sent: ScimValue, for source: DirectorySource, by actor: Actor, at now: Instant
    ) async throws -> ScimValue {
        var document = try Self.type.take(sent)
        document["active"] = document["active"] ?? true
        try Self.type.requireWhole(document)
        return try await database.write { [root, document] tx in
            let name = document["userName"]?.text ?? ""
            let shown = DirectoryUser.displayName(of: document)
            let id = try Self.naming {
                try StaffAccounts.open(
                    name, displayName: shown, isActive: document["active"] != false, at: now, in: tx)
            }
            try UserStore.save(document, of: id, by: source.id, at: now, in: tx)
            let resource = try Self.user(id, source, in: tx).resource(at: root)
            try Self.record(
                "directory.user_created", "\(actor.name)建立了\(shown)的账号。", name, nil, resource, actor, now, tx)
            return resource
        }
    }

    /// Changes an account.
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
            try tx.lock("account", id: id)
            let user = try Self.user(id, source, in: tx)
            let before = try user.resource(at: root)
            guard isCurrent(before.version) else { throw ScimFault.changed }
            let document = try change(user.document)
            guard document != user.document else { return before }
            try Self.naming {
                try StaffAccounts.change(
                    user.account, name: document["userName"]?.text ?? "",
                    displayName: DirectoryUser.displayName(of: document),
                    isActive: document["active"] != false, in: tx)
            }
            try UserStore.save(document, of: id, by: source.id, at: now, in: tx)
            let after = try Self.user(id, source, in: tx).resource(at: root)
            try Self.record(
                "directory.user_changed", Self.sentence(user, document, actor), user.account.name, before,
                after,
                actor, now, tx)
            return after
        }
    }

    /// Gives an account up: it is closed and leaves the groups. The account itself stays, for what it did stays.
    func remove(
        _ id: Int64, for source: DirectorySource, by actor: Actor, at now: Instant,
        _ isCurrent: @escaping @Sendable (String?) -> Bool
    ) async throws {
        try await database.write { [root] tx in
            try tx.lock("account", id: id)
            let user = try Self.user(id, source, in: tx)
            let before = try user.resource(at: root)
            guard isCurrent(before.version) else { throw ScimFault.changed }
            for group in user.groups {
                try Membership(source: source, actor: actor, now: now).leave(id, group: group.id, in: tx)
            }
            let account = user.account
            try StaffAccounts.change(
                account, name: account.name, displayName: account.displayName, isActive: false, in: tx)
            try UserStore.remove(id, by: source.id, at: now, in: tx)
            try Self.record(
                "directory.user_removed", "\(actor.name)移除了\(account.displayName)，账号已停用。", account.name,
                before,
                nil, actor, now, tx)
        }
    }

    private static func user(_ id: Int64, _ source: DirectorySource, in tx: Transaction) throws
        -> DirectoryUser
    {
        guard let user = try UserStore.user(id, of: source.id, in: tx) else { throw ScimFault.notFound }
        return user
    }

    /// In the words of the standard what is wrong with a login name.
    private static func naming<T>(_ act: () throws -> T) throws -> T {
        do { return try act() } catch DomainError.conflict(let sentence) {
            throw ScimFault(.uniqueness, sentence)
        } catch let error as DomainError {
            throw ScimFault(.invalidValue, error.sentence)
        }
    }
}
