import HTTPTypes
import Refusals

/// Keeps other sites from acting in a visitor's name. It runs before the handler of every change, so that no
/// handler can forget it.
enum FormGuard {
    /// Checks where the request comes from and, on pages, its form token; returns what of the body has been
    /// read for that. Throws `DomainError.forbidden`; nothing of a refused form is kept.
    static func admit(_ request: WebRequest) async throws -> PreparedBody {
        guard request.isChange, request.channel == .page || isCookieCarried(request) else {
            return .untouched
        }
        guard !isCrossSite(request) else {
            throw DomainError.forbidden("这个表单不是从本网站提交的，已拒绝。请在本网站重新填写。")
        }
        if request.csrf.matches(request.header("X-CSRF-Token")) { return .untouched }
        guard request.channel == .page else {
            if request.header("Sec-Fetch-Site") == "same-origin" { return .untouched }
            throw DomainError.forbidden("请用 Authorization: Bearer 令牌调用接口。")
        }
        return try await checkedBody(of: request)
    }

    private static func checkedBody(of request: WebRequest) async throws -> PreparedBody {
        switch request.mediaType {
        case "application/x-www-form-urlencoded":
            let form = try await request.form()
            guard request.csrf.matches(form[CSRFToken.fieldName]) else { throw expired }
            return .form(form)
        case "multipart/form-data":
            let reader = try await request.multipart(limitBytes: WebRequest.bodyLimitBytes)
            guard let first = try await reader.nextPart(), first.name == CSRFToken.fieldName,
                request.csrf.matches(try await first.text(limitBytes: 256))
            else { throw expired }
            return .multipart(reader)
        default: throw expired
        }
    }

    /// A program with a token acts in its own name; a browser sends its cookies whoever asks it to.
    private static func isCookieCarried(_ request: WebRequest) -> Bool {
        request.bearer == nil && request.header("Cookie") != nil
    }

    /// What browsers tell about the page a request comes from; older ones only tell its origin.
    private static func isCrossSite(_ request: WebRequest) -> Bool {
        if let site = request.header("Sec-Fetch-Site") { return site != "same-origin" && site != "none" }
        guard let origin = request.header("Origin"), let host = request.head.authority else { return false }
        return origin.split(separator: "/", maxSplits: 2).last.map(String.init) != host
    }

    private static var expired: DomainError { .forbidden("表单已过期，请返回重试。") }
}
