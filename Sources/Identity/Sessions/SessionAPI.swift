import HTTPTypes
import Web
import WorkingTime

/// Signing in for programs: `/api/v1/sessions`.
struct SessionAPI: Sendable {
    let door: SignInDoor

    var routes: [Route] {
        [
            .post(
                "/api/v1/sessions", .anyone, journal: "session.opened", "登录", api: Self.open,
                { request, _ in try await open(request) }),
            .delete(
                "/api/v1/sessions/current", .signedIn, journal: "session.closed", "退出", api: Self.close,
                { request, caller in try await close(request, caller) }),
        ]
    }

    private struct Credentials: Decodable {
        let account: String
        let password: String
        let otp: String?
    }

    private struct Token: Encodable {
        let token: String
        let expires_at: String
    }

    private func open(_ request: WebRequest) async throws -> WebResponse {
        let credentials = try await request.json(Credentials.self)
        let opened = try await door.open(
            account: credentials.account, password: credentials.password, code: credentials.otp,
            kind: .api, request)
        let token = Token(token: opened.token.text, expires_at: opened.session.expiresAt.rfc3339)
        return try .json(token, status: .created).header("Cache-Control", "no-store")
    }

    private func close(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.close(caller, request)
        return .noContent
    }

    private static let open = APIOperation(
        id: "openSession", tag: "登录",
        body: .json(
            .object([
                .init("account", .words(1...200), "账号"), .init("password", .words(1...1_024), "密码"),
                .init("otp", .text, "动态口令，绑定了动态口令的账号必填", optional: true),
            ])),
        responses: [
            201: .object([
                .init("token", .text, "用于 Authorization: Bearer"),
                .init("expires_at", .formatted("date-time"), "令牌失效的时间"),
            ])
        ])

    private static let close = APIOperation(id: "closeSession", tag: "登录", responses: [204: nil])
}
