import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import WorkingTime

@testable import Web

/// An installation with fixed time and a known secret.
enum Installation {
    static let now = Instant(rfc3339: "2026-11-21T10:24:00+08:00") ?? Instant(milliseconds: 0)

    static func settings(apiWrites: RateLimit = RateLimit(burst: 100, perMinute: 100)) -> WebSettings {
        WebSettings(
            site: Site(footer: [Link("政府信息公开", "/disclosure")], paths: SitePaths(search: "/search")),
            secret: Array(repeating: 7, count: 32), trustedProxies: ["local"],
            navigation: [NavigationLink("我的办件", "/my", audience: .signedIn)], apiWrites: apiWrites,
            now: { now })
    }

    /// Runs requests against a router with these routes; `X-Account` signs in.
    static func test(
        _ routes: [Route], settings: WebSettings = Installation.settings(),
        _ body: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = makeRouter(routes: routes, settings: settings) { request in
            request.header("X-Account").flatMap { Int64($0) }.map { Resident(accountID: $0) }
        }
        try await Application(router: router).test(.router) { try await body($0) }
    }

    static let visit = String(repeating: "v", count: 43)

    static var token: String { settings().formTokens.token(visit: visit).value }

    /// The headers of a form sent from our own page.
    static var formHeaders: HTTPFields {
        [.cookie: "visit=\(visit)", .contentType: "application/x-www-form-urlencoded"]
    }
}

/// 陈静, signed in.
struct Resident: Principal {
    let accountID: Int64
    var displayName: String { "陈静" }
    var isStaff: Bool { false }
    var unread: Int { 2 }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}

extension HTTPFields {
    /// A field by a name that HTTPTypes does not know.
    subscript(named name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { if let name = HTTPField.Name(name) { self[name] = newValue } }
    }

    /// Signed in with this account.
    static func signedIn(_ account: String) -> HTTPFields {
        var fields: HTTPFields = [:]
        fields[named: "X-Account"] = account
        return fields
    }
}
