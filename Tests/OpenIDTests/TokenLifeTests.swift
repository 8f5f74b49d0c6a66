import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import OpenID

/// Named after the modules of the OpenID conformance suite, where there is one.
@Suite("How long tokens count, and for what")
struct TokenLifeTests {
    private func known(
        _ story: @escaping @Sendable (OpenIDHouse, Program, Visitor) async throws -> Void
    ) async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            try await story(house, program, visitor)
        }
    }

    @Test("refresh-token: rotation; a replayed one ends the family, the newest included")
    func refreshReuse() async throws {
        try await known { house, program, visitor in
            let first = try await program.redeem(visitor.code(for: program), with: visitor.client)
            let second = try await program.refresh(first.refresh, with: visitor.client)
            #expect(second.status == .ok && second.refresh != first.refresh)
            #expect(try second.claims["sub"] == first.claims["sub"])
            #expect(try second.claims["nonce"] == nil)
            let replay = try await program.refresh(first.refresh, with: visitor.client)
            #expect(replay.error == "invalid_grant")
            let newest = try await program.refresh(second.refresh, with: visitor.client)
            #expect(newest.error == "invalid_grant")
            let info = try await visitor.go(OpenIDPath.userInfo, bearer: second.access)
            #expect(info.status == .unauthorized)
            #expect(try await house.entries("openid.replay-detected").count >= 1)
        }
    }

    @Test("a code is good for a minute, an access token for ten, a clock that runs ahead makes none younger")
    func outOfDate() async throws {
        try await known { house, program, visitor in
            let late = try await visitor.code(for: program)
            house.clock.advance(seconds: OpenIDSettings.codeSeconds)
            #expect(try await program.redeem(late, with: visitor.client).error == "invalid_grant")
            let answer = try await program.redeem(visitor.code(for: program), with: visitor.client)
            house.clock.advance(seconds: OpenIDSettings.tokenSeconds - 1)
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: answer.access).status == .ok)
            house.clock.advance(seconds: 1)
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: answer.access).status == .unauthorized)
            #expect(try await program.refresh(answer.refresh, with: visitor.client).status == .ok)
        }
    }

    @Test("refreshing does not give more than was agreed to, and may give less")
    func scopes() async throws {
        try await known { _, program, visitor in
            let first = try await program.redeem(visitor.code(for: program), with: visitor.client)
            let more = try await program.refresh(
                first.refresh, with: visitor.client, ["scope": "openid profile phone"])
            #expect(more.error == "invalid_scope")
            let less = try await program.refresh(first.refresh, with: visitor.client, ["scope": "openid"])
            #expect(less.members["scope"]?.text == "openid")
            #expect(try less.claims["name"] == nil)
        }
    }

    @Test("without offline_access nothing is refreshed once the person has signed out; with it, it is")
    func offline() async throws {
        try await known { house, program, visitor in
            let bound = try await program.redeem(visitor.code(for: program), with: visitor.client)
            let code = try await visitor.code(for: program, ["scope": "openid offline_access"])
            let lasting = try await program.redeem(code, with: visitor.client)
            let page = try await visitor.go(OpenIDPath.permissions)
            _ = try await visitor.submit("/sign-out", from: page, [])
            try await house.run("openid.logouts")
            #expect(try await program.refresh(bound.refresh, with: visitor.client).error == "invalid_grant")
            let later = try await program.refresh(lasting.refresh, with: visitor.client)
            #expect(later.status == .ok)
            house.clock.advance(seconds: OpenIDSettings.grantSeconds)
            #expect(try await program.refresh(later.refresh, with: visitor.client).error == "invalid_grant")
        }
    }

    @Test("userinfo: no token, rubbish, an oversized one and one of another kind, as RFC 6750 words it")
    func userInfo() async throws {
        try await known { _, program, visitor in
            let answer = try await program.redeem(visitor.code(for: program), with: visitor.client)
            let bare = try await visitor.go(OpenIDPath.userInfo)
            #expect(bare.status == .unauthorized)
            #expect(bare.headers[.wwwAuthenticate] == "Bearer realm=\"minben\"")
            let huge = "mba_" + String(repeating: "A", count: 6_000)
            for token in [
                "rubbish", huge, answer.refresh, answer.idToken, "mba_" + answer.access.dropFirst(5),
            ] {
                let refused = try await visitor.go(OpenIDPath.userInfo, bearer: token)
                #expect(refused.status == .unauthorized)
                #expect(
                    refused.headers[.wwwAuthenticate] == "Bearer realm=\"minben\", error=\"invalid_token\"")
            }
            // A program's token opens nothing else.
            let mine = try await Visitor(visitor.client).go(OpenIDPath.permissions, bearer: answer.access)
            #expect(mine.status == .seeOther)
        }
    }

    @Test("a revoked token ends, another program cannot revoke it, and an unknown one is no mistake")
    func revocation() async throws {
        try await known { house, program, visitor in
            let other = try await house.register(.library)
            let answer = try await program.redeem(visitor.code(for: program), with: visitor.client)
            func revoke(_ token: String, _ asker: Program) async throws -> HTTPResponse.Status {
                let body = QueryText.text([
                    ("token", token), ("client_id", asker.clientID), ("client_secret", asker.secret ?? ""),
                ])
                return try await Visitor(visitor.client).post(OpenIDPath.revocation, body).status
            }
            #expect(try await revoke(answer.refresh, other) == .ok)
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: answer.access).status == .ok)
            #expect(try await revoke("rubbish", program) == .ok)
            #expect(try await revoke(answer.refresh, program) == .ok)
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: answer.access).status == .unauthorized)
        }
    }

    @Test("what is out of date is forgotten, what counts is not")
    func purge() async throws {
        try await known { house, program, visitor in
            _ = try await visitor.code(for: program)
            let answer = try await program.redeem(visitor.code(for: program), with: visitor.client)
            house.clock.advance(seconds: OpenIDSettings.tokenSeconds)
            try await house.run("openid.purge")
            #expect(try await house.count("openid_grant") == 1)
            #expect(try await house.count("openid_token") == 1)
            #expect(try await program.refresh(answer.refresh, with: visitor.client).status == .ok)
            house.clock.advance(seconds: OpenIDSettings.grantSeconds)
            try await house.run("openid.logouts")
            try await house.run("openid.purge")
            #expect(try await house.count("openid_grant") == 0)
            #expect(try await house.count("openid_token") == 0)
            house.clock.advance(seconds: OpenIDSettings.grantSeconds)
            try await house.run("openid.purge")
            #expect(try await house.count("openid_login") == 0)
        }
    }
}
