import Crypto

/// Proof that a form was served by us to this very browser: the HMAC of the browser's `visit` cookie.
///
/// Another site can neither read the cookie (HttpOnly, SameSite=Lax) nor make the HMAC, so it cannot send a
/// form in the visitor's name.
public struct CSRFToken: Sendable, Hashable {
    /// The text of the token, as it stands in the hidden field.
    public let value: String

    /// The name of the hidden field.
    public static let fieldName = "_csrf"

    /// The hidden field, to stand first in every form that is posted.
    public var field: HTML { "<input type=\"hidden\" name=\"_csrf\" value=\"\(value)\">" }

    /// Whether the browser sent this token; takes the same time wherever the texts differ.
    func matches(_ sent: String?) -> Bool {
        let expected = Array(value.utf8)
        let given = Array((sent ?? "").utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Makes the tokens of one installation.
struct FormTokens: Sendable {
    private let key: SymmetricKey

    init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

    func token(visit: String) -> CSRFToken {
        let code = HMAC<SHA256>.authenticationCode(for: Array("form:\(visit)".utf8), using: key)
        return CSRFToken(value: Base64URL.encode(code))
    }

    /// A new name for a browser: 32 random bytes.
    static func newVisit() -> String { Base64URL.encode(RandomBytes.make(32)) }

    static func isVisit(_ text: String) -> Bool {
        text.utf8.count == 43 && text.utf8.allSatisfy { Base64URL.alphabet.contains($0) }
    }
}
