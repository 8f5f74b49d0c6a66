import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TransparencyLog

/// A witness of our log: where it answers, and whose cosignatures are its own.
public struct RemoteWitness: Sendable {
    /// The address below which `add-checkpoint` stands, without a slash at the end.
    public let url: String
    /// Verifies what it signs.
    public let verifier: any NoteVerifier

    /// A witness.
    public init(url: String, verifier: any NoteVerifier) { (self.url, self.verifier) = (url, verifier) }
}

/// The witnesses of our log, reached over HTTP (C2SP tlog-witness).
public final class RemoteWitnesses: Sendable {
    /// What a witness said to a checkpoint.
    enum Answer: Sendable, Hashable {
        /// It has signed: lines of signatures.
        case cosigned(String)
        /// It has signed another tree last.
        case conflict(latestSize: UInt64)
        /// It does not sign.
        case refused(status: UInt)
    }

    private static let answerLimitBytes = 16 << 10

    let all: [RemoteWitness]
    private let http: HTTPClient
    private let limitSeconds: Int64

    /// These witnesses, each of which has `limitSeconds` to answer; nothing is asked of them before the first checkpoint.
    public init(_ all: [RemoteWitness], limitSeconds: Int64 = 10) {
        self.all = all
        self.limitSeconds = limitSeconds
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(3), read: .seconds(limitSeconds)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// A command that ends without closing its client still ends in order.
    deinit { Task { [http] in try? await http.shutdown() } }

    /// Ends all connections; nothing can be shown afterwards.
    public func close() async throws {
        do { try await http.shutdown() } catch let error as HTTPClientError where error == .alreadyShutdown {}
    }

    /// Shows a checkpoint to a witness. Throws what keeps it from being reached.
    func show(_ submission: CheckpointSubmission, to witness: RemoteWitness) async throws -> Answer {
        var request = HTTPClientRequest(url: "\(witness.url)/add-checkpoint")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "text/plain; charset=utf-8")
        request.body = .bytes(ByteBuffer(string: submission.description))
        let response = try await http.execute(request, timeout: .seconds(limitSeconds))
        let body = String(buffer: try await response.body.collect(upTo: Self.answerLimitBytes))
        switch response.status.code {
        case 200: return .cosigned(body)
        case 409:
            let digits = body.hasSuffix("\n") ? String(body.dropLast()) : body
            guard let size = UInt64(digits) else { return .refused(status: 409) }
            return .conflict(latestSize: size)
        default: return .refused(status: response.status.code)
        }
    }
}
