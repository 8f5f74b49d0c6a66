import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Takes what people write: each person under one name, whatever accounts they have.
struct Posting: Sendable {
    let office: ForumOffice
    /// So that nobody sends faster than people do.
    let pace = RateLimit(burst: 20, perMinute: 20)

    /// What became of it.
    struct Outcome: Sendable, Hashable {
        let topic: Int64
        let post: Int64
        let isWaiting: Bool
    }

    /// What somebody wants to say.
    struct Entry: Sendable {
        var words = ""
        /// Of a new topic.
        var title = ""
        var board = ""
        /// For one's first post.
        var nickname = ""
    }

    /// Opens a topic.
    ///
    /// - Throws: `invalid` naming each field, `forbidden` for who may not write here, `tooMany`, `conflict`.
    func open(_ entry: Entry, as account: Account, by actor: Actor, at now: Instant) async throws -> Outcome {
        let organs = try await office.organTitles()
        try pace.admit("\(account.id)", at: now)
        return try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            var faults = Faults()
            let (who, place, heading, text) = (
                try faults.part { try admit(account, entry.nickname, organs, rules, at: now, in: tx) },
                try faults.part { try rules.chosen(entry.board) },
                try faults.part { try PostWords.title(entry.title, longest: rules.limits.longestTitle) },
                try faults.part { try PostWords(entry.words, longest: rules.limits.longestPost) }
            )
            guard let member = who, let board = place, let title = heading, let words = text else {
                throw DomainError.invalid(faults.errors)
            }
            if let twice = try twice(words, by: member, on: nil, at: now, in: tx) { return twice }
            try board.requireWriter(account)
            let screening = try screening(rules, board, member, at: now, in: tx)
            try screening.admit(words)
            let post = Self.post(
                words, screening.verdict(words, title: title), by: member, account, to: nil, at: now, in: tx)
            try TopicStore.insert(
                Topic(
                    id: post.id, board: board.code, memberID: member.id, title: title, state: post.state,
                    createdAt: now, lastAt: now), in: tx)
            try PostStore.insert(post, in: tx)
            try ForumOffice.record(
                "forum.topic_opened", "在论坛发起话题：\(title)。", post.id, by: actor, at: now, in: tx)
            return Outcome(topic: post.id, post: post.id, isWaiting: post.state == .waiting)
        }
    }

    /// Says something to a topic.
    func reply(_ entry: Entry, to topic: Int64, as account: Account, by actor: Actor, at now: Instant)
        async throws
        -> Outcome
    {
        let organs = try await office.organTitles()
        try pace.admit("\(account.id)", at: now)
        return try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            let topic = try TopicStore.open(topic, at: now, in: tx)
            guard let board = rules.board(topic.board) else { throw DomainError.conflict("这个板块已经停用。") }
            var faults = Faults()
            let (who, text) = (
                try faults.part { try admit(account, entry.nickname, organs, rules, at: now, in: tx) },
                try faults.part { try PostWords(entry.words, longest: rules.limits.longestPost) }
            )
            guard let member = who, let words = text else { throw DomainError.invalid(faults.errors) }
            if let twice = try twice(words, by: member, on: topic.id, at: now, in: tx) { return twice }
            try board.requireWriter(account)
            let screening = try screening(rules, board, member, at: now, in: tx)
            try screening.admit(words)
            let post = Self.post(
                words, screening.verdict(words), by: member, account, to: topic.id, at: now, in: tx)
            try PostStore.insert(post, in: tx)
            if post.state == .shown { try TopicStore.stir(topic.id, at: now, in: tx) }
            try ForumOffice.record(
                "forum.replied", "回复话题“\(topic.title)”。", post.id, by: actor, at: now, in: tx)
            return Outcome(topic: topic.id, post: post.id, isWaiting: post.state == .waiting)
        }
    }

    /// The same form sent twice says it once.
    private func twice(
        _ words: PostWords, by member: Member, on topic: Int64?, at now: Instant, in tx: Transaction
    ) throws -> Outcome? {
        let since = now.adding(seconds: -Self.doubleSeconds)
        let same = try PostStore.own(member.id, since: since, in: tx).first { post in
            post.digest == words.digest && (topic.map { $0 == post.topicID && !post.isFirst } ?? post.isFirst)
        }
        return same.map { Outcome(topic: $0.topicID, post: $0.id, isWaiting: $0.state == .waiting) }
    }

    private static let doubleSeconds = 600

    private static func post(
        _ words: PostWords, _ verdict: Screening.Verdict, by member: Member, _ account: Account,
        to topic: Int64?,
        at now: Instant, in tx: Transaction
    ) -> Post {
        let id = tx.ids.next()
        var flag: String?
        if case .waiting(let why) = verdict { flag = why }
        return Post(
            id: id, topicID: topic ?? id, memberID: member.id, organ: nil, writtenBy: account.id,
            isFirst: topic == nil, words: words.text, digest: words.digest,
            state: flag == nil ? .shown : .waiting, flag: flag, createdAt: now)
    }
}
