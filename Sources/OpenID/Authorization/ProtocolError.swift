import HTTPTypes
import Web

/// What a program is told when it cannot have what it asks for (RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 1.0
/// 3.1.2.6). In English: its developer reads it, and the standard allows ASCII only.
struct ProtocolError: Error, Sendable, Hashable {
    enum Code: String, Sendable {
        case invalidRequest = "invalid_request"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case invalidScope = "invalid_scope"
        case invalidToken = "invalid_token"
        case unsupportedGrantType = "unsupported_grant_type"
        case unsupportedResponseType = "unsupported_response_type"
        case accessDenied = "access_denied"
        case loginRequired = "login_required"
        case consentRequired = "consent_required"
        case requestNotSupported = "request_not_supported"
        case requestURINotSupported = "request_uri_not_supported"
        case slowDown = "temporarily_unavailable"
    }

    let code: Code
    let description: String

    init(_ code: Code, _ description: String) { (self.code, self.description) = (code, description) }

    static func invalidRequest(_ description: String) -> ProtocolError { .init(.invalidRequest, description) }
    static func invalidGrant(_ description: String) -> ProtocolError { .init(.invalidGrant, description) }

    private var status: HTTPResponse.Status {
        switch code {
        case .invalidClient, .invalidToken: .unauthorized
        case .slowDown: .tooManyRequests
        default: .badRequest
        }
    }

    /// The answer of the token endpoint.
    var response: WebResponse {
        get throws {
            let body = ["error": code.rawValue, "error_description": description]
            let answer = try WebResponse.json(body, status: status).header("Cache-Control", "no-store")
            switch code {
            case .invalidClient: return answer.header("WWW-Authenticate", "Basic realm=\"minben\"")
            case .invalidToken:
                return answer.header("WWW-Authenticate", "Bearer realm=\"minben\", error=\"invalid_token\"")
            default: return answer
            }
        }
    }
}
