import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What moderators do: rule, row, message and journal in one transaction.
struct Moderating: Sendable {
    let office: ForumOffice

    /// Lets a post be read, as the moderator has read it.
    func approve(_ id: Int64, seen: String?, by actor: Actor, at now: Instant) async throws {
        try await change(id, "forum.post_approved", "让论坛帖子公开。", by: actor, at: now) { post, topic, _, tx in
            try post.approve(by: actor.accountID, seen: seen)
            guard let member = post.memberID else { return }
            try MemberStore.trust(member, in: tx)
            try office.tell(member, "您在话题“\(topic.title)”里的帖子已经公开。", about: id, at: now, in: tx)
            try TopicStore.stir(topic.id, at: now, in: tx)
        }
    }

    /// Refuses a post, and with it all that wait and say the very same.
    ///
    /// - Throws: `invalid` without a reason of the list.
    func refuse(_ id: Int64, because code: String, alike: Bool, by actor: Actor, at now: Instant) async throws
    {
        let words = try await office.database.read { try PostStore.post(id, in: $0).digest }
        let others =
            alike ? try await office.database.read { try QueueStore.waiting(digest: words, in: $0) } : []
        for each in [id] + others.filter({ $0 != id }) {
            try await change(each, "forum.post_refused", "没有让论坛帖子公开。", by: actor, at: now) {
                post, topic, rules, tx in
                let reason = try Self.reason(code, rules)
                try post.refuse(reason, by: actor.accountID)
                // Readers may have reported what it said before it was changed.
                try uphold(post, by: actor, at: now, in: tx)
                guard let member = post.memberID else { return }
                try office.tell(
                    member, "您在话题“\(topic.title)”里的帖子没有公开：\(reason.words)", about: each, at: now, in: tx)
            }
        }
    }

    /// Takes a post out of sight.
    ///
    /// - Throws: `invalid` without a reason of the list.
    func hide(_ id: Int64, because code: String, by actor: Actor, at now: Instant) async throws {
        try await change(id, "forum.post_hidden", "隐藏了论坛帖子。", by: actor, at: now) { post, topic, rules, tx in
            let reason = try Self.reason(code, rules)
            try post.hide(reason, by: actor.accountID)
            try uphold(post, by: actor, at: now, in: tx)
            guard let member = post.memberID else { return }
            try MemberStore.distrust(member, in: tx)
            try office.tell(
                member, "您在话题“\(topic.title)”里的帖子已被隐藏：\(reason.words)", about: id, at: now, in: tx)
        }
    }

    /// Lets a hidden post be read again.
    func unhide(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await change(id, "forum.post_restored", "恢复了论坛帖子。", by: actor, at: now) { post, topic, _, tx in
            try post.unhide(by: actor.accountID)
            guard let member = post.memberID else { return }
            try office.tell(member, "您在话题“\(topic.title)”里的帖子已经恢复。", about: id, at: now, in: tx)
        }
    }

    /// Finds nothing wrong with what readers reported.
    func dismiss(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await change(id, "forum.report_dismissed", "核对举报，没有发现问题。", by: actor, at: now) { post, _, _, tx in
            try office.closeReports(
                of: id, isUpheld: false, "您举报的帖子核对过，没有发现违反规则的地方。", by: actor, at: now, in: tx)
        }
    }

    /// Ends the reports of a post that nobody reads any more, when they were left open.
    ///
    /// - Throws: `conflict` for one that is to be read, or may be.
    func conclude(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await change(id, "forum.report_concluded", "核对举报，帖子已经不公开。", by: actor, at: now) {
            post, _, _, tx in
            guard post.state != .shown, post.state != .waiting else {
                throw DomainError.conflict("这条帖子还在公开或者等待审核，请先处理帖子。")
            }
            try uphold(post, by: actor, at: now, in: tx)
        }
    }

    private func uphold(_ post: Post, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try office.closeReports(
            of: post.id, isUpheld: true, "您举报的帖子已经处理，谢谢。", by: actor, at: now, in: tx)
    }

    static func reason(_ code: String, _ rules: ForumRules) throws -> ForumRules.Reason {
        guard let reason = rules.reason(code) else {
            throw DomainError.invalid("reason", "请选择理由，会告诉作者。")
        }
        return reason
    }

    private func change(
        _ id: Int64, _ action: String, _ verb: String, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout Post, Topic, ForumRules, Transaction) throws -> Void
    ) async throws {
        try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            var post = try PostStore.locked(id, in: tx)
            try rule(&post, try TopicStore.topic(post.topicID, in: tx), rules, tx)
            try PostStore.update(post, in: tx)
            if post.isFirst {
                try TopicStore.follow(post.topicID, post.state, in: tx)
            } else {
                try TopicStore.untell(post.topicID, in: tx)
            }
            try ForumOffice.record(action, verb, id, by: actor, at: now, in: tx)
        }
    }
}
