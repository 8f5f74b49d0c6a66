import Codes
import Government

/// What an account is made from.
public struct NewAccount: Sendable {
    /// The name typed on signing in: small letters, digits, `.`, `_`, `-`.
    public let name: String
    /// The person's name as others see it.
    public let displayName: String
    /// The registered person behind a citizen's account.
    public let personID: Int64?
    /// How sure it is that it belongs to that person.
    public let assurance: Assurance
    /// The posts it holds.
    public let posts: [Post]
    /// The offices in which posts stand, by their keys.
    public let offices: [Post: String]
    /// The enterprises it may act for, from its first day on, without end.
    public let entities: [CreditCode]
    /// The base32 secret of the second factor (RFC 6238), where one is registered.
    public let totpSecret: String?

    /// An account that does not exist yet.
    ///
    /// - Parameter assurance: absent: matched where there is a registered person.
    public init(
        name: String, displayName: String, personID: Int64? = nil, posts: [Post] = [],
        entities: [CreditCode] = [], totpSecret: String? = nil, assurance: Assurance? = nil,
        offices: [Post: String] = [:]
    ) {
        self.name = name
        self.displayName = displayName
        self.personID = personID
        self.assurance = assurance ?? (personID == nil ? .claimed : .matched)
        self.posts = posts
        self.offices = offices
        self.entities = entities
        self.totpSecret = totpSecret
    }
}
