import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import App

@Suite("A node that is told to stop")
struct ReadinessTests {
    @Test("is not ready any more, but alive, and serves whoever still comes")
    func draining() async throws {
        let installation = try await Installation.temporary()
        try await Application(router: try installation.router()).test(.router) { client in
            try await expect(.ok, at: "/readyz", client)
            installation.readiness.drain()
            try await expect(.serviceUnavailable, at: "/readyz", client)
            for path in ["/healthz", "/", "/services"] { try await expect(.ok, at: path, client) }
        }
    }

    @Test("is given a moment for it, but no whole hour", arguments: ["-1", "61", "soon"])
    func moment(_ seconds: String) {
        #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: ["drain_seconds": seconds], environment: [:], file: nil)
        }
    }

    private func expect(
        _ status: HTTPResponse.Status, at path: String, _ client: any TestClientProtocol
    ) async throws {
        let answered = try await client.execute(uri: path, method: .get) { $0.status }
        #expect(answered == status, "\(path)")
    }
}
