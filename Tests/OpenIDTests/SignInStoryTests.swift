import HTTPTypes
import HummingbirdTesting
import Testing

@testable import OpenID

@Suite("用本站账号登录其他系统")
struct SignInStoryTests {
    @Test("a visitor signs in, agrees once, and the program learns what was agreed to")
    func story() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            let door = try await visitor.go(program.address())
            #expect(door.status == .seeOther && door.location.hasPrefix("/sign-in?next="))
            try await visitor.signIn()
            let next = try #require(QueryText.pairs(of: door.location).first?.value)
            #expect(next.hasPrefix(OpenIDPath.continuation))
            let bridge = try await visitor.go(next)
            let refresh = try #require(HTTPField.Name("Refresh").flatMap { bridge.headers[$0] })
            let page = try await visitor.go(String(refresh.dropFirst("0; url=".count)))
            #expect(page.text.contains("登录「智慧停车」") && page.text.contains("您的姓名"))
            let policy = HTTPField.Name("Content-Security-Policy").flatMap { page.headers[$0] } ?? ""
            #expect(policy.contains("form-action 'self' https://parking.example;"))
            let back = try await visitor.submit(OpenIDPath.consent, from: page, [("answer", "yes")])
            #expect(back.location.hasPrefix("https://parking.example/callback?"))
            #expect(back.returned["state"] == "st&1" && back.returned["iss"] == OpenIDHouse.issuer)
            let answer = try await program.redeem(try #require(back.returned["code"]), with: client)
            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            let claims = try answer.claims
            #expect(claims["iss"]?.text == OpenIDHouse.issuer && claims["aud"]?.text == program.clientID)
            #expect(claims["nonce"]?.text == "n-1" && claims["name"]?.text == "张伟")
            #expect(claims["phone_number"] == nil && claims["amr"] == .list([.text("pwd")]))
            let info = try await visitor.go(OpenIDPath.userInfo, bearer: answer.access)
            #expect(info.text.contains("张伟") && info.text.contains(claims["sub"]?.text ?? "-"))
            // Agreed to once, the next visit leads straight back.
            #expect(try await visitor.go(program.address()).returned["code"] != nil)
        }
        #expect(try await house.entries("openid.consented").count == 1)
        #expect(try await house.entries("openid.claims-read").count == 1)
    }

    @Test("who does not agree is sent back without a code")
    func declined() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let page = try await visitor.go(program.address())
            let back = try await visitor.submit(OpenIDPath.consent, from: page, [("answer", "no")])
            #expect(back.returned["error"] == "access_denied" && back.returned["code"] == nil)
            // And is asked again the next time.
            #expect(try await visitor.go(program.address()).status == .ok)
        }
    }

    @Test("two sectors of programs cannot find out that they know the same person")
    func pairwise() async throws {
        let house = try await OpenIDHouse()
        let (parking, library) = (try await house.register(), try await house.register(.library))
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let first = try await parking.redeem(visitor.code(for: parking), with: client)
            let second = try await library.redeem(visitor.code(for: library), with: client)
            let again = try await parking.redeem(visitor.code(for: parking), with: client)
            #expect(try first.claims["sub"] != second.claims["sub"])
            #expect(try first.claims["sub"] == again.claims["sub"])
            #expect(try TokenText.part(0, of: second.idToken)["alg"]?.text == "ES256")
        }
    }

    @Test("staff are known by organ and post, as far as the program may know")
    func posts() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn("officer-scjg")
            let code = try await visitor.code(for: program, ["scope": "openid posts real_name"])
            let claims = try await program.redeem(code, with: client).claims
            #expect(claims["organ"]?.text == "scjg" && claims["posts"] != nil && claims["name"] == nil)
        }
    }

    @Test("a program that cannot keep a secret has none, and its proof is PKCE")
    func app() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register(.app)
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let page = try await visitor.go(program.address())
            let policy = HTTPField.Name("Content-Security-Policy").flatMap { page.headers[$0] } ?? ""
            #expect(policy.contains("form-action 'self' cn.gov.duanzhou:;"))
            let code = try await visitor.code(for: program)
            let secretly = try await program.redeem(code, with: client, ["client_secret": "mbs_x"])
            #expect(secretly.error == "invalid_client")
            #expect(try await program.redeem(code, with: client).status == .ok)
        }
    }

    @Test("what was agreed to is taken back, and its tokens end at once")
    func withdrawn() async throws {
        let house = try await OpenIDHouse()
        let program = try await house.register()
        try await house.browse { client in
            let visitor = Visitor(client)
            try await visitor.signIn()
            let answer = try await program.redeem(visitor.code(for: program), with: client)
            let page = try await visitor.go(OpenIDPath.permissions)
            #expect(page.text.contains("智慧停车"))
            _ = try await visitor.submit(OpenIDPath.permission(String(program.id)), from: page, [])
            let info = try await visitor.go(OpenIDPath.userInfo, bearer: answer.access)
            #expect(info.status == .unauthorized)
            #expect(try await program.refresh(answer.refresh, with: client).error == "invalid_grant")
            #expect(try await visitor.go(program.address()).status == .ok)
        }
    }
}
