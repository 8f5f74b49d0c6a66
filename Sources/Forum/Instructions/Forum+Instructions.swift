import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What orders ask of the forum when a leader instructs about a post.
extension Forum {
    /// A post that a leader may instruct about: its topic and its words.
    ///
    /// - Throws: `notFound` for one that not everybody reads, `conflict` for what an organ says, for a post that is a request
    ///   by now, and for one about which a leader has instructed.
    public static func instructable(_ id: Int64, at now: Instant, in tx: Transaction) throws
        -> (title: String, words: String)
    {
        let (post, topic) = try readable(id, at: now, in: tx)
        guard post.organ == nil else { throw DomainError.conflict("这是部门的答复，不能批示；请对群众的帖子批示。") }
        if let number = try UptakeStore.uptake(id, in: tx)?.number {
            throw DomainError.conflict("这条帖子已经转为诉求 \(number)，请在诉求里批示。")
        }
        if let earlier = try InstructionStore.instruction(about: id, in: tx) {
            throw DomainError.conflict("区领导对这条帖子已经作过批示，督办编号 \(earlier.order)。")
        }
        return (topic.title, post.words)
    }

    /// Takes note, in the transaction of the order, that a leader has instructed about a post; its author is told.
    ///
    /// - Throws: `forbidden` for who is no leader, and what ``instructable(_:at:in:)`` throws.
    public static func noteInstruction(
        _ id: Int64, order: String, outbox: Outbox, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        guard actor.roles.contains(Role.leader.rawValue) else {
            throw DomainError.forbidden("批示由区领导作出。")
        }
        let post = try PostStore.locked(id, in: tx)
        let topic = try instructable(id, at: now, in: tx).title
        try InstructionStore.insert(
            Instruction(id: id, order: order, instructedAt: now), by: actor.accountID, in: tx)
        if let account = try post.memberID.flatMap({ try MemberStore.member($0, in: tx)?.accountID }) {
            try outbox.enqueue(
                to: account, about: "forum/\(id)", "区领导对您在话题“\(topic)”里的帖子作出批示，已交有关部门督办。", at: now, in: tx)
        }
        try ForumOffice.record(
            "forum.post_instructed", "对论坛帖子作出批示，督办编号 \(order)。", id, by: actor, at: now, in: tx)
    }

    /// Where an officer reads a post; nil when they no longer can.
    public static func page(of id: Int64, for officer: OfficerContext, at now: Instant, in tx: Transaction)
        throws -> String?
    {
        do {
            if officer.may(.moderateForum) {
                return ForumPath.post(String(try PostStore.post(id, in: tx).id))
            }
            let (post, topic) = try readable(id, at: now, in: tx)
            if officer.may(.answerForum) { return ForumPath.post(String(id)) }
            // A reply may stand far behind the first: the list begins with it.
            let from = post.isFirst ? "" : "?after=\(Cursor(key: "", id: id - 1).text)"
            return "\(ForumPath.topic(String(topic.id)))\(from)#post-\(id)"
        } catch DomainError.notFound { return nil }
    }

    /// A post that everybody reads, with its topic. Throws `notFound`.
    private static func readable(_ id: Int64, at now: Instant, in tx: Transaction) throws -> (Post, Topic) {
        let topic = try TopicStore.open(PostStore.post(id, in: tx).topicID, at: now, in: tx)
        guard let shown = try PostStore.quotable(id, of: topic.id, at: now, in: tx) else {
            throw DomainError.notFound(PostStore.missing)
        }
        return (shown.post, topic)
    }
}
