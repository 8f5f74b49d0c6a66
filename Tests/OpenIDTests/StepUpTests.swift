import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import WorkingTime

@testable import OpenID

/// Named after the modules of the OpenID conformance suite, where there is one.
@Suite("Whom a program asks for, and how lately they proved it")
struct StepUpTests {
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

    @Test("prompt-none-not-logged-in and without consent: an error, never a page")
    func silent() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            let stranger = try await visitor.go(program.address(["prompt": "none"]))
            #expect(stranger.returned["error"] == "login_required")
            try await visitor.signIn()
            let early = try await visitor.go(program.address(["prompt": "none"]))
            #expect(early.returned["error"] == "consent_required")
            _ = try await visitor.code(for: program)
            // prompt-none-logged-in
            #expect(try await visitor.go(program.address(["prompt": "none"])).returned["code"] != nil)
            let more = try await visitor.go(program.address(["prompt": "none", "scope": "openid phone"]))
            #expect(more.returned["error"] == "consent_required")
        }
    }

    @Test("prompt-login and max-age-1: an old sign-in is proved anew, a fresh one is not")
    func age() async throws {
        try await known { house, program, visitor in
            house.clock.advance(seconds: 30)
            for changed in [["prompt": "login"], ["max_age": "1"], ["prompt": "select_account"]] {
                let answer = try await visitor.go(program.address(changed))
                #expect(answer.location.hasPrefix("/account/confirmation?next="), "\(changed)")
            }
            // max-age-10000
            #expect(try await visitor.go(program.address(["max_age": "10000"])).returned["code"] != nil)
            let silent = try await visitor.go(program.address(["max_age": "1", "prompt": "none"]))
            #expect(silent.returned["error"] == "login_required")
            // prompt-consent: asked although it was agreed to.
            #expect(try await visitor.go(program.address(["prompt": "consent"])).status == .ok)
        }
    }

    @Test("whoever proves anew comes back to the request, and auth_time says when")
    func proved() async throws {
        try await known { house, program, visitor in
            house.clock.advance(seconds: 30)
            let detour = try await visitor.go(program.address(["prompt": "login"]))
            let page = try await visitor.go(detour.location)
            house.clock.advance(seconds: 5)
            let on = try await visitor.submit(
                "/account/confirmation", from: page, [("proof", "minben-demo-2026")])
            let path = on.location.replacing(OpenIDPath.continuation, with: OpenIDPath.authorization)
            let code = try #require(try await visitor.go(path).returned["code"])
            let claims = try await program.redeem(code, with: visitor.client).claims
            #expect(claims["auth_time"] == .number(house.clock.now.milliseconds / 1_000))
        }
    }

    @Test("our word for when a request was made cannot be made up, nor kept for another request")
    func sealedTime() async throws {
        try await known { house, program, visitor in
            house.clock.advance(seconds: 30)
            let early = house.clock.now.adding(seconds: -60).milliseconds
            let made = program.address(["prompt": "login"]) + "&minben_asked=\(early)&minben_seal=x"
            let answer = try await visitor.go(made)
            #expect(answer.location.hasPrefix("/account/confirmation"))
        }
    }

    @Test("id_token_hint: of another client, of somebody else, unsigned, or signed with the public key")
    func hints() async throws {
        try await known { house, program, visitor in
            let client = visitor.client
            let other = try await house.register(.library)
            let foreign = try await other.redeem(visitor.code(for: other), with: client).idToken
            let own = try await program.redeem(visitor.code(for: program), with: client).idToken
            let kid = try #require(try TokenText.part(0, of: own)["kid"]?.text)
            let none = try TokenText.forged(own, header: "{\"alg\":\"none\",\"kid\":\"\(kid)\"}") { _ in "" }
            let published = try await visitor.go(OpenIDPath.keys).text
            let confused = try TokenText.forged(own, header: "{\"alg\":\"HS256\",\"kid\":\"\(kid)\"}") {
                let key = SymmetricKey(data: Data(published.utf8))
                return Base64URLText.encode(
                    Data(HMAC<SHA256>.authenticationCode(for: Data($0.utf8), using: key)))
            }
            let swapped = try TokenText.forged(own, header: "{\"alg\":\"RS256\",\"kid\":\"\(kid)\"}") { _ in
                "AAAA"
            }
            let huge = own + String(repeating: "A", count: 8_192)
            for hint in [foreign, none, confused, swapped, huge, "rubbish", "a.b.c"] {
                let answer = try await visitor.go(program.address(["id_token_hint": hint]))
                #expect(answer.returned["error"] == "invalid_request", "\(hint.prefix(60))")
            }
            #expect(try await visitor.go(program.address(["id_token_hint": own])).returned["code"] != nil)
            let somebodyElse = Visitor(client)
            try await somebodyElse.signIn("chenjing")
            let wrong = try await somebodyElse.go(program.address(["id_token_hint": own]))
            #expect(wrong.returned["error"] == "login_required")
        }
    }
}
