import Storage
import WorkingTime

/// What requests tell the forum of answers that were brought back to it.
extension Forum {
    /// Takes the copy of a published answer out of its topic, in the transaction that takes the answer itself down: what the
    /// public register no longer says, neither the topic, nor its API, nor the search says on. The place stays, with the
    /// reason. Nothing happens for a request that came from elsewhere, or whose answer was not brought back.
    ///
    /// - Parameter request: the number of the request.
    /// - Throws: ``StorageError``.
    public static func withdrawAnswer(of request: String, at now: Instant, in tx: Transaction) throws {
        guard let found = try UptakeStore.uptake(ofRequest: request, in: tx) else { return }
        try tx.lock("forum_uptake", id: found.id)
        guard var uptake = try UptakeStore.uptake(found.id, in: tx) else { return }
        // Also where the answer was not brought back yet: the job that read it a moment ago finds nothing to settle.
        uptake.settle(isAnswered: false)
        try UptakeStore.put(uptake, in: tx)
        let topic = try PostStore.post(uptake.id, in: tx).topicID
        for id in try copies(of: request, on: topic, in: tx) {
            try withdraw(id, at: now, in: tx)
        }
        try ForumSearch.tell(topic, at: now, in: tx)
    }

    private static let takenDown = "答复已撤下，不再公开。"

    private static func withdraw(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        var post = try PostStore.locked(id, in: tx)
        guard !post.isEmptied else { return }
        let before = post.words
        try post.withdraw(at: now)
        try PostStore.update(post, in: tx)
        try RevisionStore.insert(
            AnswerRevision(postID: id, words: before, withdrawal: takenDown, at: now), by: 0, in: tx)
        // There is nothing left to look at. Who reported it reads on the page what became of it.
        _ = try ReportStore.close(id, isUpheld: true, by: 0, at: now, in: tx)
    }

    /// The answers of a topic that repeat that of a request, also those that their organ has corrected since.
    private static func copies(of request: String, on topic: Int64, in tx: Transaction) throws -> [Int64] {
        let posts = try PostStore.broughtBack(to: topic, in: tx)
        let earlier = try RevisionStore.revisions(of: posts.map(\.id), in: tx)
        let head = AnswersBack.head(of: request)
        return posts.filter { post in
            ([post.words] + (earlier[post.id] ?? []).map(\.words)).contains { $0.hasPrefix(head) }
        }.map(\.id)
    }
}
