import Foundation
import WebAuthn

/// What the browser is asked for, in the JSON form of the standard; bytes are base64url.
struct PasskeyOptions: Encodable {
    private struct Site: Encodable {
        let id: String
        let name: String
    }

    private struct User: Encodable {
        let id: String
        let name: String
        let displayName: String
    }

    private struct Algorithm: Encodable {
        let type = "public-key"
        let alg: Int
    }

    private struct Known: Encodable {
        let type = "public-key"
        let id: String
    }

    private struct Selection: Encodable {
        let residentKey = "required"
        let requireResidentKey = true
        let userVerification = "required"
    }

    private let challenge: String
    private let timeout = Challenges.lifeSeconds * 1_000
    private var rp: Site?
    private var rpId: String?
    private var user: User?
    private var pubKeyCredParams: [Algorithm]?
    private var excludeCredentials: [Known]?
    private var authenticatorSelection: Selection?
    private var userVerification: String?
    private var attestation: String?

    /// To make a passkey. Ones that the account has on the same authenticator are not made twice.
    init(challenge: [UInt8], for account: Account, at site: RelyingParty, having known: [Passkey]) {
        self.challenge = Base64URLText.encode(challenge)
        rp = Site(id: site.id, name: site.name)
        user = User(
            id: Base64URLText.encode(Self.handle(of: account.id)), name: account.name,
            displayName: account.displayName)
        pubKeyCredParams = COSEAlgorithm.allCases.map { Algorithm(alg: $0.rawValue) }
        excludeCredentials = known.map { Known(id: Base64URLText.encode($0.credential.id)) }
        authenticatorSelection = Selection()
        attestation = "none"
    }

    /// To prove one: the person chooses which, so nothing is told of who has one.
    init(challenge: [UInt8], at site: RelyingParty) {
        self.challenge = Base64URLText.encode(challenge)
        rpId = site.id
        userVerification = "required"
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// Whose passkey it is, as the authenticator keeps it: our number, nothing personal.
    static func handle(of accountID: Int64) -> [UInt8] {
        withUnsafeBytes(of: accountID.bigEndian, Array.init)
    }
}
