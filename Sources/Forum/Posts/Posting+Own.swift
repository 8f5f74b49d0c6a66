import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What somebody does with what stands there already.
extension Posting {
    /// Changes one's own words within the time for it.
    func edit(_ id: Int64, to text: String, as account: Account, by actor: Actor, at now: Instant)
        async throws
        -> Outcome
    {
        try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            var post = try PostStore.locked(id, in: tx)
            let member = try own(post, account, in: tx)
            try member.requireFree(at: now)
            guard try UptakeStore.uptake(id, in: tx)?.number == nil else {
                throw DomainError.conflict("帖子已经转为诉求，不能再改，可以再回复一条。")
            }
            let topic = try TopicStore.topic(post.topicID, in: tx)
            guard let board = rules.board(topic.board) else { throw DomainError.conflict("这个板块已经停用。") }
            let words = try PostWords(text, longest: rules.limits.longestPost)
            let screening = try screening(rules, board, member, at: now, in: tx).without(id)
            try post.edit(words, screening.verdict(words), within: rules.limits.editMinutes, at: now)
            try save(post, in: tx)
            try ForumOffice.record("forum.post_edited", "修改了论坛帖子。", id, by: actor, at: now, in: tx)
            return Outcome(topic: post.topicID, post: id, isWaiting: post.state == .waiting)
        }
    }

    /// Takes one's own words away.
    func delete(_ id: Int64, as account: Account, by actor: Actor, at now: Instant) async throws -> Int64 {
        try await office.database.write { tx in
            var post = try PostStore.locked(id, in: tx)
            _ = try own(post, account, in: tx)
            try post.delete()
            try save(post, in: tx)
            try office.closeReports(
                of: id, isUpheld: true, "您举报的帖子作者已经删除，谢谢。", by: actor, at: now, in: tx)
            if post.isFirst { try TopicStore.rename(post.topicID, "（作者已删除）", in: tx) }
            try ForumOffice.record("forum.post_deleted", "删除了论坛帖子。", id, by: actor, at: now, in: tx)
            return post.topicID
        }
    }

    /// Agrees with a post, once.
    func support(_ id: Int64, as account: Account, by actor: Actor, at now: Instant) async throws -> Int64 {
        try pace.admit("\(account.id)", at: now)
        let organs = try await office.organTitles()
        return try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            let (post, topic) = try readable(id, at: now, in: tx)
            guard post.memberID != account.personID else { throw DomainError.conflict("这是您自己的帖子。") }
            let member = try admit(account, account.silentName, organs, rules, at: now, in: tx)
            guard try SupportStore.support(id, by: member.id, at: now, in: tx) else {
                throw DomainError.conflict("您已经赞同过，每人只算一次。")
            }
            try ForumOffice.record(
                "forum.post_supported", "赞同了话题“\(topic.title)”里的帖子。", id, by: actor, at: now, in: tx)
            return topic.id
        }
    }

    /// Says what is wrong with a post, once.
    func report(
        _ id: Int64, reason: String, words: String, as account: Account, by actor: Actor, at now: Instant
    ) async throws -> Int64 {
        try pace.admit("\(account.id)", at: now)
        let organs = try await office.organTitles()
        return try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            guard rules.reason(reason) != nil else { throw DomainError.invalid("reason", "请选择有什么问题。") }
            guard words.count <= 300 else { throw DomainError.invalid("words", "最多 300 字，请精简。") }
            // Held, so that none comes behind the back of who hides or deletes it, where nobody would close it.
            try tx.lock("forum_post", id: id)
            let (post, topic) = try readable(id, at: now, in: tx)
            guard post.memberID != account.personID else { throw DomainError.conflict("这是您自己的帖子，可以直接删除。") }
            let member = try admit(account, account.silentName, organs, rules, at: now, in: tx)
            guard
                try ReportStore.insert(id, by: member.id, reason: reason, words: words, at: now, in: tx)
            else { throw DomainError.conflict("您已经举报过这条帖子，正在核对。") }
            try OfficialAnswers.tellOrgan(office, of: post, on: topic, at: now, in: tx)
            try ForumOffice.record(
                "forum.post_reported", "举报了话题“\(topic.title)”里的帖子。", id, by: actor, at: now, in: tx)
            return topic.id
        }
    }

    /// A post that anybody reads, with its topic.
    func readable(_ id: Int64, at now: Instant, in tx: Transaction) throws -> (Post, Topic) {
        let post = try PostStore.post(id, in: tx)
        let topic = try TopicStore.open(post.topicID, at: now, in: tx)
        let author = try post.memberID.flatMap { try MemberStore.member($0, in: tx) }
        guard post.state == .shown, !post.isEmptied, author?.isBlocked(at: now) != true else {
            throw DomainError.notFound(PostStore.missing)
        }
        return (post, topic)
    }

    private func own(_ post: Post, _ account: Account, in tx: Transaction) throws -> Member {
        guard let person = account.personID, post.memberID == person else {
            throw DomainError.notFound(PostStore.missing)
        }
        return try MemberStore.known(person, in: tx)
    }

    private func save(_ post: Post, in tx: Transaction) throws {
        try PostStore.update(post, in: tx)
        if post.isFirst {
            try TopicStore.follow(post.topicID, post.state, in: tx)
        } else {
            try TopicStore.untell(post.topicID, in: tx)
        }
    }
}

extension Account {
    /// A name for who agrees or reports before they ever wrote; they may take another with their first post.
    var silentName: String { "网友\(String(id, radix: 36).suffix(10))" }
}

extension Screening {
    /// As if this post had not been written.
    func without(_ id: Int64) -> Screening {
        Screening(
            rules: rules, board: board, member: member, now: now, own: own.filter { $0.id != id },
            recent: recent.filter { $0.id != id })
    }
}
