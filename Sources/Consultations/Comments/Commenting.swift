import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Takes what people say, supports and take back: each person counts once, whatever accounts they have.
struct Commenting: Sendable {
    let office: ConsultationOffice
    /// So that nobody writes faster than people do.
    private let pace = RateLimit(burst: 10, perMinute: 10)

    init(office: ConsultationOffice) { self.office = office }

    /// What became of a comment.
    enum Outcome: Sendable, Hashable {
        case kept(number: Int)
        /// Somebody had said the same: it was counted there.
        case joined(number: Int)

        var number: Int {
            switch self {
            case .kept(let number), .joined(let number): number
            }
        }
    }

    /// Keeps a comment, or counts it as support of the one that says the same.
    ///
    /// - Throws: `forbidden` without a proven name, `conflict` after the end or beyond the limit, `tooMany`, `invalid`.
    func comment(
        _ words: String, on anchor: String, of id: Int64, as account: Account,
        once: Idempotency.Request? = nil, by actor: Actor, at now: Instant
    ) async throws -> Outcome {
        try pace.admit("\(account.id)", at: now)
        return try await office.database.write { tx in
            if let earlier = try once.flatMap({ try Idempotency.replay($0, in: tx) }) {
                return .kept(number: Int(earlier.response) ?? 0)
            }
            // Held, so that it is not closed, and nobody says the same, meanwhile.
            let one = try ConsultationStore.locked(id, in: tx)
            try one.requireTaking(on: now.day)
            let (voice, rules) = (try Self.voice(of: account, in: tx), try ConsultationRules.current(in: tx))
            let published = try VersionStore.version(one.version, of: id, in: tx).passages
            let covered = try PublicComment.checked(words, on: anchor, of: published, rules)
            let outcome = try Self.keep(covered, on: anchor, one, voice, rules, by: actor, at: now, in: tx)
            try once?.remember(String(outcome.number), at: now, in: tx)
            return outcome
        }
    }

    private static func keep(
        _ words: String, on anchor: String, _ one: Consultation, _ voice: CommentStore.Voice,
        _ rules: ConsultationRules, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> Outcome {
        if let alike = try CommentStore.alike(words, on: anchor, of: one.id, in: tx) {
            guard alike.personID != voice.personID else { throw DomainError.conflict("您已经提过同样的意见，不用重复提。") }
            guard try CommentStore.support(alike.id, by: voice.personID, at: now, in: tx) else {
                throw DomainError.conflict("您已经支持过同样的意见（第 \(alike.number) 条），不用重复提。")
            }
            try record("consultation.supported", "支持第 \(alike.number) 条意见", one, by: actor, at: now, in: tx)
            return .joined(number: alike.number)
        }
        guard try CommentStore.count(by: voice.personID, of: one.id, in: tx) < rules.commentsEach else {
            throw DomainError.conflict("每人对一份稿子最多提 \(rules.commentsEach) 条意见，您可以支持别人的意见。")
        }
        let number = try CommentStore.insert(words, on: anchor, of: one, by: voice, at: now, in: tx)
        try record("consultation.commented", "提出第 \(number) 条意见", one, by: actor, at: now, in: tx)
        return .kept(number: number)
    }

    /// - Throws: `conflict` for one's own, the second time and after the end.
    func support(_ number: Int, of id: Int64, as account: Account, by actor: Actor, at now: Instant)
        async throws
    {
        try pace.admit("\(account.id)", at: now)
        try await office.database.write { tx in
            let one = try ConsultationStore.locked(id, in: tx)
            try one.requireTaking(on: now.day)
            let voice = try Self.voice(of: account, in: tx)
            let comment = try CommentStore.comment(number, of: id, in: tx)
            guard comment.state == .shown else { throw DomainError.conflict("这条意见已经撤回。") }
            guard comment.personID != voice.personID else { throw DomainError.conflict("这是您自己的意见，不能再支持。") }
            guard try CommentStore.support(comment.id, by: voice.personID, at: now, in: tx) else {
                throw DomainError.conflict("您已经支持过这条意见，每人只算一次。")
            }
            try Self.record("consultation.supported", "支持第 \(number) 条意见", one, by: actor, at: now, in: tx)
        }
    }

    /// - Throws: `notFound` for that of others, `conflict` after the end.
    func withdraw(_ number: Int, of id: Int64, as account: Account, by actor: Actor, at now: Instant)
        async throws
    {
        try await office.database.write { tx in
            let one = try ConsultationStore.locked(id, in: tx)
            try one.requireTaking(on: now.day)
            let comment = try CommentStore.comment(number, of: id, in: tx)
            guard comment.accountID == account.id, comment.state == .shown else {
                throw DomainError.notFound("没有这条意见，或者已经撤回。")
            }
            try CommentStore.withdraw(comment, in: tx)
            try Self.record(
                "consultation.comment_withdrawn", "撤回第 \(number) 条意见", one, by: actor, at: now, in: tx)
        }
    }

    static func voice(of account: Account, in tx: Transaction) throws -> CommentStore.Voice {
        guard let id = account.personID, let person = try Directory.person(id, in: tx) else {
            throw DomainError.forbidden("请用实名的个人账号提意见：每人算一次，公布时只写姓氏。")
        }
        return CommentStore.Voice(accountID: account.id, personID: id, author: Masking.name(person.name))
    }

    private static func record(
        _ action: String, _ words: String, _ one: Consultation, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try ConsultationOffice.record(
            action, "对《\(one.facts.title)》\(words)。", one.id, by: actor, at: now, in: tx)
    }
}
