import WebAuthn

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
    /// The site for which passkeys are made; nil where it has no name, only a number, and browsers make none.
    public var relyingParty: RelyingParty?
    /// The site's name, as authenticators and apps show it.
    public var siteName = "端州区政务服务网"
    /// How the address of this site begins, without a slash at the end: for codes that a telephone reads.
    public var publicAddress = ""
    /// Signs challenges: at least 32 random bytes, the same on every node.
    public var secret: [UInt8] = Randomness.bytes(32)
    /// A list of passwords that are out, see `docs/deployment.md`; nil for none.
    public var breachedPasswordsPath: String?
    /// Gateways that take client certificates; nil for none.
    public var certificates: CertificateGateways?
    /// What the kiosks are called, by their network address.
    public var kiosks: [String: String] = [:]
    /// What their first page offers, at most six.
    public var kioskDoors: [KioskDoor] = []

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

    /// The name of the cookie that keeps a browser's mark.
    var deviceCookieName: String { isHTTPS ? "__Host-minben_device" : "minben_device" }

    /// The name of the cookie that a waiting kiosk holds.
    var kioskCookieName: String { isHTTPS ? "__Host-minben_kiosk" : "minben_kiosk" }
}
