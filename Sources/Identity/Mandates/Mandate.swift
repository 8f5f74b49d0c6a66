import Refusals
import WorkingTime

/// A legal representative lets somebody apply in the enterprise's name (授权办事): it says who, what for and until when
/// (民法典 art. 165), and either side may end it (art. 173).
public struct Mandate: Sendable, Hashable, Identifiable {
    /// The longest term in days: three years.
    public static let longestDays = 1_096
    /// The most services one mandate names.
    public static let mostServices = 20

    /// What it is good for.
    public enum Scope: Sendable, Hashable {
        /// Every service there is, and a look at all matters of the enterprise.
        case everything
        /// These services; of the enterprise's matters only those the agent filed.
        case services(Set<String>)
    }

    /// Somebody on one of its sides.
    public struct Side: Sendable, Hashable {
        /// The account.
        public let accountID: Int64
        /// The person's name.
        public let name: String

        /// One side.
        public init(accountID: Int64, name: String) {
            self.accountID = accountID
            self.name = name
        }
    }

    /// An enterprise and who speaks for it by law.
    public struct Enterprise: Sendable, Hashable {
        /// The unified social credit code.
        public let code: String
        /// The registered name.
        public let name: String
        /// The person who is its legal representative (法定代表人、经营者).
        public let representativeID: Int64?

        /// An enterprise as it is registered.
        public init(code: String, name: String, representativeID: Int64?) {
            self.code = code
            self.name = name
            self.representativeID = representativeID
        }
    }

    /// How it was ended before its time.
    public struct End: Sendable, Hashable {
        /// Who ended it.
        public let accountID: Int64
        /// When.
        public let at: Instant
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// In whose name.
    public let enterprise: Enterprise
    /// Who gave it.
    public let grantor: Side
    /// Who received it.
    public let agent: Side
    /// What for.
    public let scope: Scope
    /// From which day until which, both counted.
    public let term: PostTerm
    /// When it was given.
    public let grantedAt: Instant
    /// Set when either side ended it.
    public internal(set) var ended: End?

    /// Gives a mandate.
    ///
    /// - Parameters:
    ///   - grantorPerson: the registered person behind the grantor's account.
    ///   - agent: looked up only for whoever may give it.
    /// - Throws: `forbidden` when that is not the legal representative, `invalid` at a field.
    public static func grant(
        for enterprise: Enterprise, from grantor: Side, person grantorPerson: Int64?,
        to agent: @autoclosure () throws -> Side, _ scope: @autoclosure () throws -> Scope,
        _ term: @autoclosure () throws -> PostTerm, id: Int64, at now: Instant
    ) throws -> Mandate {
        guard let grantorPerson, grantorPerson == enterprise.representativeID else {
            throw DomainError.forbidden("只有法定代表人（经营者）本人可以授权他人代表该单位办事。")
        }
        var wrong = Corrections()
        let other = try wrong.take {
            let side = try agent()
            guard side.accountID != grantor.accountID else {
                throw DomainError.invalid("identity", "您本人就是法定代表人，不需要授权。")
            }
            return side
        }
        let what = try wrong.take { try admitted(scope()) }
        let days = try wrong.take { try admitted(term(), on: now.day) }
        return Mandate(
            id: id, enterprise: enterprise, grantor: grantor, agent: try wrong.require(other),
            scope: try wrong.require(what), term: try wrong.require(days), grantedAt: now)
    }

    /// Ends it before its time: the agent gives it up, or whoever represents the enterprise by now takes it back.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` when it is over.
    public mutating func end(by side: Side, person: Int64?, at now: Instant) throws {
        guard isSeen(by: side.accountID, person: person) else {
            throw DomainError.notFound("没有这项授权，可能链接不完整。")
        }
        guard ended == nil, let last = term.until, now.day <= last else {
            throw DomainError.conflict("这项授权已经失效。")
        }
        ended = End(accountID: side.accountID, at: now)
    }

    /// Whether it is good on a day.
    public func isInForce(on day: CivilDate) -> Bool { ended == nil && term.contains(day) }

    private func isSeen(by account: Int64, person: Int64?) -> Bool {
        account == agent.accountID || (person != nil && person == enterprise.representativeID)
    }

    static func admitted(_ scope: Scope) throws -> Scope {
        guard case .services(let codes) = scope else { return scope }
        guard (1...mostServices).contains(codes.count) else {
            throw DomainError.invalid("services", "请选择 1 到 \(mostServices) 个事项，或者选“全部事项”。")
        }
        return scope
    }

    static func admitted(_ term: PostTerm, on today: CivilDate) throws -> PostTerm {
        var wrong = Corrections()
        if term.from == nil {
            wrong.add("from", "请写明从哪一天开始，例如 2026-12-01。")
        }
        if term.until == nil {
            wrong.add("until", "请写明截止日期，例如 2027-11-30。")
        }
        let (first, last) = try (wrong.require(term.from), wrong.require(term.until))
        guard last >= today else { throw DomainError.invalid("until", "截止日期已经过去。") }
        guard last.days(since: first) < longestDays else {
            throw DomainError.invalid("until", "一次授权最长三年，到期可以再授权。")
        }
        return term
    }
}
