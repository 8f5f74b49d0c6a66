import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization
import WorkingTime

/// The district's gateway for messages, reached over HTTP: `POST` with JSON, a bearer secret and an
/// `Idempotency-Key`.
public final class MessageGateway: Sendable {
    /// What the gateway said when it took a message over.
    public struct Receipt: Sendable, Hashable {
        /// What it calls the message; nil when it does not say.
        public let id: String?
    }

    /// How long one call may take, in seconds; well within a job's lease.
    private let limitSeconds: Int64
    /// How long nothing is sent after a call that failed: 10 s. A gateway that hangs must not hold up every other job.
    static let restSeconds = 10
    private static let answerLimitBytes = 64 << 10

    private let url: String
    private let secret: String
    private let http: HTTPClient
    private let restUntil = Mutex<Instant?>(nil)

    /// A gateway; nothing is asked of it before the first message.
    public convenience init(url: String, secret: String) {
        self.init(url: url, secret: secret, limitSeconds: 10)
    }

    /// - Parameter limitSeconds: on a busy machine, tests must be more patient than a queue may be.
    init(url: String, secret: String, limitSeconds: Int64) {
        (self.url, self.secret, self.limitSeconds) = (url, secret, limitSeconds)
        http = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: Self.configuration(limitSeconds: limitSeconds))
    }

    /// A command that ends without closing its gateway still ends in order.
    deinit { Task { [http] in try? await http.shutdown() } }

    /// Ends all connections; nothing can be sent afterwards.
    public func close() async throws {
        do { try await http.shutdown() } catch let error as HTTPClientError where error == .alreadyShutdown {}
    }

    /// Hands a message over. The same key is the same message, however often it is sent.
    ///
    /// - Throws: ``GatewayRefusal`` when the gateway will never take it, ``GatewayOutage`` when it may later.
    func send(_ dispatch: MessageDelivery.Dispatch, key: String, at now: Instant) async throws -> Receipt {
        if let rest = restUntil.withLock({ $0 }), now < rest { throw GatewayOutage.resting }
        do {
            return try await answer(to: request(dispatch, key: key))
        } catch let outage as GatewayOutage {
            restUntil.withLock { $0 = now.adding(seconds: Self.restSeconds) }
            throw outage
        }
    }

    private func request(_ dispatch: MessageDelivery.Dispatch, key: String) throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(secret)")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Idempotency-Key", value: key)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        request.body = .bytes(try encoder.encode(dispatch))
        return request
    }

    private func answer(to request: HTTPClientRequest) async throws -> Receipt {
        let (status, body): (UInt, ByteBuffer?)
        do {
            let response = try await http.execute(request, timeout: .seconds(limitSeconds))
            status = response.status.code
            body = try? await response.body.collect(upTo: Self.answerLimitBytes)
        } catch { throw GatewayOutage(error) }
        switch status {
        case 200..<300: return Receipt(body)
        case 408, 429: throw GatewayOutage(status: status)
        case 400..<500: throw GatewayRefusal(status: status)
        default: throw GatewayOutage(status: status)
        }
    }

    /// A redirect would be followed with GET and look like success.
    private static func configuration(limitSeconds: Int64) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(max(3, limitSeconds / 3)), read: .seconds(limitSeconds)),
            decompression: .disabled)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return configuration
    }
}

extension MessageGateway.Receipt {
    /// The `id` of a JSON answer, when it is a short text or a number.
    init(_ body: ByteBuffer?) {
        struct Answer: Decodable {
            let id: String?

            enum CodingKeys: CodingKey { case id }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                let number = try? container.decode(Int64.self, forKey: .id)
                id = try number.map { String($0) } ?? container.decodeIfPresent(String.self, forKey: .id)
            }
        }
        let answer = body.flatMap { try? JSONDecoder().decode(Answer.self, from: Data($0.readableBytesView)) }
        id = answer?.id.flatMap { id in
            let isPlain = id.unicodeScalars.allSatisfy { $0.isASCII && (0x20...0x7E).contains($0.value) }
            return isPlain && (1...200).contains(id.count) ? id : nil
        }
    }
}
