import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A gateway for SMS, reached over HTTP: `POST` with JSON, a bearer secret and an `Idempotency-Key`.
public final class MessageGateway: MessageCarrier {
    private static let answerLimitBytes = 64 << 10

    /// What its receipts come under.
    public let name: String
    private let url: String
    private let secret: String
    /// How long one call may take, in seconds; well within a job's lease.
    private let limitSeconds: Int64
    private let http: HTTPClient

    /// A gateway; nothing is asked of it before the first message.
    public convenience init(name: String, url: String, secret: String) {
        self.init(name: name, url: url, secret: secret, limitSeconds: 10)
    }

    /// - Parameter limitSeconds: on a busy machine, tests must be more patient than a queue may be.
    init(name: String, url: String, secret: String, limitSeconds: Int64) {
        (self.name, self.url, self.secret, self.limitSeconds) = (name, url, secret, limitSeconds)
        http = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: Self.configuration(limitSeconds: limitSeconds))
    }

    /// A command that ends without closing its gateway still ends in order.
    deinit { Task { [http] in try? await http.shutdown() } }

    /// Ends all connections; nothing can be sent afterwards.
    public func close() async throws {
        do { try await http.shutdown() } catch let error as HTTPClientError where error == .alreadyShutdown {}
    }

    /// Hands a message over.
    public func send(_ dispatch: Dispatch, key: String) async throws -> CarrierReceipt {
        let (status, body): (Int, ByteBuffer?)
        do {
            let response = try await http.execute(
                request(dispatch, key: key), timeout: .seconds(limitSeconds))
            status = Int(response.status.code)
            body = try? await response.body.collect(upTo: Self.answerLimitBytes)
        } catch { throw CarrierOutage("没有应答") }
        switch status {
        case 200..<300: return CarrierReceipt(body)
        case 408, 429: throw CarrierOutage("暂时不能接收（\(status)）")
        case 400..<500: throw CarrierRefusal(status: status)
        default: throw CarrierOutage("暂时不能接收（\(status)）")
        }
    }

    private func request(_ dispatch: Dispatch, key: String) throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(secret)")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Idempotency-Key", value: key)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        request.body = .bytes(try encoder.encode(GatewayDocument(dispatch)))
        return request
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

/// What the gateway gets, as JSON.
private struct GatewayDocument: Encodable {
    struct Recipient: Encodable {
        let name: String
        let number: String
    }

    let id: String
    let recipient: Recipient
    let subject: String
    let text: String
    let link: String

    init(_ dispatch: Dispatch) {
        (id, subject, text, link) = (dispatch.id, dispatch.subject, dispatch.text, dispatch.link)
        recipient = Recipient(name: dispatch.name, number: dispatch.address)
    }
}

extension CarrierReceipt {
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
        self.init(reference: answer?.id.flatMap { Self.isPlain($0) ? $0 : nil })
    }

    private static func isPlain(_ id: String) -> Bool {
        (1...200).contains(id.count)
            && id.unicodeScalars.allSatisfy { $0.isASCII && (0x20...0x7E).contains($0.value) }
    }
}
