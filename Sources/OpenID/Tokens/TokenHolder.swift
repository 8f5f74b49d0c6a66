import Refusals
import Storage
import Web
import WorkingTime

/// A program with an access token: it acts for somebody, but is not them.
struct TokenHolder: Principal {
    let accountID: Int64
    let token: StoredToken
    let grant: Grant
    var displayName: String { "" }
    var isStaff: Bool { false }
    var unread: Int { 0 }

    /// The holder of an access token that counts; nil for any other.
    static func find(_ text: String, at now: Instant, in tx: Transaction) throws -> TokenHolder? {
        guard let secret = OpaqueSecret(text, .access),
            let token = try TokenStore.token(secret, .access, in: tx), now < token.expiresAt,
            let grant = try GrantStore.grant(token.grantID, in: tx), grant.isLive(at: now)
        else { return nil }
        return TokenHolder(accountID: grant.accountID, token: token, grant: grant)
    }
}

extension Policy where Caller == TokenHolder {
    /// Programs that carry an access token (RFC 6750).
    static var accessToken: Policy<TokenHolder> {
        Policy("access-token") { request in
            guard let holder = request.principal as? TokenHolder else {
                throw DomainError.signInRequired("请带上有效的访问令牌（Authorization: Bearer）。")
            }
            return holder
        }
    }
}
