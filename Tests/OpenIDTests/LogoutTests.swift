import Foundation
import HTTPTypes
import HummingbirdTesting
import Jobs
import Storage
import Testing
import WorkingTime

@testable import OpenID

@Suite("Signing out here and everywhere")
struct LogoutTests {
    private func known(
        _ story: @escaping @Sendable (OpenIDHouse, Program, Visitor, _ idToken: String) async throws -> Void
    ) async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let token = try await program.redeem(visitor.code(for: program), with: client).idToken
            try await story(house, program, visitor, token)
        }
    }

    private func address(_ pairs: [(name: String, value: String)]) -> String {
        "\(OpenIDPath.logout)?\(QueryText.text(pairs))"
    }

    @Test(
        "rp-initiated-logout-bad-post-logout-redirect-uri, hint of another client, altered hint: nobody is signed out"
    )
    func refused() async throws {
        try await known { house, program, visitor, token in
            let other = try await house.register(.library)
            let bye = ("post_logout_redirect_uri", "https://parking.example/bye")
            for pairs in [
                [("id_token_hint", token), ("post_logout_redirect_uri", "https://evil.example/")],
                [bye], [("client_id", other.clientID), bye],
                [("id_token_hint", token), ("client_id", other.clientID), bye],
                [("id_token_hint", token + "x"), bye], [("id_token_hint", "rubbish")],
            ] {
                let answer = try await visitor.go(address(pairs.map { (name: $0.0, value: $0.1) }))
                #expect(answer.status == .badRequest && answer.headers[.location] == nil)
            }
            #expect(try await visitor.go(OpenIDPath.permissions).status == .ok)
        }
    }

    @Test("an address alone signs nobody out: the visitor is asked, and the program gets its state back")
    func asked() async throws {
        try await known { house, program, visitor, token in
            let path = address([
                ("id_token_hint", token), ("post_logout_redirect_uri", "https://parking.example/bye"),
                ("state", "s 1"),
            ])
            let form = String(path.split(separator: "?")[1])
            let posted = try await visitor.post(OpenIDPath.logout, form, site: "cross-site")
            #expect(posted.location.hasPrefix(OpenIDPath.logout))
            let page = try await visitor.go(posted.location)
            #expect(page.text.contains("智慧停车") && page.text.contains("退出登录"))
            #expect(try await visitor.go(OpenIDPath.permissions).status == .ok)
            let done = try await visitor.submit(OpenIDPath.logoutConfirmation, from: page, [])
            #expect(done.location == "https://parking.example/bye?state=s%201")
            #expect(try await visitor.go(OpenIDPath.permissions).status == .seeOther)
            // A stranger goes straight on.
            #expect(try await visitor.go(path).location == "https://parking.example/bye?state=s%201")
            #expect(
                try await house.database.read { try LoginStore.left(at: house.clock.now, in: $0) }.isEmpty)
        }
    }

    @Test("a hint that is out of date still says whose it was")
    func oldHint() async throws {
        try await known { house, _, visitor, token in
            house.clock.advance(seconds: OpenIDSettings.tokenSeconds * 2)
            let page = try await visitor.go(address([("id_token_hint", token)]))
            #expect(page.status == .ok && page.text.contains("智慧停车"))
        }
    }

    @Test("programs hear of it however a session ends, with a token that can never pass for an ID token")
    func backChannel() async throws {
        try await known { house, program, visitor, token in
            let page = try await visitor.go(OpenIDPath.permissions)
            _ = try await visitor.submit("/sign-out", from: page, [])
            try await house.run("openid.logouts")
            try await house.run("openid.logouts")
            let logins = try await house.database.read { tx in
                try tx.rows("SELECT payload FROM queued_job WHERE kind = 'openid.logout' /* all */").count
            }
            #expect(logins == 1)
            let sid = try #require(try TokenText.part(1, of: token)["sid"]?.text)
            let (id, now) = (try #require(Int64(sid)), house.clock.now)
            let (login, client) = try await house.database.read { tx in
                (
                    try #require(try LoginStore.login(id, in: tx)),
                    try #require(try ClientStore.client(program.id, in: tx))
                )
            }
            let settings = OpenIDSettings(issuer: OpenIDHouse.issuer, secret: [])
            let claims = BackChannel.claims(login, client, settings, key: "k", at: now).values
            #expect(claims["nonce"] == nil && claims["sid"]?.text == sid)
            let own = try TokenText.part(1, of: token)
            #expect(claims["sub"] == own["sub"])
            #expect(
                claims["events"]
                    == .object(["http://schemas.openid.net/event/backchannel-logout": .object([:])]))
        }
    }
}
