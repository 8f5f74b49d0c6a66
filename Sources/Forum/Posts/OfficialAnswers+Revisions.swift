import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What an organ does with an answer that was wrong; nobody else does, and never unseen.
extension OfficialAnswers {
    /// Says it right; what was said before stays to be read.
    ///
    /// - Throws: `forbidden` for another organ, `conflict` for what is withdrawn, `invalid`.
    func correct(_ id: Int64, to text: String, by officer: OfficerContext, _ request: WebRequest) async throws
    {
        let now = request.now
        try await revise(id, "forum.answer_corrected", "更正", by: officer, request) { post, topic, tx in
            let words = try PostWords(text, longest: try office.rules(in: tx).limits.longestPost)
            guard try RevisionStore.count(of: id, in: tx) < RevisionStore.most else {
                throw DomainError.conflict("这条答复已经更正 \(RevisionStore.most) 次，请撤回以后重新答复。")
            }
            try post.correct(words, at: now)
            return (nil, "您的话题“\(topic.title)”里，部门更正了答复。", "您举报的部门答复已经更正，谢谢。")
        }
    }

    /// Takes it back, and says why where it stood.
    ///
    /// - Throws: `forbidden` for another organ, `conflict` for what is withdrawn, `invalid` without a reason.
    func withdraw(_ id: Int64, because text: String, by officer: OfficerContext, _ request: WebRequest)
        async throws
    {
        let now = request.now
        try await revise(id, "forum.answer_withdrawn", "撤回", by: officer, request) { post, topic, _ in
            let reason = try PostWords.withdrawal(text)
            try post.withdraw(at: now)
            return (reason, "您的话题“\(topic.title)”里，部门撤回了答复：\(reason)", "您举报的部门答复已经撤回，谢谢。")
        }
    }

    /// - Parameter rule: changes the answer; says why it is withdrawn, nil for a correction, and what the author of the topic
    ///   and those who reported the answer are told.
    private func revise(
        _ id: Int64, _ action: String, _ verb: String, by officer: OfficerContext, _ request: WebRequest,
        _ rule: @escaping @Sendable (inout Post, Topic, Transaction) throws -> (String?, Sentence, Sentence)
    ) async throws {
        let (organs, now) = (officer.account.organs(for: .answerForum), request.now)
        try await office.database.write { tx in
            var post = try PostStore.locked(id, in: tx)
            guard let organ = post.organ, organs.contains(organ) else {
                throw DomainError.forbidden("部门的答复由作出答复的部门更正或者撤回。")
            }
            let (actor, before) = (officer.actor(request, organ: organ), post.words)
            let topic = try TopicStore.topic(post.topicID, in: tx)
            let (withdrawal, told, thanks) = try rule(&post, topic, tx)
            try PostStore.update(post, in: tx)
            try RevisionStore.insert(
                AnswerRevision(postID: id, words: before, withdrawal: withdrawal, at: now),
                by: actor.accountID, in: tx)
            try TopicStore.untell(topic.id, in: tx)
            try office.tell(topic.memberID, told, about: id, at: now, in: tx)
            try office.closeReports(of: id, isUpheld: true, thanks, by: actor, at: now, in: tx)
            try ForumOffice.record(
                action, "\(verb)了话题“\(topic.title)”的部门答复。", id, by: actor, at: now, in: tx)
        }
    }

    /// The first reader who finds an answer wrong is heard by who wrote it and by the heads of the organ: nobody else can
    /// put it right.
    static func tellOrgan(
        _ office: ForumOffice, of post: Post, on topic: Topic, at now: Instant, in tx: Transaction
    ) throws {
        guard let organ = post.organ, try ReportStore.open(of: post.id, in: tx).count == 1 else { return }
        for member in try Accounts.members(of: organ, on: now.day, in: tx)
        where member.roles.contains(.head) || member.id == post.writtenBy {
            try office.outbox.enqueue(
                to: member.id, about: ForumPath.post(String(post.id)),
                "有人举报您部门对话题“\(topic.title)”的答复。有误的请更正或者撤回。", at: now, in: tx)
        }
    }
}
