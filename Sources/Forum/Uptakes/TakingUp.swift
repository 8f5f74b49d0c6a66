import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Turns posts into requests, and brings their answers back.
struct TakingUp: Sendable {
    let office: ForumOffice

    /// What a moderator or an officer chooses.
    struct Choice: Sendable {
        let category: String
        let kind: String
        let division: String
        /// Whether the office says it of its own accord, without its author.
        let isOffice: Bool
    }

    /// Asks the author, or files it in the name of the office.
    ///
    /// - Returns: the number, when it is filed.
    /// - Throws: `conflict` for a post that is not read by everybody or is a request already, `invalid`.
    func take(_ id: Int64, _ choice: Choice, by actor: Actor, at now: Instant) async throws -> String? {
        let choices = try await office.door.choices()
        guard choices.categories.contains(where: { $0.code == choice.category }) else {
            throw DomainError.invalid("category", "请选择是哪方面的事。")
        }
        guard choices.kinds.contains(where: { $0.code == choice.kind }) else {
            throw DomainError.invalid("kind", "请选择是咨询、求助、投诉、举报还是建议。")
        }
        let asked = try await office.database.write { tx in
            let (line, uptake) = try ready(id, choice, by: actor, at: now, in: tx)
            try UptakeStore.put(uptake, in: tx)
            guard !choice.isOffice else { return line }
            try office.tell(
                uptake.memberID, "工作人员建议把您在话题“\(line.topic.title)”里的帖子转为诉求，由责任单位办理。请在“我的论坛”选择同意或者不同意。",
                about: id, at: now, in: tx)
            try ForumOffice.record("forum.uptake_asked", "建议把论坛帖子转为诉求。", id, by: actor, at: now, in: tx)
            return line
        }
        guard choice.isOffice else { return nil }
        return try await file(asked, choice, in: nil, by: actor, at: now)
    }

    private func ready(_ id: Int64, _ choice: Choice, by actor: Actor, at now: Instant, in tx: Transaction)
        throws
        -> (QueueLine, Uptake)
    {
        let line = try QueueStore.line(PostStore.locked(id, in: tx), in: tx)
        guard line.post.state == .shown, let member = line.post.memberID else {
            throw DomainError.conflict("只有公开的、由个人发的帖子可以转为诉求。")
        }
        guard try UptakeStore.uptake(id, in: tx)?.number == nil else {
            throw DomainError.conflict("这条帖子已经转为诉求。")
        }
        let uptake = Uptake(
            id: id, memberID: member, state: .asked, category: choice.category, kind: choice.kind,
            division: choice.division, askedBy: actor.accountID, askedAt: now)
        return (line, uptake)
    }

    /// Its author agrees, and it is theirs, or they would rather not.
    ///
    /// - Returns: the number, when it is filed.
    func answer(_ id: Int64, agrees: Bool, as account: Account, by actor: Actor, at now: Instant) async throws
        -> String?
    {
        let (line, choice) = try await office.database.write { tx in
            let line = try QueueStore.line(PostStore.locked(id, in: tx), in: tx)
            guard var uptake = try UptakeStore.uptake(id, in: tx), let person = account.personID,
                uptake.memberID == person
            else { throw DomainError.notFound(PostStore.missing) }
            try uptake.requireAsked()
            if !agrees {
                try uptake.decline()
                try UptakeStore.put(uptake, in: tx)
                try ForumOffice.record(
                    "forum.uptake_declined", "不同意把论坛帖子转为诉求。", id, by: actor, at: now, in: tx)
            }
            return (
                line,
                Choice(
                    category: uptake.category, kind: uptake.kind, division: uptake.division, isOffice: false)
            )
        }
        return agrees ? try await file(line, choice, in: account, by: actor, at: now) : nil
    }

    private func file(
        _ line: QueueLine, _ choice: Choice, in account: Account?, by actor: Actor, at now: Instant
    ) async throws -> String {
        let number = try await office.door.file(
            RequestDoor.Entry(
                id: line.post.id, topic: line.topic.id, category: choice.category, kind: choice.kind,
                division: choice.division,
                title: line.topic.title, words: line.post.words, author: account), actor)
        try await office.database.write { tx in
            try tx.lock("forum_uptake", id: line.post.id)
            guard var uptake = try UptakeStore.uptake(line.post.id, in: tx), uptake.number != number else {
                return
            }
            try uptake.file(number, at: now)
            try UptakeStore.put(uptake, in: tx)
            try office.tell(
                uptake.memberID, "您在话题“\(line.topic.title)”里的帖子已转为诉求 \(number)，答复公开以后会贴回论坛。",
                about: line.post.id, at: now, in: tx)
            try ForumOffice.record(
                "forum.post_taken_up", "把论坛帖子转为诉求 \(number)。", line.post.id, by: actor, at: now, in: tx)
        }
        return number
    }
}
