import Cases
import Identity
import Journal
import Refusals
import Search
import Storage

extension RequestOffice {
    /// Takes an answer out of the public register, where it tells of somebody after all (个人信息保护法 art. 47). Whoever asked
    /// keeps the answer; what was published stays in the journal alone.
    ///
    /// - Throws: `forbidden` for others than the office and the organ that answered, `conflict` for one that is not published,
    ///   `invalid` without a reason.
    func unpublish(_ number: String, because reason: String, by actor: Actor, as viewer: Viewer) async throws
    {
        let subject = try await subject(number, for: viewer)
        guard let organ = actor.organ, [subject.plan.hall, subject.plan.organ].contains(organ) else {
            throw DomainError.forbidden("由受理的单位或者答复的单位撤下。")
        }
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("withdrawal", "请写明为什么撤下，4 到 200 字。")
        }
        let now = cases.now
        try await database.write { [aid] tx in
            try tx.lock("service_request", id: subject.id)
            let withdrawn = try tx.execute(
                """
                UPDATE service_request SET published_at = NULL, public_title = NULL, public_words = NULL,
                    public_answer = NULL
                WHERE id = \(subject.id) AND published_at IS NOT NULL
                """)
            guard withdrawn == 1 else { throw DomainError.conflict("这件诉求没有公开，不用撤下。") }
            try aid.unpublished(number, now, tx)
            try SearchIndex.remove(
                SearchDocument.key(subject.id), of: RegisterSearch.source, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.unpublished", subject: number,
                    sentence: "\(actor.name)从公开的诉求里撤下了 \(number)：\(reason)", isPublic: false),
                in: tx)
        }
    }
}
