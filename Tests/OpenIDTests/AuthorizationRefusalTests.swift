import HTTPTypes
import HummingbirdTesting
import Testing

@testable import OpenID

/// Named after the modules of the OpenID conformance suite, where there is one.
@Suite("What a program's request for a sign-in is refused for")
struct AuthorizationRefusalTests {
    /// Runs a story with a visitor who is signed in and has agreed.
    private func known(
        _ story: @escaping @Sendable (OpenIDHouse, Program, Visitor) async throws -> Void
    ) async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            _ = try await visitor.code(for: program)
            try await story(house, program, visitor)
        }
    }

    @Test(
        "ensure-registered-redirect-uri, open redirect: nobody is sent to an address that is not registered",
        arguments: [
            "https://evil.example/callback", "https://parking.example/callback/", "https://parking.example",
            "https://parking.example/callback?x=1", "https://parking.example@evil.example/callback",
            "//evil.example", "https://PARKING.example/callback", "javascript:alert(1)", nil,
        ])
    func redirectMismatch(_ uri: String?) async throws {
        try await known { _, program, visitor in
            let answer = try await visitor.go(program.address(["redirect_uri": uri]))
            #expect(answer.status == .badRequest && answer.headers[.location] == nil)
            #expect(answer.text.contains("没有登记过"))
        }
    }

    @Test("an unknown or closed program is told to the visitor, not to any address")
    func unknownClient() async throws {
        try await known { house, program, visitor in
            #expect(try await visitor.go(program.address(["client_id": "minben-1"])).status == .badRequest)
            #expect(try await visitor.go(program.address(["client_id": nil])).status == .badRequest)
            let (asker, decider) = (try await house.actor("sysadmin"), try await house.actor("secadmin"))
            let now = house.clock.now
            try await house.clients.ask(.close, nil, for: program.id, reason: "停用", by: asker, at: now)
            let open = try #require(try await house.clients.all(after: nil).open.last)
            _ = try await house.clients.settle(open.id, by: decider, at: now) {
                try $0.approve(remark: "", by: decider, at: now)
            }
            #expect(try await visitor.go(program.address()).status == .badRequest)
        }
    }

    @Test(
        "response-type-missing, request-object-unsigned, ensure-pkce-required, PKCE downgrade and others",
        arguments: [
            (["response_type": nil], "invalid_request"),
            (["response_type": "token"], "unsupported_response_type"),
            (["response_mode": "fragment"], "invalid_request"),
            (["request": "e30."], "request_not_supported"),
            (["request_uri": "https://parking.example/r"], "request_uri_not_supported"),
            (["code_challenge": nil], "invalid_request"), (["code_challenge_method": nil], "invalid_request"),
            (["code_challenge_method": "plain"], "invalid_request"),
            (["code_challenge": "short"], "invalid_request"), (["scope": "profile"], "invalid_scope"),
            (["scope": nil], "invalid_scope"), (["prompt": "none login"], "invalid_request"),
            (["prompt": "dance"], "invalid_request"), (["max_age": "-1"], "invalid_request"),
            (["max_age": "soon"], "invalid_request"),
            (["nonce": String(repeating: "n", count: 513)], "invalid_request"),
        ] as [([String: String?], String)])
    func malformed(_ changed: [String: String?], _ error: String) async throws {
        try await known { _, program, visitor in
            let answer = try await visitor.go(program.address(changed))
            #expect(answer.location.hasPrefix("https://parking.example/callback?"))
            #expect(answer.returned["error"] == error && answer.returned["code"] == nil)
            #expect(answer.returned["state"] == "st&1" && answer.returned["iss"] == OpenIDHouse.issuer)
        }
    }

    @Test("a parameter that stands there twice is refused")
    func repeated() async throws {
        try await known { _, program, visitor in
            let answer = try await visitor.go(program.address() + "&scope=openid")
            #expect(answer.returned["error"] == "invalid_request")
        }
    }

    @Test(
        "ensure-request-without-nonce-succeeds-for-code-flow, unknown scopes and parameters are passed over")
    func lenient() async throws {
        try await known { _, program, visitor in
            let code = try await visitor.code(
                for: program, ["nonce": nil, "scope": "openid x", "color": "red"])
            let answer = try await program.redeem(code, with: visitor.client)
            #expect(try answer.claims["nonce"] == nil && answer.members["scope"]?.text == "openid")
        }
    }

    @Test("a form of the program's leads to the same request; any other form of another site is refused")
    func forms() async throws {
        try await known { _, program, visitor in
            let query = String(program.address().split(separator: "?")[1])
            let answer = try await visitor.post(OpenIDPath.authorization, query, site: "cross-site")
            #expect(answer.status == .seeOther)
            #expect(try await visitor.go(answer.location).returned["code"] != nil)
            let forced = try await visitor.post(
                OpenIDPath.consent, "answer=yes&request=\(QueryText.encoded(query))", site: "cross-site")
            #expect(forced.status == .forbidden)
            let logout = try await visitor.post(OpenIDPath.logoutConfirmation, "request=", site: "cross-site")
            #expect(logout.status == .forbidden)
        }
    }
}
