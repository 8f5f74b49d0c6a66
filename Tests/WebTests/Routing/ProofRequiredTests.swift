import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Refusals
import Testing

@testable import Web

@Suite("A proof that is too old") struct ProofRequiredTests {
    private let routes: [Route] = [
        .get("/keys", .anyone, "") { _, _ in throw ProofRequired("请再验证一次。", maximumAgeSeconds: 300) },
        .get("/api/v1/keys", .anyone, "") { _, _ in throw ProofRequired("请再验证一次。", maximumAgeSeconds: 300) },
    ]

    @Test("sends a visitor to prove who they are, and then back")
    func visitor() async throws {
        let router = makeRouter(routes: routes, settings: WebSettings()) { _ in nil }
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/keys?a=1", method: .get) { answer in
                #expect(answer.status == .seeOther)
                #expect(answer.headers[.location] == "/account/confirmation?next=%2Fkeys%3Fa%3D1")
                #expect(answer.headers[.wwwAuthenticate] == nil)
            }
        }
    }

    @Test("tells a program by RFC 9470")
    func program() async throws {
        let router = makeRouter(routes: routes, settings: WebSettings()) { _ in nil }
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/api/v1/keys", method: .get) { answer in
                #expect(answer.status == .unauthorized)
                let challenge = answer.headers[.wwwAuthenticate] ?? ""
                #expect(challenge.contains("insufficient_user_authentication"))
                #expect(challenge.contains("max_age=\"300\""))
            }
        }
    }
}
