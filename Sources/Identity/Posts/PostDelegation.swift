import Journal
import Refusals
import WorkingTime

/// Somebody is away, and a colleague of the same organ does what their posts there let them do (请假代理).
///
/// It is the post that is lent, not the person's name: the deputy signs as themself, and what they did stays theirs.
public struct PostDelegation: Sendable, Hashable, Identifiable {
    /// The longest absence that is bridged by a deputy, in days; afterwards the post is to be given to somebody.
    public static let longestDays = 183

    /// Ours, time-ordered.
    public let id: Int64
    /// Who is away.
    public let from: OrganMember
    /// Who stands in.
    public let to: OrganMember
    /// From which day until which, both counted.
    public let term: PostTerm
    /// Why.
    public let reason: String
    /// Who arranged it.
    public let arranged: PostChange.Signature
    /// Who ended it before its time.
    public internal(set) var ended: PostChange.Signature?

    /// Arranges a deputy: by whoever will be away, or by the head of the organ when they are away already.
    ///
    /// - Throws: `forbidden`, `invalid`.
    public static func arrange(
        from: OrganMember, to: OrganMember, _ term: PostTerm, reason: String, id: Int64, by actor: Actor,
        at now: Instant
    ) throws -> PostDelegation {
        let isHead = actor.organ == from.organ && actor.roles.contains(Role.head.rawValue)
        guard actor.accountID == from.id || isHead else {
            throw DomainError.forbidden("只有本人和本部门负责人可以安排代理。")
        }
        guard from.roles.isDisjoint(with: Role.administrators) else {
            throw DomainError.forbidden("系统、安全、审计管理员的岗位不能委托他人代理。")
        }
        guard from.id != to.id else { throw DomainError.invalid("deputy", "代理人不能是本人。") }
        guard from.organ == to.organ, !to.roles.isEmpty else {
            throw DomainError.invalid("deputy", "请选本部门的同事代理。")
        }
        guard to.roles.isDisjoint(with: Role.administrators) else {
            throw DomainError.invalid("deputy", "系统、安全、审计管理员不能代理其他岗位。")
        }
        try require(term, on: now.day)
        guard !reason.allSatisfy(\.isWhitespace), reason.count <= 500 else {
            throw DomainError.invalid("reason", "请写明代理的原因，例如年休假，不超过 500 字。")
        }
        return PostDelegation(
            id: id, from: from, to: to, term: term, reason: reason,
            arranged: PostChange.Signature(actor, at: now))
    }

    /// Ends it before its time: by either side or the head of the organ.
    ///
    /// - Throws: `forbidden`, `conflict` when it is over.
    public mutating func end(by actor: Actor, at now: Instant) throws {
        let isHead = actor.organ == from.organ && actor.roles.contains(Role.head.rawValue)
        guard actor.accountID == from.id || actor.accountID == to.id || isHead else {
            throw DomainError.forbidden("只有双方本人和本部门负责人可以结束代理。")
        }
        guard ended == nil, let last = term.until, now.day <= last else {
            throw DomainError.conflict("这项代理已经结束。")
        }
        ended = PostChange.Signature(actor, at: now)
    }

    /// Whether the deputy stands in on a day.
    public func isInForce(on day: CivilDate) -> Bool { ended == nil && term.contains(day) }

    private static func require(_ term: PostTerm, on today: CivilDate) throws {
        guard let first = term.from, let last = term.until else {
            throw DomainError.invalid("until", "请写明代理的开始和截止日期。")
        }
        guard last >= today else { throw DomainError.invalid("until", "截止日期已经过去。") }
        guard last.days(since: first) < longestDays else {
            throw DomainError.invalid("until", "代理最长 \(longestDays) 天，更久的请调整岗位。")
        }
    }
}
