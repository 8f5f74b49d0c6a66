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
            for route in routes where route.policy == "staff" || route.policy.hasPrefix("role:") {
                let answer = try await client.attempt(route)
                #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
                #expect(String(buffer: answer.body).contains("您的账号没有岗位"), "\(route.path)")
            }
        }
    }

    @Test(
        "an officer is told when another post does this", arguments: Role.allCases.filter { $0 != .citizen })
    func otherPosts(_ role: Role) async throws {
        let closed = routes.filter { route in
            route.policy.hasPrefix("role:")
                && !route.policy.split(separator: " ")[0].dropFirst("role:".count).split(separator: "|")
                    .contains {
                        $0 == role.rawValue
                    }
        }
        try await Caller.holder(of: role).visit(routes) { client in
            for route in closed {
                let answer = try await client.attempt(route)
                #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
                #expect(String(buffer: answer.body).contains("您的账号没有这个岗位"), "\(route.path)")
            }
        }
    }

    @Test("an act that cannot be taken back is not done by a session that was left open")
    func leftOpen() async throws {
        let closed = routes.filter { $0.policy.hasSuffix(" fresh") && !$0.policy.hasPrefix("role:") }
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
        let unknown = Set(routes.map { $0.policy.replacing(" fresh", with: "") })
            .subtracting(["anyone", "signed-in", "session-holder", "staff", "access-token"])
        #expect(unknown.filter { !$0.hasPrefix("role:") }.isEmpty)
    }
}
