import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Who comes into a group and leaves it. A group that stands for a post gives nothing by itself: it asks for what a
/// security administrator decides, as changes to rights need a second person.
struct Membership {
    let source: DirectorySource
    let actor: Actor
    let now: Instant

    /// Brings the members of a group from what they were to what they are.
    ///
    /// - Throws: ``ScimFault`` for members whom the directory may not see.
    func move(_ group: DirectoryGroup, from old: Set<Int64>, in tx: Transaction) throws {
        for account in group.members.subtracting(old).sorted() {
            guard try UserStore.user(account, of: source.id, in: tx) != nil else {
                throw ScimFault(.invalidValue, "成员 \(account) 不是本目录来源可见的账号。")
            }
            try GroupStore.join(account, group.id, in: tx)
            if let post = group.post { try ask(.grant, post, account, group, in: tx) }
        }
        for account in old.subtracting(group.members).sorted() {
            try leave(account, of: group, in: tx)
        }
    }

    /// Somebody leaves a group.
    func leave(_ account: Int64, of group: DirectoryGroup, in tx: Transaction) throws {
        try GroupStore.leave(account, group.id, in: tx)
        guard let post = group.post,
            try !GroupStore.keeps(post, account, besides: group.id, of: source.id, in: tx)
        else { return }
        try ask(.revoke, post, account, group, in: tx)
    }

    /// The same for a group known by its id.
    func leave(_ account: Int64, group id: Int64, in tx: Transaction) throws {
        guard let group = try GroupStore.groups(of: source.id, only: id, in: tx).first else { return }
        try leave(account, of: group, in: tx)
    }

    /// A post that cannot be asked for keeps nobody out of a group: the desk shows who has it.
    func ask(
        _ kind: PostChange.Kind, _ post: Post, _ account: Int64, _ group: DirectoryGroup, in tx: Transaction
    ) throws {
        let words = kind == .grant ? "已加入" : "已离开"
        do {
            try Posts.propose(
                kind, post, for: account, reason: "\(actor.name)报告：\(words)组「\(group.name)」。", by: actor,
                at: now,
                in: tx)
        } catch is DomainError {
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "post.asked", subject: "account:\(account)",
                    outcome: .refused, sentence: "\(actor.name)报告的岗位「\(post)」不能提出。",
                    detail: ["group": String(group.id)]), in: tx)
        }
    }
}
