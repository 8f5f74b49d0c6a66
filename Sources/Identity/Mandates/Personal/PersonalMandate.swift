import Codes
import Refusals
import WorkingTime

/// Somebody acts in another person's name (代亲友办事): because that person agreed (民法典 arts. 161, 165), or as the guardian
/// of a minor or of an adult who cannot act for themselves (arts. 23, 27, 28). Scope, term and sides are those of a
/// ``Mandate``; either side ends it (art. 173).
public struct PersonalMandate: Sendable, Hashable, Identifiable {
    /// How many an account has at once.
    public static let mostOpen = 20
    /// The age of majority in years (民法典 art. 17).
    static let majorityYears = 18

    /// What the agent is to the principal.
    public enum Relation: String, Sendable, CaseIterable {
        /// A son or a daughter.
        case child
        /// The father or the mother.
        case parent
        /// The husband or the wife.
        case spouse
        /// Any other relative.
        case relative
        /// Nobody of the family, for example of the committee of the community.
        case other
    }

    /// Why the agent may act.
    public enum Basis: String, Sendable, CaseIterable {
        /// The principal agreed.
        case consent
        /// The principal is not of age.
        case minor
        /// The principal is an adult without capacity.
        case incapacity
    }

    /// How the principal agreed, or where it was recorded.
    public enum Way: String, Sendable {
        /// Signed in with an account of their own.
        case account
        /// At the counter, face to face.
        case counter
        /// By a code that came to their telephone.
        case code
    }

    /// The person in whose name.
    public struct Principal: Sendable, Hashable {
        /// The registered person.
        public let personID: Int64
        /// The person's name.
        public let name: String
        /// The person's own account, where there is one.
        public let accountID: Int64?

        /// A person.
        public init(personID: Int64, name: String, accountID: Int64?) {
            (self.personID, self.name, self.accountID) = (personID, name, accountID)
        }
    }

    /// How it was ended before its time.
    public struct End: Sendable, Hashable {
        /// Who ended it.
        public let accountID: Int64
        /// When.
        public let at: Instant
        /// Why, when a clerk did.
        public let reason: String?
    }

    /// Where it stands on a day.
    public enum State: Sendable, Hashable {
        /// The other one has not agreed yet.
        case waiting
        /// It is good.
        case inForce
        /// It was agreed and begins later.
        case coming
        /// Somebody ended it.
        case ended
        /// Its term is over.
        case expired
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// In whose name.
    public let principal: Principal
    /// Who acts.
    public let agent: Mandate.Side
    /// What the agent is to the principal.
    public let relation: Relation
    /// Why.
    public let basis: Basis
    /// What for.
    public let scope: Mandate.Scope
    /// From which day until which, both counted.
    public let term: PostTerm
    /// When it was asked for.
    public let askedAt: Instant
    /// How it was agreed to; nil until then.
    public internal(set) var way: Way?
    /// When it was agreed to; nil until then.
    public internal(set) var agreedAt: Instant?
    /// The clerk who recorded it.
    public internal(set) var recordedBy: Int64?
    /// The papers the clerk saw.
    public internal(set) var evidence: String?
    /// The code that was sent to the principal's telephone.
    public internal(set) var code: TelephoneCode?
    /// Set when somebody ended it.
    public internal(set) var ended: End?

    /// Where it stands on a day.
    public func state(on day: CivilDate) -> State {
        guard ended == nil else { return .ended }
        guard let last = term.until, day <= last else { return .expired }
        guard agreedAt != nil else { return .waiting }
        return term.contains(day) ? .inForce : .coming
    }

    /// Whether this account is one of its sides.
    public func isSeen(by account: Int64) -> Bool {
        account == agent.accountID || account == principal.accountID
    }

    /// What is said of one that does not exist and of one that is somebody else's.
    public static let unknown = DomainError.notFound("没有这项代办授权，可能链接不完整。")
}
