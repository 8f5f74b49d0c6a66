import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import OpenID

/// Named after the modules of the OpenID conformance suite, where there is one.
@Suite("What the token endpoint refuses")
struct TokenRefusalTests {
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

    @Test("codereuse: the second use ends every token of the first, and the journal says so")
    func codeReuse() async throws {
        try await known { house, program, visitor in
            let code = try await visitor.code(for: program)
            let first = try await program.redeem(code, with: visitor.client)
            #expect(try await program.redeem(code, with: visitor.client).error == "invalid_grant")
            #expect(try await visitor.go(OpenIDPath.userInfo, bearer: first.access).status == .unauthorized)
            let late = try await program.refresh(first.refresh, with: visitor.client)
            #expect(late.error == "invalid_grant")
            #expect(try await house.entries("openid.replay-detected").count == 1)
        }
    }

    @Test("two that redeem one code at once get one answer between them")
    func race() async throws {
        try await known { _, program, visitor in
            let (code, client) = (try await visitor.code(for: program), visitor.client)
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await program.redeem(code, with: client).status == .ok }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(answers == 1)
        }
    }

    @Test(
        "wrong verifier (PKCE), wrong address, missing parts",
        arguments: [
            (["code_verifier": String(repeating: "a", count: 43)], "invalid_grant"),
            (["code_verifier": nil], "invalid_grant"), (["code_verifier": "short"], "invalid_grant"),
            (["redirect_uri": "https://parking.example/other"], "invalid_grant"),
            (["redirect_uri": nil], "invalid_grant"), (["code": nil], "invalid_request"),
            (["code": "rubbish"], "invalid_grant"), (["grant_type": nil], "invalid_request"),
            (["grant_type": "password"], "unsupported_grant_type"),
            (["client_secret": "mbs_" + String(repeating: "A", count: 43)], "invalid_client"),
            (["client_secret": nil], "invalid_client"), (["client_secret": "x"], "invalid_client"),
            (["client_id": "minben-1"], "invalid_client"), (["client_id": nil], "invalid_client"),
        ] as [([String: String?], String)])
    func wrong(_ changed: [String: String?], _ error: String) async throws {
        try await known { _, program, visitor in
            let code = try await visitor.code(for: program)
            let answer = try await program.redeem(code, with: visitor.client, changed)
            #expect(answer.error == error)
            #expect(answer.status == (error == "invalid_client" ? .unauthorized : .badRequest))
            #expect((answer.headers[.wwwAuthenticate] != nil) == (error == "invalid_client"))
            // It was not used up by that.
            #expect(try await program.redeem(code, with: visitor.client).status == .ok)
        }
    }

    @Test("a code or a refresh token of another program counts for nothing")
    func anotherClient() async throws {
        try await known { house, program, visitor in
            let other = try await house.register(.library)
            let code = try await visitor.code(for: program)
            let taken = try await other.redeem(code, with: visitor.client)
            #expect(taken.error == "invalid_grant")
            let own = try await program.redeem(code, with: visitor.client)
            #expect(own.status == .ok)
            #expect(try await other.refresh(own.refresh, with: visitor.client).error == "invalid_grant")
            #expect(try await program.refresh(own.refresh, with: visitor.client).status == .ok)
        }
    }

    @Test("the secret in the header counts as well as in the form, but not both at once")
    func basic() async throws {
        try await known { _, program, visitor in
            let code = try await visitor.code(for: program)
            let pair = Data("\(program.clientID):\(program.secret ?? "")".utf8).base64EncodedString()
            let form: [(name: String, value: String)] = [
                ("grant_type", "authorization_code"), ("code", code),
                ("redirect_uri", program.terms.redirectURIs[0]), ("code_verifier", Program.verifier),
            ]
            for (extra, status) in [("&client_secret=x", 400), ("", 200)] {
                let answer = try await visitor.client.execute(
                    uri: OpenIDPath.token, method: .post,
                    headers: [
                        .contentType: "application/x-www-form-urlencoded", .authorization: "Basic \(pair)",
                    ], body: ByteBuffer(string: QueryText.text(form) + extra))
                #expect(answer.status.code == status)
            }
        }
    }

    @Test("guessing secrets is slowed down")
    func guessing() async throws {
        try await known { _, program, visitor in
            var last = ""
            for _ in 0..<25 {
                let wrong = ["client_secret": "mbs_" + String(repeating: "A", count: 43)]
                last = try await program.redeem("mbc_x", with: visitor.client, wrong).error ?? ""
            }
            #expect(last == "temporarily_unavailable")
        }
    }
}
