import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import Synchronization

@testable import Files

/// A server on the loopback that answers what it was told to, in order, and the last answer again and again.
final class StubStore: Sendable {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        var text = ""
    }

    private let answers: Mutex<[Answer]>
    private let taken = Mutex<[String]>([])

    init(_ answers: [Answer]) { self.answers = Mutex(answers) }

    /// What arrived: method, path and length of body.
    var requests: [String] { taken.withLock { $0 } }

    /// Serves while the body runs, which gets a bucket whose pauses take no time.
    func serve(_ body: @escaping @Sendable (S3Bucket) async throws -> Void) async throws {
        let router = Router()
        for method in [HTTPRequest.Method.get, .put, .delete, .head] {
            router.on("**", method: method) { request, _ in try await self.answer(request) }
        }
        try await Application(router: router).test(.live) { server in
            let bucket = try StubStore.bucket(atPort: server.port ?? 0)
            try await body(bucket)
            try await bucket.close()
        }
    }

    static func bucket(atPort port: Int) throws -> S3Bucket {
        S3Bucket(
            client: S3Client(
                address: try address("minben", at: "http://127.0.0.1:\(port)"), credentials: testCredentials,
                retrying: Impatience().retrying))
    }

    private func answer(_ request: Request) async throws -> Response {
        let length = try await request.body.collect(upTo: 1 << 20).readableBytes
        taken.withLock { $0.append("\(request.method) \(request.uri.path) \(length)") }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        return Response(status: answer.status, body: .init(byteBuffer: ByteBuffer(string: answer.text)))
    }
}

enum Loopback {
    /// A port on which nothing listens.
    static func unusedPort() throws -> Int {
        let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).wait()
        defer { try? channel.close().wait() }
        return channel.localAddress?.port ?? 0
    }
}
