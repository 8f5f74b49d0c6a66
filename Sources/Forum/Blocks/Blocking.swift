import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Keeps members from writing for a time, hears them, and opens their names where that is needed.
struct Blocking: Sendable {
    let office: ForumOffice

    /// Blocks the author of a post.
    ///
    /// - Throws: `invalid` without a reason or days, `conflict` when they are blocked already.
    func block(_ post: Int64, for days: Int, because code: String, by actor: Actor, at now: Instant)
        async throws
    {
        try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            guard let id = try PostStore.post(post, in: tx).memberID else {
                throw DomainError.conflict("这是部门的答复，没有可以禁言的人。")
            }
            try tx.lock("forum_member", id: id)
            guard let reason = rules.reason(code) else {
                throw DomainError.invalid("block_reason", "请选择理由，会告诉作者。")
            }
            let member = try MemberStore.known(id, in: tx)
            let block = try Block.begin(
                tx.ids.next(), of: member, for: days, reason, by: actor.accountID, rules.limits, at: now)
            try BlockStore.insert(block, in: tx)
            try MemberStore.block(id, until: block.untilAt, in: tx)
            try MemberStore.distrust(id, in: tx)
            try office.tell(
                id, "您在论坛被禁言到\(block.untilAt.chinese)：\(reason.words)可以在“我的论坛”申诉一次。", about: post,
                at: now, in: tx)
            try ForumOffice.record(
                "forum.member_blocked", "将论坛成员“\(member.nickname)”禁言 \(days) 天：\(reason.name)。", post,
                by: actor, at: now, in: tx)
        }
    }

    /// What the blocked says against it.
    func appeal(_ words: String, as account: Account, by actor: Actor, at now: Instant) async throws {
        try await office.database.write { tx in
            guard let person = account.personID, let last = try BlockStore.last(of: person, in: tx) else {
                throw DomainError.notFound("您没有被禁言。")
            }
            try tx.lock("forum_block", id: last.id)
            var block = try BlockStore.block(last.id, in: tx)
            try block.appeal(words, try office.rules(in: tx).limits, at: now)
            try BlockStore.update(block, in: tx)
            try ForumOffice.record("forum.block_appealed", "对禁言提出申诉。", block.id, by: actor, at: now, in: tx)
        }
    }

    /// Another moderator decides about it.
    func decide(_ id: Int64, lifting: Bool, because answer: String, by actor: Actor, at now: Instant)
        async throws
    {
        try await office.database.write { tx in
            try tx.lock("forum_block", id: id)
            var block = try BlockStore.block(id, in: tx)
            try block.decide(lifting: lifting, because: answer, by: actor.accountID, at: now)
            try BlockStore.update(block, in: tx)
            if lifting { try free(block, in: tx) }
            let words: Sentence =
                lifting ? "您的申诉成立，禁言已经解除：\(answer)" : "您的申诉没有成立，禁言到期自动解除：\(answer)"
            try office.tell(block.memberID, words, about: id, at: now, in: tx)
            try ForumOffice.record(
                "forum.block_decided", lifting ? "解除了禁言。" : "维持了禁言。", id, by: actor, at: now, in: tx)
        }
    }

    /// Ends what is over; a job.
    func end(at now: Instant) async throws {
        for overdue in try await office.database.read({ try BlockStore.overdue(at: now, in: $0) }) {
            try await office.database.write { tx in
                try tx.lock("forum_block", id: overdue.id)
                var block = try BlockStore.block(overdue.id, in: tx)
                // Somebody may have lifted it since we looked.
                guard block.endedAt == nil else { return }
                block.end(at: now)
                try BlockStore.update(block, in: tx)
                guard try free(block, in: tx) else { return }
                try office.tell(block.memberID, "您在论坛的禁言已经结束，可以发言了。", about: block.id, at: now, in: tx)
            }
        }
    }

    /// Lets a member write again, unless they were blocked anew since.
    @discardableResult
    private func free(_ block: Block, in tx: Transaction) throws -> Bool {
        try tx.lock("forum_member", id: block.memberID)
        guard try BlockStore.last(of: block.memberID, in: tx)?.id == block.id else { return false }
        try MemberStore.block(block.memberID, until: nil, in: tx)
        return true
    }

    /// Who stands behind a nickname; every look is written down with its reason.
    ///
    /// - Throws: `invalid` without a reason.
    func identity(behind post: Int64, because reason: String, by actor: Actor, at now: Instant) async throws
        -> String
    {
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("why", "请写明为什么需要查看，4 到 200 字，会记入日志。")
        }
        return try await office.database.write { tx in
            guard let id = try PostStore.post(post, in: tx).memberID,
                let person = try Directory.person(id, in: tx)
            else { throw DomainError.notFound("这条帖子没有个人作者。") }
            try ForumOffice.record(
                "forum.identity_opened", "查看了论坛帖子作者的真实姓名：\(reason)", post, by: actor, at: now, in: tx)
            return person.name
        }
    }
}
