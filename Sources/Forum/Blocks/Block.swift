import Refusals
import Storage
import WorkingTime

/// That a member may not write for a time (禁言), and what they say against it.
struct Block: Sendable, Hashable {
    let id: Int64
    let memberID: Int64
    let reason: String
    let beganAt: Instant
    let untilAt: Instant
    let blockedBy: Int64
    private(set) var appeal: String?
    private(set) var appealedAt: Instant?
    private(set) var isLifted: Bool?
    private(set) var answer: String?
    private(set) var decidedBy: Int64?
    private(set) var decidedAt: Instant?
    private(set) var endedAt: Instant?

    /// A new one.
    ///
    /// - Throws: `invalid` for too many days, or none.
    static func begin(
        _ id: Int64, of member: Member, for days: Int, _ reason: ForumRules.Reason, by account: Int64,
        _ limits: ForumRules.Limits, at now: Instant
    ) throws -> Block {
        guard (1...limits.longestBlockDays).contains(days) else {
            throw DomainError.invalid("days", "禁言 1 到 \(limits.longestBlockDays) 天。")
        }
        guard member.accountID != account else { throw DomainError.forbidden("不能处理自己的账号。") }
        guard !member.isBlocked(at: now) else { throw DomainError.conflict("这位成员已经被禁言。") }
        return Block(
            id: id, memberID: member.id, reason: reason.code, beganAt: now,
            untilAt: now.adding(seconds: days * 86_400), blockedBy: account)
    }

    /// They say why it is wrong, once.
    ///
    /// - Throws: `conflict` the second time and after the time for it, `invalid` when nothing is said.
    mutating func appeal(_ words: String, _ limits: ForumRules.Limits, at now: Instant) throws {
        guard endedAt == nil, untilAt > now else { throw DomainError.conflict("禁言已经结束，不用申诉。") }
        guard appealedAt == nil else { throw DomainError.conflict("每次禁言可以申诉一次，您已经申诉过。") }
        guard now - beganAt <= limits.appealDays * 86_400 else {
            throw DomainError.conflict("申诉应在 \(limits.appealDays) 天内提出，现在已经过了。")
        }
        guard (4...500).contains(words.count) else {
            throw DomainError.invalid("appeal", "请写明为什么不该禁言，4 到 500 字。")
        }
        (appeal, appealedAt) = (words, now)
    }

    /// Another person decides.
    ///
    /// - Throws: `conflict` when there is nothing to decide, `forbidden` for who blocked, `invalid` without reasons.
    mutating func decide(lifting: Bool, because answer: String, by account: Int64, at now: Instant) throws {
        guard appealedAt != nil, decidedAt == nil else { throw DomainError.conflict("没有等待处理的申诉。") }
        guard account != blockedBy else { throw DomainError.forbidden("申诉由作出禁言的人以外的另一人处理。") }
        guard (4...500).contains(answer.count) else {
            throw DomainError.invalid("answer", "请写明理由，4 到 500 字，会告诉申诉人。")
        }
        (isLifted, self.answer, decidedBy, decidedAt) = (lifting, answer, account, now)
        if lifting { endedAt = now }
    }

    /// Its time is over.
    mutating func end(at now: Instant) { endedAt = endedAt ?? now }
}

extension Block {
    init(_ row: Row, in tx: Transaction) throws {
        self.init(
            id: try row.id("id"), memberID: try row.id("member_id"), reason: try row.text("reason"),
            beganAt: try row.instant("began_at"), untilAt: try row.instant("until_at"),
            blockedBy: try row.id("blocked_by"),
            appeal: try row.optionalText("appeal").map { _ in
                try BlockStore.sealed.open("appeal", of: row, in: tx)
            },
            appealedAt: try row.optionalInstant("appealed_at"),
            isLifted: try row.optionalText("decision").map { $0 == "lifted" },
            answer: try row.optionalText("answer"), decidedBy: try row.optionalID("decided_by"),
            decidedAt: try row.optionalInstant("decided_at"), endedAt: try row.optionalInstant("ended_at"))
    }
}
