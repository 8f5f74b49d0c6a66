import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization
import Testing

@testable import Web

@Suite("The lane for public pages")
struct PageLaneTests {
    private let cache = PageCache(settings: Installation.settings())

    /// A connection to a site that has had one visitor, and what goes the long way on it.
    private func connection() async throws -> (channel: EmbeddedChannel, passed: Passed) {
        let cache = cache
        let route = Route.get("/services/{code}", .anyone, "办事指南") { request, _ in
            try await cache.page(request, shows: ["services"], keptSeconds: 60, canonical: "/services/kbcyd")
            {
                Page("开办餐饮店", body: "<h1>开办餐饮店</h1>")
            }
        }
        try await Installation.test([route]) { client in
            _ = try await client.execute(uri: "/services/kbcyd", method: .get)
        }
        let passed = Passed()
        let lane = PageLane(cache: cache, now: { Installation.now }, logger: Logger(label: "test"))
        let channel = EmbeddedChannel()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try pipeline.addHandlers(lane, passed)
        return (channel, passed)
    }

    /// What comes back on the wire; nil when nothing does.
    private func ask(
        _ path: String = "/services/kbcyd", _ method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:],
        version: String = "HTTP/1.1", on channel: EmbeddedChannel
    ) throws -> Answer? {
        let head = fields.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        try channel.writeInbound(
            ByteBuffer(string: "\(method.rawValue) \(path) \(version)\r\nHost: localhost\r\n\(head)\r\n"))
        var bytes = ByteBuffer()
        while var part = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeBuffer(&part) }
        return Answer(bytes)
    }

    @Test("A page in memory is answered on the spot, complete, and compressed for who takes that")
    func answers() async throws {
        let (channel, passed) = try await connection()
        let plain = try #require(try ask(on: channel))
        #expect(plain.status == "HTTP/1.1 200 OK")
        #expect(String(decoding: plain.body, as: UTF8.self).contains("<h1>开办餐饮店</h1>"))
        #expect(plain.fields[.contentLength] == String(plain.body.count))
        #expect(plain.fields[.date] == "Sat, 21 Nov 2026 02:24:00 GMT")
        let zipped = try #require(
            try ask("/services/kbcyd", .get, [.acceptEncoding: "gzip"], on: channel))
        #expect(zipped.fields[.contentEncoding] == "gzip")
        #expect(zipped.fields[.contentLength] == String(zipped.body.count))
        #expect(passed.heads == 0)
    }

    @Test("The short way says the same of a page as the long way")
    func sameHeaders() async throws {
        let (channel, _) = try await connection()
        let short = try #require(try ask(on: channel))
        let cache = cache
        let route = Route.get("/services/{code}", .anyone, "办事指南") { request, _ in
            try await cache.page(request, shows: ["services"]) { Page("不会再做", body: "") }
        }
        try await Installation.test([route]) { client in
            let long = try await client.execute(uri: "/services/kbcyd", method: .get).headers
            for field in long where field.name.canonicalName != "x-request-id" && field.name != .date {
                #expect(short.fields[field.name] == field.value, "\(field.name)")
            }
        }
    }

    @Test(
        "What is not simply a stranger asking for the page goes the long way",
        arguments: [
            (HTTPField.Name.cookie, "display=elder"), (.authorization, "Bearer x"), (.ifNoneMatch, "*"),
            (.range, "bytes=0-3"), (.contentLength, "3"), (.connection, "close"),
        ] as [(HTTPField.Name, String)])
    func longWay(_ name: HTTPField.Name, _ value: String) async throws {
        let (channel, passed) = try await connection()
        #expect(try ask("/services/kbcyd", .get, [name: value], on: channel) == nil)
        #expect(passed.heads == 1)
    }

    @Test("Who speaks an older HTTP goes the long way, which knows when to close the connection")
    func older() async throws {
        let (channel, passed) = try await connection()
        #expect(try ask(version: "HTTP/1.0", on: channel) == nil)
        #expect(passed.heads == 1)
    }

    @Test("Another method, another address and a dropped page go the long way")
    func unknown() async throws {
        for (method, path) in [(HTTPRequest.Method.head, "/services/kbcyd"), (.get, "/services/kbcyd?q=1")] {
            let (channel, passed) = try await connection()
            #expect(try ask(path, method, on: channel) == nil)
            #expect(passed.heads == 1)
        }
        let (channel, passed) = try await connection()
        cache.drop("services")
        #expect(try ask(on: channel) == nil)
        #expect(passed.heads == 1)
    }

    @Test("No answer overtakes one that is still on its way")
    func order() async throws {
        let (channel, passed) = try await connection()
        #expect(try ask("/my", on: channel) == nil)
        #expect(try ask(on: channel) == nil)
        #expect(passed.heads == 2)
        for _ in 1...2 {
            channel.write(HTTPServerResponsePart.head(.init(version: .http1_1, status: .ok)), promise: nil)
            channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
        }
        while try channel.readOutbound(as: ByteBuffer.self) != nil {}
        #expect(try ask(on: channel) != nil)
    }
}

/// An answer as it comes on the wire.
private struct Answer: Equatable {
    let status: String
    let fields: HTTPFields
    let body: [UInt8]

    init?(_ bytes: ByteBuffer) {
        let all = Array(bytes.readableBytesView)
        guard let end = all.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: all[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        status = String(lines[0])
        var fields: HTTPFields = [:]
        for line in lines.dropFirst() {
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            if let name = HTTPField.Name(String(line[..<colon])) {
                fields.append(HTTPField(name: name, value: String(line[colon...].dropFirst(2))))
            }
        }
        self.fields = fields
        body = Array(all[end.upperBound...])
    }
}

/// Counts what goes the long way, and answers nothing.
private final class Passed: ChannelInboundHandler, Sendable {
    typealias InboundIn = HTTPServerRequestPart
    private let count = Mutex(0)
    var heads: Int { count.withLock { $0 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { count.withLock { $0 += 1 } }
    }
}
