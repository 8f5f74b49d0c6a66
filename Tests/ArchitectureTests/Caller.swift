import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import Web

/// Somebody who tries every door; who it is, is said by a header instead of a session.
struct Caller: Sendable {
    /// Nobody: not signed in.
    static let stranger = Caller(account: nil)
    static let citizen = Caller(account: account(1, "zhangwei", nil))

    /// Somebody with one post.
    static func holder(of role: Role) -> Caller {
        Caller(account: account(2, role.rawValue, Post(organ: "scjg", role: role)))
    }

    let account: Account?

    private static func account(_ id: Int64, _ name: String, _ post: Post?) -> Account {
        Account(
            id: id, name: name, displayName: name, personID: nil, posts: post.map { [$0] } ?? [], entities: []
        )
    }

    /// Opens the doors to this caller.
    func visit(
        _ routes: [Route], _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = makeRouter(routes: routes, settings: WebSettings()) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        try await Application(router: router).test(.router) { try await story($0) }
    }
}

extension TestClientProtocol {
    /// Tries a route with an address that could exist, and on pages with the token of a form served before:
    /// what refuses is the policy then, and not the form guard.
    func attempt(_ route: Route) async throws -> TestResponse {
        let path = route.path.replacing(/\{[^}]+\}/, with: "1")
        guard route.method != .get, route.channel == .page else {
            return try await execute(uri: path, method: route.method, headers: [:], body: nil)
        }
        let form = try await execute(uri: "/progress", method: .get, headers: [:], body: nil)
        let token = String(buffer: form.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = form.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: route.method, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token?.output.1 ?? "")"))
    }
}
