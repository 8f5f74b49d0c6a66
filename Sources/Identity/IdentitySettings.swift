/// What an installation decides about signing in.
public struct IdentitySettings: Sendable {
    /// Whether this is a demonstration: the sign-in page shows the demo accounts, staff sign in with the
    /// password alone, and sessions last a working day.
    public let isDemo: Bool
    /// Whether visitors reach the site over https: the session's cookie then bears the prefix `__Host-`,
    /// under which browsers take it from this very host and over https only.
    public let isHTTPS: Bool
    /// How long sessions last.
    public let sessions: SessionRules

    /// Settings with the session rules that belong to them.
    public init(isDemo: Bool, isHTTPS: Bool, sessions: SessionRules? = nil) {
        self.isDemo = isDemo
        self.isHTTPS = isHTTPS
        self.sessions = sessions ?? (isDemo ? .demo : .standard)
    }

    /// Whether staff need a second factor besides the password (GB/T 22239 8.1.4.1 d).
    var requiresSecondFactor: Bool { !isDemo }

    /// The name of the session's cookie.
    var cookieName: String { isHTTPS ? "__Host-minben_session" : "minben_session" }
}
