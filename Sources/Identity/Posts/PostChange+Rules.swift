import Journal
import Refusals
import WorkingTime

/// How posts change: asked for, decided, taken back.
extension PostChange {
    /// What a directory of staff acts as: it asks for posts as a system administrator does, and decides nothing.
    public static let directoryRole = "directory"

    /// Asks for a change.
    ///
    /// - Throws: `forbidden` unless a system administrator or a directory of staff asks for somebody else; `conflict` when there is nothing to
    ///   change or the posts do not go together; `invalid` without a reason.
    public static func ask(
        _ kind: Kind, _ post: Post, _ term: PostTerm, office: String? = nil, for holder: PostHolder,
        reason: String, id: Int64, by actor: Actor, at now: Instant
    ) throws -> PostChange {
        guard !Set(actor.roles).isDisjoint(with: [Role.sysadmin.rawValue, directoryRole]) else {
            throw DomainError.forbidden("岗位变动由系统管理员提出。")
        }
        guard holder.id != actor.accountID else { throw DomainError.forbidden("不能给自己增减岗位，请由另一位系统管理员提出。") }
        try require(reason: reason, "请写明变动的原因，例如调令文号。")
        let change = PostChange(
            id: id, accountID: holder.id, kind: kind, post: post, term: term,
            office: kind == .grant ? office : nil, reason: reason, asked: Signature(actor, at: now))
        try change.requirePossible(for: holder)
        return change
    }

    /// Does what was asked for.
    ///
    /// - Parameter holder: whose posts change, as they are now.
    /// - Throws: `forbidden` unless a security administrator decides who neither asked nor is concerned; `conflict`.
    public mutating func approve(for holder: PostHolder, remark: String, by actor: Actor, at now: Instant)
        throws
    {
        try requireDecider(actor)
        try requirePossible(for: holder)
        decide(.approved, remark, actor, now)
    }

    /// Turns it down, with the reason.
    public mutating func refuse(remark: String, by actor: Actor, at now: Instant) throws {
        try requireDecider(actor)
        try Self.require(reason: remark, field: "remark", "请写明不同意的原因，提出人会看到。")
        decide(.refused, remark, actor, now)
    }

    /// Takes it back, by whoever asked.
    public mutating func withdraw(by actor: Actor, at now: Instant) throws {
        try requireOpen()
        guard actor.accountID == asked.accountID else { throw DomainError.forbidden("只有提出人可以撤回。") }
        decide(.withdrawn, "", actor, now)
    }

    private mutating func decide(_ state: State, _ remark: String, _ actor: Actor, _ now: Instant) {
        self.state = state
        decided = Signature(actor, at: now)
        self.remark = remark.isEmpty ? nil : remark
    }

    private func requireDecider(_ actor: Actor) throws {
        try requireOpen()
        guard actor.roles.contains(Role.secadmin.rawValue) else {
            throw DomainError.forbidden("岗位变动由安全管理员审定。")
        }
        guard actor.accountID != asked.accountID, actor.accountID != accountID else {
            throw DomainError.forbidden("提出人和本人不能审定，请由另一位安全管理员审定。")
        }
    }

    private func requireOpen() throws {
        guard state == .open else { throw DomainError.conflict("这项岗位变动\(state.chinese)，不能再改。") }
    }

    private func requirePossible(for holder: PostHolder) throws {
        guard kind == .grant else {
            guard holder.posts.contains(where: { $0.post == post }) else {
                throw DomainError.conflict("\(holder.displayName)没有这个岗位，不用收回。")
            }
            return
        }
        guard holder.personID == nil else {
            throw DomainError.conflict("「\(holder.name)」是群众账号，工作人员请另立账号。")
        }
        let others = Set(holder.posts.map(\.post.role)).subtracting([post.role])
        guard post.role.goesTogether(with: others) else {
            throw DomainError.conflict("系统、安全、审计管理员只能担任一种，也不能兼任其他岗位。")
        }
    }

    static func require(reason: String, field: String = "reason", _ sentence: Sentence) throws {
        guard !reason.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, sentence) }
        guard reason.count <= 500 else { throw DomainError.invalid(field, "最多 500 字，请精简。") }
    }
}
