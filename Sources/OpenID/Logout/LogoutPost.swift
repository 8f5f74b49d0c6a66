import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// The way to programs' back-channel addresses: short, without following anybody anywhere.
final class LogoutPost: Sendable {
    private let http: HTTPClient

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(10)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { Task { [http] in try? await http.shutdown() } }

    /// - Throws: ``LogoutRefused``, ``LogoutUnheard``.
    func send(_ token: String, to address: String) async throws -> UInt {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "logout_token=\(token)"))
        let status: UInt
        do { status = try await http.execute(request, timeout: .seconds(10)).status.code } catch {
            throw LogoutUnheard(description: "\(error)")
        }
        switch status {
        case 200..<300: return status
        case 408, 429, 500...: throw LogoutUnheard(description: "status \(status)")
        default: throw LogoutRefused(status: status)
        }
    }
}
