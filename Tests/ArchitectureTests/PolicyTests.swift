import App
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing
import Web

@Suite("Every door keeps out whom its policy keeps out")
struct PolicyTests {
    private let routes: [Route]

    init() async throws { routes = try await Installation.temporary().routes() }

    @Test("a stranger is sent to sign in, and a program told so, before anything is looked up")
    func strangers() async throws {
        let routes = routes
        try await Caller.stranger.visit(routes) { client in
            for route in routes where route.policy != "anyone" {
                let answer = try await client.attempt(route)
                let expected: HTTPResponse.Status = route.channel == .page ? .seeOther : .unauthorized
                #expect(answer.status == expected, "\(route.method) \(route.path)")
            }
        }
    }

    @Test("a citizen is told that officers do this")
    func citizens() async throws {
        let routes = routes
        try await Caller.citizen.visit(routes) { client in
            for route in routes where route.policy.hasPrefix("staff") || !route.powers.isEmpty {
                let answer = try await client.attempt(route)
                #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
                #expect(String(buffer: answer.body).contains("您的账号没有岗位"), "\(route.path)")
            }
        }
    }

    @Test("an act that cannot be taken back is not done by a session that was left open")
    func leftOpen() async throws {
        let closed = routes.filter { $0.policy.hasSuffix(" fresh") && $0.powers.isEmpty }
        #expect(closed.count > 8)
        try await Caller.citizen.visit(closed + routes.filter { $0.path == "/progress" }) { client in
            for route in closed {
                let answer = try await client.attempt(route)
                #expect(answer.status == .seeOther, "\(route.method) \(route.path)")
                #expect(answer.headers[.location]?.hasPrefix("/account/confirmation") == true)
            }
        }
    }

    @Test("there is no policy that these tests do not know")
    func policiesAreKnown() {
        let unknown = Set(routes.filter(\.powers.isEmpty).map { $0.policy.replacing(" fresh", with: "") })
            .subtracting([
                "anyone", "signed-in", "session-holder", "staff", "directory", "access-token",
                "message-program", "scanner", "exchange",
            ])
        #expect(unknown.isEmpty)
    }
}
