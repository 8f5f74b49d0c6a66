/// Proof that somebody with a post is signed in; a handler that needs an officer takes one.
public struct OfficerContext: Sendable {
    /// The session it comes from.
    public let signedIn: SignedIn

    /// - Returns: `nil` when the account holds no post.
    init?(_ signedIn: SignedIn) {
        guard signedIn.account.isStaff else { return nil }
        self.signedIn = signedIn
    }

    /// The officer's account.
    public var account: Account { signedIn.account }

    /// The keys of all organs in which the officer holds a post.
    public var organs: Set<String> { Set(account.posts.map(\.organ)) }

    /// All roles the officer holds, in whatever organ.
    public var roles: Set<Role> { account.roles }

    /// Whether the officer holds a role in one organ.
    public func holds(_ role: Role, in organ: String) -> Bool {
        account.posts.contains(Post(organ: organ, role: role))
    }
}
