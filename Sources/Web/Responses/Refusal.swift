import HTTPTypes
import Refusals

/// A refusal with its HTTP clothes on: the one place where `DomainError` meets status codes.
struct Refusal: Sendable {
    let status: HTTPResponse.Status
    /// The kind of refusal, stable for programs: `urn:minben:problem:<kind>`.
    let kind: String
    /// The kind in words.
    let title: String
    let sentence: Sentence
    var fields: [FieldError] = []
    var headers: HTTPFields = [:]
    /// Whether a page visitor is sent to sign in instead of being told off.
    var asksForSignIn = false
    /// Whether a page visitor is sent to prove once more who they are.
    var asksForProof = false

    /// - Parameter bearsToken: whether the caller came with a token, which then is not valid (RFC 6750 3.1).
    init(_ error: DomainError, bearsToken: Bool = false) {
        sentence = error.sentence
        (status, kind, title) = Refusal.clothes(of: error)
        switch error {
        case .signInRequired:
            asksForSignIn = true
            headers[.wwwAuthenticate] =
                "Bearer realm=\"minben\"" + (bearsToken ? ", error=\"invalid_token\"" : "")
        case .invalid(let errors): fields = errors
        case .tooMany(_, let seconds): headers[.retryAfter] = String(max(1, seconds))
        default: break
        }
    }

    private static func clothes(of error: DomainError) -> (HTTPResponse.Status, String, String) {
        switch error {
        case .notFound: (.notFound, "not-found", "没有找到")
        case .signInRequired: (.unauthorized, "sign-in-required", "请先登录")
        case .forbidden: (.forbidden, "forbidden", "不能这样做")
        case .conflict: (.conflict, "conflict", "现在不能这样做")
        case .invalid: (.unprocessableContent, "invalid", "有内容需要更正")
        case .tooMany: (.tooManyRequests, "too-many", "请稍后再试")
        case .malformed: (.badRequest, "malformed", "请求不完整或不正确")
        case .tooLarge: (.contentTooLarge, "too-large", "提交的内容太大")
        }
    }

    private init(_ status: HTTPResponse.Status, _ kind: String, _ title: String, _ sentence: Sentence) {
        self.status = status
        self.kind = kind
        self.title = title
        self.sentence = sentence
    }

    /// The path exists, but not for this method (405).
    static func methodNotAllowed(allowed: [HTTPRequest.Method]) -> Refusal {
        var refusal = Refusal(.methodNotAllowed, "method-not-allowed", "不能这样访问", "这个地址不接受这种请求方式。")
        refusal.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        return refusal
    }

    /// The session is good, but too long has passed since its holder proved who they are (401, RFC 9470).
    init(_ proof: ProofRequired) {
        self.init(.unauthorized, "proof-required", "请再次验证身份", proof.sentence)
        asksForProof = true
        headers[.wwwAuthenticate] =
            "Bearer realm=\"minben\", error=\"insufficient_user_authentication\", max_age=\"\(proof.maximumAgeSeconds)\""
    }

    /// Something that works again in a while (503).
    static func unavailable(_ failure: any TemporaryFailure) -> Refusal {
        var refusal = Refusal(.serviceUnavailable, "unavailable", "暂时不能办理", failure.sentence)
        refusal.headers[.retryAfter] = String(max(1, failure.retryAfterSeconds))
        return refusal
    }

    /// A fault of ours (500): the visitor sees only the request's id.
    static func fault(requestID: String) -> Refusal {
        Refusal(
            .internalServerError, "fault", "系统出了问题",
            "系统出了问题，不是您的操作有误。请稍后再试；如需帮助，请告诉我们编号 \(requestID)。")
    }
}
