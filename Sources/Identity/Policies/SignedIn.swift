import Web
import WorkingTime

/// Proof that somebody is signed in and owes nothing first; a handler that needs one takes it.
public struct SignedIn: SessionHolder, Sendable {
    /// Who it is.
    public let account: Account
    /// The hash under which the session is stored; not the token.
    public let sessionID: String
    /// When they last proved who they are; `nil` when that is not known, and then it is never fresh.
    public let provedAt: Instant?
    /// Messages not yet read.
    public let unread: Int
    /// The organ of the first post, for the desk's masthead.
    public let organName: String?

    /// A session that was looked up, or one made for a test.
    public init(
        account: Account, sessionID: String, provedAt: Instant? = nil, unread: Int = 0,
        organName: String? = nil
    ) {
        self.account = account
        self.sessionID = sessionID
        self.provedAt = provedAt
        self.unread = unread
        self.organName = organName
    }

    /// Whether the account holds the role of this name.
    public func holds(role: String) -> Bool { account.roles.contains { $0.rawValue == role } }
    /// Whether any of the account's posts gives the power.
    public func may(_ power: Power) -> Bool { account.may(power) }
    /// How this account looks at the stores.
    public var viewer: Viewer { account.viewer }
}
