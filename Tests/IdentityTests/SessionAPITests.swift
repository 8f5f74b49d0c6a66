import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import WorkingTime

@testable import Identity

@Suite("接口登录 /api/v1/sessions") struct SessionAPITests {
    private struct Token: Decodable {
        let token: String
        let expires_at: String
    }

    private func open(_ client: any TestClientProtocol, _ body: String) async throws -> TestResponse {
        try await client.execute(
            uri: "/api/v1/sessions", method: .post, headers: [.contentType: "application/json"],
            body: ByteBuffer(string: body))
    }

    private func ask(
        _ client: any TestClientProtocol, _ path: String, token: String, _ method: HTTPRequest.Method = .get
    ) async throws -> TestResponse {
        try await client.execute(uri: path, method: method, headers: [.authorization: "Bearer \(token)"])
    }

    private func token(_ client: any TestClientProtocol, _ account: String) async throws -> String {
        let response = try await open(client, #"{"account":"\#(account)","password":"minben-demo-2026"}"#)
        return try JSONDecoder().decode(Token.self, from: Data(response.text.utf8)).token
    }

    @Test("a wrong name and a wrong password get the same answer, letter for letter")
    func wrong() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let name = try await open(client, #"{"account":"nobody","password":"minben-demo-2026"}"#)
            let password = try await open(client, #"{"account":"zhangwei","password":"wrong"}"#)
            #expect(name.status == .unauthorized && password.status == .unauthorized)
            let words = /"detail":"[^"]+"/
            #expect(name.text.firstMatch(of: words)?.output == password.text.firstMatch(of: words)?.output)
        }
    }

    @Test(
        "what is not a sign-in is refused in words",
        arguments: [
            (#"{"account":"zhangwei"}"#, 422), (#"{"account":"","password":""}"#, 422),
            (#"{"account":1,"password":"x"}"#, 422), ("{", 400),
        ])
    func malformed(body: String, status: Int) async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let response = try await open(client, body)
            #expect(response.status.code == status)
            #expect(response.headers[.contentType]?.hasPrefix("application/problem+json") == true)
        }
    }

    @Test("a made-up token is nobody's", arguments: ["x", String(repeating: "A", count: 43)])
    func madeUp(token: String) async throws {
        try await TestInstallation().browse { client in
            let response = try await ask(client, "/api/v1/mine", token: token)
            #expect(response.status == .unauthorized)
        }
    }

    @Test("a page's session is no API token")
    func pageSession() async throws {
        let installation = try await TestInstallation()
        let opened = try await installation.signIn.open(installation.attempt("zhangwei", kind: .page))
        try await installation.browse { client in
            let response = try await ask(client, "/api/v1/mine", token: opened.token.text)
            #expect(response.status == .unauthorized)
        }
    }

    @Test("a token tells when it expires, works until then, and not after")
    func expiry() async throws {
        let installation = try await TestInstallation(isDemo: true)
        try await installation.browse { client in
            let response = try await open(client, #"{"account":"zhangwei","password":"minben-demo-2026"}"#)
            #expect(response.status == .created)
            #expect(response.headers[.cacheControl] == "no-store")
            let answer = try JSONDecoder().decode(Token.self, from: Data(response.text.utf8))
            #expect(answer.expires_at == installation.clock.now.adding(seconds: 8 * 3_600).rfc3339)
            #expect(try await ask(client, "/api/v1/mine", token: answer.token).text == "张伟")
            installation.clock.advance(minutes: 8 * 60)
            #expect(try await ask(client, "/api/v1/mine", token: answer.token).status == .unauthorized)
        }
    }

    @Test("a closed session's token no longer works, and closing it again is refused")
    func close() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let token = try await token(client, "zhangwei")
            let path = "/api/v1/sessions/current"
            #expect(try await ask(client, path, token: token, .delete).status == .noContent)
            #expect(try await ask(client, "/api/v1/mine", token: token).status == .unauthorized)
            #expect(try await ask(client, path, token: token, .delete).status == .unauthorized)
        }
    }

    @Test(
        "a wrong role is told why it may not, in the words of the policy",
        arguments: [("zhangwei", "您的账号没有岗位"), ("clerk", "这项工作由经办人员、部门负责人办理")])
    func wrongRole(account: String, words: String) async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let response = try await ask(client, "/api/v1/decisions", token: token(client, account))
            #expect(response.status == .forbidden)
            #expect(response.text.contains(words))
        }
    }

    @Test("the right role is let in", arguments: [("officer-scjg", "李敏"), ("head-scjg", "王建华")])
    func rightRole(account: String, name: String) async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let response = try await ask(client, "/api/v1/decisions", token: token(client, account))
            #expect(response.status == .ok)
            #expect(response.text == name)
        }
    }
}
