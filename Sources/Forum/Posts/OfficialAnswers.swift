import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What an organ says to a topic: marked as such, and above all else.
struct OfficialAnswers: Sendable {
    let office: ForumOffice

    /// - Throws: `forbidden` for who answers for no organ, `conflict` for the same words again, `invalid`.
    func answer(_ text: String, to topic: Int64, by officer: OfficerContext, _ request: WebRequest)
        async throws
    {
        guard let organ = officer.account.organs(for: .answerForum).sorted().first else {
            throw DomainError.forbidden("以部门名义答复由部门的经办人和负责人办理。")
        }
        let (actor, now) = (officer.actor(request, organ: organ), request.now)
        try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            // Held, so that the same answer sent twice at once is given once.
            try tx.lock("forum_topic", id: topic)
            let topic = try TopicStore.open(topic, at: now, in: tx)
            let words = try PostWords(text, longest: rules.limits.longestPost)
            let earlier = try PostStore.head(of: topic.id, in: tx)
            guard !earlier.contains(where: { $0.post.digest == words.digest && $0.post.organ == organ })
            else {
                return
            }
            let post = Post.official(
                words.text, organ: organ, by: actor.accountID, to: topic.id, id: tx.ids.next(), at: now)
            try PostStore.insert(post, in: tx)
            try TopicStore.stir(topic.id, at: now, in: tx)
            try office.tell(topic.memberID, "您的话题“\(topic.title)”有部门答复了。", about: post.id, at: now, in: tx)
            try ForumOffice.record(
                "forum.answered", "以部门名义答复了话题“\(topic.title)”。", post.id, by: actor, at: now, in: tx)
        }
    }
}
