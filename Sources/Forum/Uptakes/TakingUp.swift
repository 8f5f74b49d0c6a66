import Identity
import Journal
import Refusals
import RequestDoors
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
        guard !choice.isOffice else {
            let line = try await office.database.read { tx in
                try QueueStore.line(PostStore.post(id, in: tx), in: tx)
            }
            return try await file(line, choice, in: nil, by: actor, at: now) { tx in
                try ready(id, choice, by: actor, at: now, in: tx)
            }
        }
        try await office.database.write { tx in
            let (line, uptake) = try ready(id, choice, by: actor, at: now, in: tx)
            try UptakeStore.put(uptake, in: tx)
            try office.tell(
                uptake.memberID, "工作人员建议把您在话题“\(line.topic.title)”里的帖子转为诉求，由责任单位办理。请在“我的论坛”选择同意或者不同意。",
                about: id, at: now, in: tx)
            try ForumOffice.record("forum.uptake_asked", "建议把论坛帖子转为诉求。", id, by: actor, at: now, in: tx)
        }
        return nil
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
        let (line, uptake) = try await office.database.read { tx in
            try asked(PostStore.post(id, in: tx), of: account, in: tx)
        }
        guard agrees else {
            try await office.database.write { tx in
                var (_, uptake) = try asked(PostStore.locked(id, in: tx), of: account, in: tx)
                try uptake.decline()
                try UptakeStore.put(uptake, in: tx)
                try ForumOffice.record(
                    "forum.uptake_declined", "不同意把论坛帖子转为诉求。", id, by: actor, at: now, in: tx)
            }
            return nil
        }
        let choice = Choice(
            category: uptake.category, kind: uptake.kind, division: uptake.division, isOffice: false)
        return try await file(line, choice, in: account, by: actor, at: now) { tx in
            try asked(PostStore.locked(id, in: tx), of: account, in: tx)
        }
    }

    /// The post of which an account is asked.
    ///
    /// - Throws: `notFound` for everybody else, `conflict` when they have answered, or have deleted it since, or it is out of
    ///   sight: of words that are gone there is nothing to deal with.
    private func asked(_ post: Post, of account: Account, in tx: Transaction) throws -> (QueueLine, Uptake) {
        let line = try QueueStore.line(post, in: tx)
        guard let uptake = try UptakeStore.uptake(post.id, in: tx), let person = account.personID,
            uptake.memberID == person
        else { throw DomainError.notFound(PostStore.missing) }
        try uptake.requireAsked()
        guard post.state == .shown, !post.isEmptied else {
            throw DomainError.conflict("这条帖子已经删除或者不公开，不能转为诉求。")
        }
        return (line, uptake)
    }

    /// The request and what the forum keeps of it are written together: neither is ever there without the other.
    ///
    /// - Parameter held: the post and its uptake as they are then, with the post held.
    private func file(
        _ line: QueueLine, _ choice: Choice, in account: Account?, by actor: Actor, at now: Instant,
        _ held: @escaping @Sendable (Transaction) throws -> (QueueLine, Uptake)
    ) async throws -> String {
        let entry = RequestDoor.Entry(
            id: line.post.id, category: choice.category, kind: choice.kind, division: choice.division,
            title: line.topic.title, words: line.post.words,
            source: "市民论坛 \(ForumPath.topic(String(line.topic.id)))", author: account)
        return try await office.door.file(entry, actor) { number, tx in
            let (current, known) = try held(tx)
            var uptake = known
            guard current.post.words == entry.words else {
                throw DomainError.conflict("这条帖子刚刚改过，请看过以后再转。")
            }
            try uptake.file(number, at: now)
            try UptakeStore.put(uptake, in: tx)
            try office.tell(
                uptake.memberID, "您在话题“\(current.topic.title)”里的帖子已转为诉求 \(number)，答复公开以后会贴回论坛。",
                about: entry.id, at: now, in: tx)
            try ForumOffice.record(
                "forum.post_taken_up", "把论坛帖子转为诉求 \(number)。", entry.id, by: actor, at: now, in: tx)
        }
    }
}
