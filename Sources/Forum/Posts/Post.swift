import Refusals
import WorkingTime

/// One thing said, by a member or in the name of an organ.
struct Post: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        case waiting, shown, refused, hidden, deleted

        var chinese: String {
            switch self {
            case .waiting: "等待审核"
            case .shown: "已公开"
            case .refused: "没有通过"
            case .hidden: "已被隐藏"
            case .deleted: "已删除"
            }
        }
    }

    let id: Int64
    let topicID: Int64
    let memberID: Int64?
    let organ: String?
    let writtenBy: Int64
    let isFirst: Bool
    private(set) var words: String
    private(set) var digest: String
    private(set) var state: State
    private(set) var flag: String?
    private(set) var reason: String?
    private(set) var decidedBy: Int64?
    let createdAt: Instant
    private(set) var editedAt: Instant?
}

extension Post {
    /// Changes the words, as long as nobody may have relied on them.
    ///
    /// - Throws: `conflict` when the time is over or it is no longer to be read.
    mutating func edit(_ words: PostWords, _ verdict: Screening.Verdict, within minutes: Int, at now: Instant)
        throws
    {
        guard isEditable(within: minutes, at: now) else {
            throw DomainError.conflict("发出 \(minutes) 分钟以后不能再改，可以再回复一条。")
        }
        (self.words, digest, editedAt) = (words.text, words.digest, now)
        switch verdict {
        case .shown where state == .shown: break
        case .shown: flag = flag ?? "改过"
        case .waiting(let why): (state, flag) = (.waiting, why)
        }
    }

    func isEditable(within minutes: Int, at now: Instant) -> Bool {
        organ == nil && (state == .shown || state == .waiting) && now - createdAt < minutes * 60
    }

    /// The words as they stand, for who judges them: another one after every change, be it of a mark alone.
    var version: String { "\(editedAt?.milliseconds ?? 0)-\(digest.prefix(16))" }

    /// Whether its author took the words away.
    var isEmptied: Bool { words.isEmpty }

    /// Its author takes it away: the words go, the place stays. The place of a deleted post is read by everybody, with
    /// what others said to it; what a moderator took out of sight stays there.
    ///
    /// - Throws: `conflict` the second time.
    mutating func delete() throws {
        guard !isEmptied else { throw DomainError.conflict("这条帖子已经删除。") }
        (words, digest) = ("", "")
        if state == .shown || state == .waiting { state = .deleted }
    }

    /// The organ that gave an answer says it right.
    ///
    /// - Throws: `conflict` for what is no answer or is withdrawn, `invalid` for the same words.
    mutating func correct(_ words: PostWords, at now: Instant) throws {
        try requireAnswer()
        guard words.digest != digest else { throw DomainError.invalid("words", "内容没有变化，不用更正。") }
        (self.words, digest, editedAt) = (words.text, words.digest, now)
    }

    /// The organ that gave an answer takes it back: the words go, the place stays.
    ///
    /// - Throws: `conflict` for what is no answer, and the second time.
    mutating func withdraw(at now: Instant) throws {
        try requireAnswer()
        (words, digest, editedAt) = ("", "", now)
    }

    private func requireAnswer() throws {
        guard organ != nil, state == .shown else { throw DomainError.conflict("只有公开的部门答复可以更正或者撤回。") }
        guard !isEmptied else { throw DomainError.conflict("这条答复已经撤回。") }
    }

    /// A moderator lets it be read.
    ///
    /// - Parameter seen: the `version` they read.
    /// - Throws: `conflict` when it does not wait or was changed since, `forbidden` for one's own.
    mutating func approve(by account: Int64, seen: String?) throws {
        guard state == .waiting else { throw DomainError.conflict("这条帖子已经有人处理过。") }
        try requireOther(account)
        guard seen == version else { throw DomainError.conflict("这条帖子刚刚改过，请看过最新的内容再公开。") }
        (state, flag, decidedBy) = (.shown, nil, account)
    }

    /// A moderator does not, and says why.
    ///
    /// - Throws: `conflict` when it does not wait, `forbidden` for one's own.
    mutating func refuse(_ reason: ForumRules.Reason, by account: Int64) throws {
        guard state == .waiting else { throw DomainError.conflict("这条帖子已经有人处理过。") }
        try requireOther(account)
        (state, self.reason, decidedBy) = (.refused, reason.code, account)
    }

    /// A moderator takes it out of sight.
    ///
    /// - Throws: `conflict` when nobody sees it anyway, `forbidden` for one's own and for what an organ says.
    mutating func hide(_ reason: ForumRules.Reason, by account: Int64) throws {
        guard state == .shown else { throw DomainError.conflict("只有公开的帖子可以隐藏。") }
        guard organ == nil else { throw DomainError.forbidden("部门的答复由作出答复的部门更正或者撤回，不能隐藏。") }
        try requireOther(account)
        (state, self.reason, decidedBy) = (.hidden, reason.code, account)
    }

    /// A moderator lets it be read again.
    ///
    /// - Throws: `conflict` when it is not hidden, or its author has taken the words away since.
    mutating func unhide(by account: Int64) throws {
        guard state == .hidden else { throw DomainError.conflict("这条帖子没有被隐藏。") }
        guard !isEmptied else { throw DomainError.conflict("作者已经删除这条帖子，不能恢复。") }
        try requireOther(account)
        (state, reason, decidedBy) = (.shown, nil, account)
    }

    private func requireOther(_ account: Int64) throws {
        guard writtenBy != account || organ != nil else { throw DomainError.forbidden("自己写的帖子由别人审核。") }
    }
}
