import App
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Web

@testable import Identity

/// The table of routes and roles is made from the grants, and the doors are tried one by one.
@Suite("Who may do what, as granted")
struct GrantTableTests {
    private let routes: [Route]
    private static let posts = Role.allCases.filter { $0 != .citizen }

    init() async throws { routes = try await Installation.temporary().routes() }

    private func isOpen(_ route: Route, to role: Role) -> Bool {
        route.powers.contains { Grants.delivered[role, $0.name] != nil }
    }

    @Test("every route lets in the roles that are granted its powers, and no other", arguments: posts)
    func table(_ role: Role) async throws {
        let guarded = routes.filter { !$0.powers.isEmpty }
        #expect(guarded.count > 70)
        try await Caller.holder(of: role).visit(routes) { client in
            for route in guarded {
                let answer = try await client.attempt(route)
                let isTurnedAway =
                    answer.status == .forbidden && String(buffer: answer.body).contains("您的账号没有这个岗位")
                #expect(isTurnedAway != isOpen(route, to: role), "\(route.method) \(route.path)")
            }
        }
    }

    @Test(
        "the API document says of every call what its route says, and asks for a session where there is a policy"
    )
    func document() async throws {
        let found = try #require(routes.first { $0.path == "/api/v1/openapi.json" })
        let written = routes.filter { $0.operation != nil && $0.path != found.path }
        let json = try OpenAPIDocument.make(
            routes: written, info: .init(title: "", version: "", description: ""))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let paths = try #require(root["paths"] as? [String: [String: [String: Any]]])
        #expect(paths.values.map(\.count).reduce(0, +) == written.count)
        for route in written {
            let call = try #require(paths[route.path]?[route.method.rawValue.lowercased()])
            #expect(call["x-minben-policy"] as? String == route.policy)
            #expect((call["security"] != nil) == (route.policy != "anyone"), "\(route.path)")
            #expect(call["x-minben-powers"] as? [String] ?? [] == route.powers.map(\.name), "\(route.path)")
        }
    }

    @Test("what a route asks for is granted to somebody, and nothing is granted that nobody asks for")
    func complete() {
        let asked = Set((routes.flatMap(\.powers) + Power.beyondRoutes).map(\.name))
        let granted = Set(Role.allCases.flatMap { Grants.delivered.all(of: $0).map(\.power) })
        #expect(asked.subtracting(granted) == [], "add these to grants.yaml")
        #expect(granted.subtracting(asked) == [], "these are asked for nowhere")
    }

    @Test("a power is declared once, with one meaning")
    func declaredOnce() {
        let powers = Set(routes.flatMap(\.powers) + Power.beyondRoutes)
        #expect(Set(powers.map(\.name)).count == powers.count)
        #expect(Set(powers.map(\.chinese)).count == powers.count)
    }

    @Test("what comes with the program keeps the three administrators apart")
    func apart() throws {
        let powers = Set(routes.flatMap(\.powers) + Power.beyondRoutes)
        for power in powers {
            for role in Self.posts {
                guard let grant = Grants.delivered[role, power.name] else { continue }
                #expect(role.mayHave(power.branch), "\(role) \(power.name)")
                #expect(throws: Never.self) { try grant.terms.requireFitting(power) }
            }
        }
        #expect(Grants.delivered.all(of: .citizen).isEmpty)
    }

    @Test("what is needed to undo a change stays with both who change")
    func noLockOut() {
        let kept = Set(routes.flatMap(\.powers)).filter(\.isKept)
        for role in [Role.sysadmin, .secadmin] {
            #expect(kept.contains { Grants.delivered[role, $0.name] != nil })
        }
        let needed = ["grant.read", "grant.ask", "grant.decide", "post.read", "post.ask", "post.decide"]
        #expect(kept.map(\.name).sorted() == needed.sorted())
    }
}
