import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

@testable import Messaging

/// A gateway on the loopback that answers what it was told to, in order, and the last answer again and again.
final class StubGateway: Sendable {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        var text = ""
    }

    struct Call: Sendable, Hashable {
        let key: String?
        let authorization: String?
        let body: String
    }

    private let answers: Mutex<[Answer]>
    private let taken = Mutex<[Call]>([])

    init(_ answers: Answer...) { self.answers = Mutex(answers) }

    /// What arrived.
    var calls: [Call] { taken.withLock { $0 } }

    /// Serves while the body runs.
    func serve(_ body: @escaping @Sendable (MessageGateway) async throws -> Void) async throws {
        let router = Router()
        router.post("messages") { request, _ in try await self.answer(request) }
        try await Application(router: router).test(.live) { server in
            let gateway = MessageGateway(
                name: "sms-1", url: "http://127.0.0.1:\(server.port ?? 0)/messages",
                secret: "nobody-may-see-this",
                limitSeconds: 300)
            try await body(gateway)
            try await gateway.close()
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        let body = String(buffer: try await request.body.collect(upTo: 1 << 20))
        let key = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
        taken.withLock {
            $0.append(Call(key: key, authorization: request.headers[.authorization], body: body))
        }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        var headers = HTTPFields()
        if answer.status.code == 302 { headers[.location] = "/elsewhere" }
        return Response(
            status: answer.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: answer.text)))
    }
}
