import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Who holds which post: asked, decided, lent, each in one transaction with its entry in the journal.
public struct Posts: Sendable {
    private let database: Database

    /// The posts of an installation.
    public init(database: Database) { self.database = database }

    /// Staff and their posts, by login.
    public func staff(_ search: StaffSearch, after: String?) async throws -> Slice<PostHolder> {
        try await database.read { try PostStore.staff(search, after: after, in: $0) }
    }

    /// One of the staff and what was asked for them, the newest first.
    ///
    /// - Throws: `notFound`, for citizens too.
    public func holder(_ id: Int64) async throws -> (holder: PostHolder, changes: [PostChange]) {
        try await database.read { tx in
            (try Self.holder(id, in: tx), try PostChangeStore.changes(of: id, in: tx))
        }
    }

    /// What waits for the security administrator, with whom it is about, the oldest first.
    public func open(after: String?) async throws -> Slice<(change: PostChange, holder: PostHolder)> {
        try await database.read { tx in
            try PostChangeStore.open(after: after, in: tx).map { change in
                (change, try Self.holder(change.accountID, in: tx))
            }
        }
    }

    /// Asks for a post to be given or taken.
    ///
    /// - Parameter office: in which office of the organ it is to stand; nil for none.
    /// - Throws: what `PostChange.ask` refuses; `invalid` for an organ or office that does not exist; `conflict` when the
    ///   same is asked for already.
    public func ask(
        _ kind: PostChange.Kind, _ post: Post, _ term: PostTerm, office: String? = nil, for account: Int64,
        reason: String, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.lock("account", id: account)
            let holder = try Self.holder(account, in: tx)
            let change = try PostChange.ask(
                kind, post, term, office: office, for: holder, reason: reason, id: tx.ids.next(), by: actor,
                at: now)
            try Self.require(post.organ, in: tx)
            try OfficePosts.require(change.office, in: post.organ, tx)
            let known = try PostChangeStore.changes(of: account, in: tx)
            guard !known.contains(where: { $0.state == .open && $0.post == post }) else {
                throw DomainError.conflict("这个岗位的变动已经提出，正在等待审定。")
            }
            try PostChangeStore.insert(change, in: tx)
            try Self.record("post.asked", change, holder, "提出", by: actor, at: now, in: tx)
        }
    }

    /// Decides a change, or takes it back, by one of its rules; one that is approved is done at once.
    ///
    /// - Throws: `notFound`, and what the rule refuses.
    public func settle(
        _ id: Int64, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout PostChange, PostHolder) throws -> Void
    ) async throws -> PostChange {
        try await database.write { tx in
            try tx.lock("post_change", id: id)
            guard var change = try PostChangeStore.find(id, in: tx) else { throw Self.unknown }
            try tx.lock("account", id: change.accountID)
            let holder = try Self.holder(change.accountID, in: tx)
            try rule(&change, holder)
            try PostChangeStore.update(change, in: tx)
            if change.state == .approved {
                try OfficePosts.require(change.office, in: change.post.organ, tx)
                try PostStore.carryOut(change, in: tx)
            }
            let (action, word) = change.act
            try Self.record(action, change, holder, word, by: actor, at: now, in: tx)
            return change
        }
    }

    static func holder(_ id: Int64, in tx: Transaction) throws -> PostHolder {
        guard let holder = try PostStore.holder(id, in: tx), holder.personID == nil else { throw unknown }
        return holder
    }

    /// Bodies outside the government, such as the people's congress, are known by whoever sits in them.
    static func require(_ organ: String, in tx: Transaction) throws {
        guard
            try Directory.organ(organ, in: tx)?.isLiving
                ?? (tx.row("SELECT 1 AS held FROM account_post WHERE organ = \(organ) LIMIT 1") != nil)
        else { throw DomainError.invalid("organ", "没有这个部门，请从列表中选择。") }
    }

    static func record(
        _ action: String, _ change: PostChange, _ holder: PostHolder, _ word: String, by actor: Actor,
        at now: Instant, in tx: Transaction
    ) throws {
        let office = try change.office.flatMap { try Directory.office($0, in: tx) }
        let seat = "\(change.post)\(office.map { "，在\($0.name)" } ?? "")"
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account/\(holder.name)",
                sentence:
                    "\(actor.name)\(word)：\(change.kind.chinese)\(holder.displayName)的岗位「\(seat)」（\(change.term.chinese)）。原因：\(change.remark ?? change.reason)",
                detail: ["change": String(change.id)]), in: tx)
    }

    private static var unknown: DomainError { .notFound("没有找到，可能链接不完整。") }
}

extension PostChange {
    /// What the journal calls what was done with it, and in words.
    var act: (action: String, word: String) {
        switch state {
        case .open: ("post.asked", "提出")
        case .approved: (kind == .grant ? "post.granted" : "post.revoked", "审定")
        case .refused: ("post.refused", "未同意")
        case .withdrawn: ("post.withdrawn", "撤回")
        }
    }
}

extension PostChange.Kind {
    /// What is to happen, in words.
    public var chinese: String { self == .grant ? "授予" : "收回" }
}
