/// What an installation decides about signing in elsewhere with its accounts.
public struct OpenIDSettings: Sendable {
    /// The name of the provider: the public address, without a slash at the end (OpenID Connect Discovery 1.0, 3).
    public let issuer: String
    /// What pairwise subjects are made with; all nodes have the same.
    let secret: [UInt8]

    /// How long a code may be redeemed (RFC 6749 4.1.2 recommends at most ten minutes).
    static let codeSeconds = 60
    /// How long an access token and an ID token count.
    static let tokenSeconds = 10 * 60
    /// How long a program may refresh, at most.
    static let grantSeconds = 30 * 86_400
    /// How long the secret before the present one still counts, so that a program can be given the new one.
    static let formerSecretSeconds = 86_400
    /// How long a retired key is still published: longer than anything it signed counts.
    static let retiredKeySeconds = 86_400
    /// The longest token that is looked at, in bytes.
    static let tokenLimitBytes = 8_192
    /// How long somebody may take to sign in before a program's request is worth nothing any more.
    static let requestSeconds = 3_600

    /// The settings of an installation.
    ///
    /// - Parameters:
    ///   - issuer: the public address, without a slash at the end.
    ///   - secret: 32 random bytes that stay the same: with others everybody would be a stranger to every program.
    public init(issuer: String, secret: [UInt8]) { (self.issuer, self.secret) = (issuer, secret) }
}

/// Where the provider answers.
enum OpenIDPath {
    static let discovery = "/.well-known/openid-configuration"
    static let authorization = "/openid/authorize"
    /// Between signing in and the program: a page of its own, so that the form's policy does not hold for the program.
    static let continuation = "/openid/continue"
    static let consent = "/openid/consent"
    static let logout = "/openid/logout"
    static let logoutConfirmation = "/openid/logout/confirmation"
    static let keys = "/oauth/keys"
    static let token = "/oauth/token"
    static let userInfo = "/oauth/userinfo"
    static let revocation = "/oauth/revocation"
    static let clients = "/desk/openid-clients"
    static let newClient = "/desk/openid-clients/new"
    static let changes = "/desk/openid-client-changes"
    static let keyRotation = "/desk/openid-clients/key-rotation"
    static let permissions = "/account/programs"

    static func client(_ id: String) -> String { "\(clients)/registered/\(id)" }
    static func amendment(_ id: String) -> String { "\(client(id))/amendment" }
    static func closure(_ id: String) -> String { "\(client(id))/closure" }
    static func secret(_ id: String) -> String { "\(client(id))/secret" }
    static func settling(_ id: String, _ how: String) -> String { "\(changes)/\(id)/\(how)" }
    static func permission(_ id: String) -> String { "\(permissions)/\(id)/withdrawal" }
}
