import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import WorkingTime

/// Sends signed requests to one store, again when the store or the way to it fails.
final class S3Client: Sendable {
    /// What the body of a request is made of; asked for at every attempt.
    typealias Body = @Sendable () throws -> HTTPClientRequest.Body

    let address: S3Address
    private let signature: S3Signature
    private let retrying: Retrying
    private let now: @Sendable () -> Instant
    private let http: HTTPClient

    init(
        address: S3Address, credentials: S3Credentials, retrying: Retrying = Retrying(),
        now: @escaping @Sendable () -> Instant = { Instant.now }
    ) {
        self.address = address
        self.signature = S3Signature(credentials: credentials, region: address.region)
        self.retrying = retrying
        self.now = now
        self.http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.configuration)
    }

    /// A command that ends without closing its store still ends in order.
    deinit { Task { [http] in try? await http.shutdown() } }

    /// Sends a request and hands the answer over as soon as its head is there.
    ///
    /// Throws ``S3Refusal`` when the store will not, ``ContentUnavailable`` when it cannot; so does ``outcome``.
    func answer(to request: S3Request, body: Body? = nil) async throws -> HTTPClientResponse {
        try await tried { try await self.send(request, body) }
    }

    /// Sends a request and reads the answer to its end.
    func outcome(of request: S3Request, body: Body? = nil) async throws {
        try await tried {
            let outcome = try await S3Outcome(self.send(request, body))
            guard !outcome.isFailureInDisguise else { throw S3Refusal(outcome) }
        }
    }

    func close() async throws {
        do { try await http.shutdown() } catch let error as HTTPClientError where error == .alreadyShutdown {}
    }

    private func send(_ request: S3Request, _ body: Body?) async throws -> HTTPClientResponse {
        let query = request.escapedQuery
        var sent = HTTPClientRequest(
            url: address.endpoint + request.escapedPath + (query.isEmpty ? "" : "?\(query)"))
        sent.method = HTTPMethod(rawValue: request.method)
        sent.body = try body?()
        for (name, value) in signature.headers(of: request, host: address.host, at: now()) {
            sent.headers.replaceOrAdd(name: name, value: value)
        }
        let response = try await http.execute(sent, deadline: .distantFuture)
        guard (200..<300).contains(response.status.code) else {
            throw S3Refusal(try await S3Outcome(response))
        }
        return response
    }

    private func tried<T: Sendable>(_ attempt: @escaping @Sendable () async throws -> T) async throws -> T {
        do { return try await retrying.run(attempt) } catch {
            switch error {
            case is CancellationError: throw error
            case let refusal as S3Refusal where refusal.isFinal: throw refusal
            default: throw ContentUnavailable.outOfReach("\(address.endpoint): \(error)")
            }
        }
    }

    /// Downloads go at the pace of whoever reads, and each holds a connection: there must be many, and a
    /// reader may pause.
    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(60)),
            decompression: .disabled)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 128
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return configuration
    }
}
