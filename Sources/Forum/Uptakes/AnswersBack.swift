import Refusals
import RequestDoors
import Storage
import Wordings
import WorkingTime

/// Brings the published answer of a request back to the topic it came from; a job.
struct AnswersBack: Sendable {
    let office: ForumOffice
    private static let batch = 200

    /// How every answer begins that was brought back.
    static func head(of number: String) -> String { "诉求 \(number) 的答复：\n\n" }

    func bring(at now: Instant) async throws {
        var last: Int64 = 0
        while true {
            let after = last
            let open = try await office.database.read {
                try UptakeStore.open(after: after, limit: Self.batch, in: $0)
            }
            guard let end = open.last else { return }
            let standings = try await office.door.standings(open.compactMap(\.number))
            for uptake in open {
                guard let standing = uptake.number.flatMap({ standings[$0] }), standing.hasEnded else {
                    continue
                }
                try await settle(uptake, standing, at: now)
            }
            guard open.count == Self.batch else { return }
            last = end.id
        }
    }

    private func settle(_ uptake: Uptake, _ standing: RequestDoor.Standing, at now: Instant) async throws {
        try await office.database.write { tx in
            try tx.lock("forum_uptake", id: uptake.id)
            guard var uptake = try UptakeStore.uptake(uptake.id, in: tx), uptake.state == .filed else {
                return
            }
            uptake.settle(isAnswered: standing.answer != nil)
            try UptakeStore.put(uptake, in: tx)
            guard let answer = standing.answer else { return }
            let post = try PostStore.post(uptake.id, in: tx)
            let words = Self.head(of: uptake.number ?? "") + answer
            try PostStore.insert(
                .official(words, organ: standing.organ, by: 0, to: post.topicID, id: tx.ids.next(), at: now),
                in: tx)
            try TopicStore.stir(post.topicID, at: now, in: tx)
        }
    }
}

extension Post {
    /// What an organ says.
    static func official(
        _ words: String, organ: String, by account: Int64, to topic: Int64, id: Int64, at now: Instant
    ) -> Post {
        Post(
            id: id, topicID: topic, memberID: nil, organ: organ, writtenBy: account, isFirst: false,
            words: words, digest: Wording.digest(words), state: .shown, createdAt: now)
    }
}
