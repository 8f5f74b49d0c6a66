import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing
import WorkingTime

@testable import Web

@Suite("Screens that are kept informed")
struct LiveStreamTests {
    private func answer(
        _ streams: LiveStreams, _ read: @escaping @Sendable () async throws -> ServerEvent
    ) async throws -> TestResponse {
        let route = Route.get("/live", .anyone, "大屏") { request, _ in
            try streams.response(about: "hall:1", to: request, read: read)
        }
        let router = makeRouter(routes: [route], settings: WebSettings()) { _ in nil }
        return try await Application(router: router).test(.router) {
            try await $0.execute(uri: "/live", method: .get)
        }
    }

    @Test("there are no more of them than there may be, in all and from one address")
    func bounded() async throws {
        let full = LiveStreams(limit: 0)
        #expect(try await answer(full) { ServerEvent("calls", data: "") }.status == .tooManyRequests)
        let crowded = LiveStreams(limitPerAddress: 0)
        #expect(try await answer(crowded) { ServerEvent("calls", data: "") }.status == .tooManyRequests)
    }

    @Test("what has not changed is not sent again, and after its time the screen is to come back")
    func unchanged() async throws {
        let streams = LiveStreams(beats: 3, pause: {})
        let response = try await answer(streams) { ServerEvent("calls", data: "A001\n1") }
        #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
        let text = String(buffer: response.body)
        #expect(text.hasPrefix("retry: 3000\n\nevent: calls\ndata: A001\ndata: 1\n\n"))
        #expect(text.matches(of: /event:/).count == 1)
        #expect(streams.count == 0)
    }

    @Test("a change of its topic is sent at once, and of another not")
    func rung() async throws {
        let reads = Mutex(0)
        // Ends with the stream, when its task is cancelled.
        let (silence, _) = AsyncStream.makeStream(of: Void.self)
        let streams = LiveStreams(beats: 1, pause: { for await _ in silence {} })
        let response = try await answer(streams) {
            let count = reads.withLock {
                $0 += 1
                return $0
            }
            streams.ring("hall:2")
            if count < 3 { streams.ring("hall:1") } else { streams.stop() }
            return ServerEvent("calls", data: "\(count)")
        }
        #expect(
            String(buffer: response.body).matches(of: /data: (\d)/).map { String($0.output.1) } == [
                "1", "2", "3",
            ])
    }

    @Test("a head is answered without a stream being opened")
    func head() async throws {
        let streams = LiveStreams(pause: {})
        let route = Route.get("/live", .anyone, "大屏") { request, _ in
            try streams.response(about: "hall:1", to: request) { ServerEvent("calls", data: "") }
        }
        let router = makeRouter(routes: [route], settings: WebSettings()) { _ in nil }
        let answer = try await Application(router: router).test(.router) {
            try await $0.execute(uri: "/live", method: .head)
        }
        #expect(answer.status == .ok && streams.count == 0)
    }
}
