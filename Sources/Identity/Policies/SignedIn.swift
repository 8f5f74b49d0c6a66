import Web

/// Proof that somebody is signed in; a handler that needs one takes it.
public struct SignedIn: Principal, Sendable {
    /// Who it is.
    public let account: Account
    /// The hash under which the session is stored; not the token.
    public let sessionID: String
    /// Messages not yet read.
    public let unread: Int
    /// The organ of the first post, for the desk's masthead.
    public let organName: String?

    /// A session that was looked up, or one made for a test.
    public init(account: Account, sessionID: String, unread: Int = 0, organName: String? = nil) {
        self.account = account
        self.sessionID = sessionID
        self.unread = unread
        self.organName = organName
    }

    /// The account's id.
    public var accountID: Int64 { account.id }
    /// The name in the masthead.
    public var displayName: String { account.displayName }
    /// Whether the account holds a post.
    public var isStaff: Bool { account.isStaff }
    /// Whether the account holds the role of this name.
    public func holds(role: String) -> Bool { account.roles.contains { $0.rawValue == role } }
    /// How this account looks at the stores.
    public var viewer: Viewer { account.viewer }
}
