import Refusals
import WorkingTime

/// Somebody lets another person see how their own matters stand (亲友关注): the one side asks, the other agrees, and
/// either ends it (个人信息保护法 arts. 14, 15).
struct Follow: Sendable, Hashable, Identifiable {
    /// The longest term in days: a year.
    static let longestDays = 366
    /// How many a person has open at once.
    static let mostOpen = 20

    /// What the follower is to the owner.
    enum Relation: String, Sendable, CaseIterable {
        case child, parent, spouse, relative, other

        var chinese: String {
            switch self {
            case .child: "子女"
            case .parent: "父母"
            case .spouse: "配偶"
            case .relative: "其他亲属"
            case .other: "其他人"
            }
        }
    }

    /// What may be seen.
    enum Scope: Sendable, Hashable {
        /// Every matter of the owner's own; never those of an enterprise.
        case everything
        /// The matter of this number.
        case matter(String)

        var chinese: String {
            switch self {
            case .everything: "本人的全部办件"
            case .matter(let number): "办件 \(number)"
            }
        }
    }

    /// One of the two people.
    struct Side: Sendable, Hashable {
        let accountID: Int64
        let name: String
    }

    /// How it was ended.
    struct End: Sendable, Hashable {
        let accountID: Int64
        let at: Instant
    }

    /// Where it stands on a day.
    enum State: Sendable, Hashable {
        case waiting, inForce, declined, ended, expired
    }

    let id: Int64
    let owner: Side
    let follower: Side
    let relation: Relation
    let scope: Scope
    /// The last day.
    let until: CivilDate
    let invitedAt: Instant
    var acceptedAt: Instant?
    var ended: End?

    /// Asks somebody to follow.
    ///
    /// - Throws: `invalid` at a field.
    static func invite(
        _ follower: Side, by owner: Side, _ relation: Relation?, _ scope: Scope, until: CivilDate?, id: Int64,
        at now: Instant
    ) throws -> Follow {
        guard follower.accountID != owner.accountID else {
            throw DomainError.invalid("identity", "这是您本人，自己的办件不需要另外关注。")
        }
        guard let relation else { throw DomainError.invalid("relation", "请选择对方是您的什么人。") }
        guard let until else { throw DomainError.invalid("until", "请写明截止日期，例如 2027-06-30。") }
        guard until >= now.day else { throw DomainError.invalid("until", "截止日期已经过去。") }
        guard until.days(since: now.day) < longestDays else {
            throw DomainError.invalid("until", "一次最长一年，到期可以再邀请。")
        }
        return Follow(
            id: id, owner: owner, follower: follower, relation: relation, scope: scope, until: until,
            invitedAt: now)
    }

    /// The follower agrees.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` when it is over or agreed already.
    mutating func accept(by account: Int64, at now: Instant) throws {
        guard account == follower.accountID else { throw Self.unknown }
        switch state(on: now.day) {
        case .waiting: acceptedAt = now
        case .inForce: throw DomainError.conflict("您已经同意过了。")
        case .declined, .ended, .expired: throw DomainError.conflict("这项关注已经结束，请对方重新邀请。")
        }
    }

    /// Either side ends it; the follower who has not agreed yet declines.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` when it is over.
    mutating func end(by account: Int64, at now: Instant) throws {
        guard isSeen(by: account) else { throw Self.unknown }
        guard ended == nil, now.day <= until else { throw DomainError.conflict("这项关注已经结束。") }
        ended = End(accountID: account, at: now)
    }

    /// Where it stands on a day.
    func state(on day: CivilDate) -> State {
        if let ended {
            return acceptedAt == nil && ended.accountID == follower.accountID ? .declined : .ended
        }
        guard day <= until else { return .expired }
        return acceptedAt == nil ? .waiting : .inForce
    }

    /// Whether the follower may look at this matter on a day.
    func reaches(_ numbers: Set<String>, on day: CivilDate) -> Bool {
        guard state(on: day) == .inForce else { return false }
        guard case .matter(let number) = scope else { return true }
        return numbers.contains(number)
    }

    func isSeen(by account: Int64) -> Bool { [owner.accountID, follower.accountID].contains(account) }

    /// What is said of one that does not exist and of one that is somebody else's.
    static let unknown = DomainError.notFound("没有这项关注，可能链接不完整。")
}
