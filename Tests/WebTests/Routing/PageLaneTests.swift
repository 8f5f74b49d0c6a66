import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
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
        return (EmbeddedChannel(handlers: [lane, passed]), passed)
    }

    private func ask(
        _ path: String = "/services/kbcyd", _ method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:],
        on channel: EmbeddedChannel
    ) throws -> [HTTPResponsePart] {
        let request = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        try channel.writeInbound(HTTPRequestPart.head(request))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        var parts: [HTTPResponsePart] = []
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) { parts.append(part) }
        return parts
    }

    @Test("A page in memory is answered on the spot, complete, and compressed for who takes that")
    func answers() async throws {
        let (channel, passed) = try await connection()
        let parts = try ask(on: channel)
        guard case .head(let head) = parts.first, case .body(let body) = parts[1], parts.last == .end(nil)
        else {
            Issue.record("no whole answer: \(parts)")
            return
        }
        #expect(head.status == .ok)
        #expect(String(buffer: body).contains("<h1>开办餐饮店</h1>"))
        #expect(head.headerFields[.contentLength] == String(body.readableBytes))
        #expect(head.headerFields[.date] == "Sat, 21 Nov 2026 02:24:00 GMT")
        let zipped = try ask(fields: "gzip", on: channel)
        #expect(zipped?[.contentEncoding] == "gzip")
        #expect(passed.heads == 0)
    }

    @Test("The short way says the same of a page as the long way")
    func sameHeaders() async throws {
        let (channel, _) = try await connection()
        guard case .head(let short)? = try ask(on: channel).first else {
            Issue.record("no answer")
            return
        }
        let cache = cache
        let route = Route.get("/services/{code}", .anyone, "办事指南") { request, _ in
            try await cache.page(request, shows: ["services"]) { Page("不会再做", body: "") }
        }
        try await Installation.test([route]) { client in
            let long = try await client.execute(uri: "/services/kbcyd", method: .get).headers
            for field in long where field.name.canonicalName != "x-request-id" && field.name != .date {
                #expect(short.headerFields[field.name] == field.value, "\(field.name)")
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
        #expect(try ask("/services/kbcyd", .get, [name: value], on: channel).isEmpty)
        #expect(passed.heads == 1)
    }

    @Test("Another method, another address and a dropped page go the long way")
    func unknown() async throws {
        for (method, path) in [(HTTPRequest.Method.head, "/services/kbcyd"), (.get, "/services/kbcyd?q=1")] {
            let (channel, passed) = try await connection()
            #expect(try ask(path, method, on: channel).isEmpty)
            #expect(passed.heads == 1)
        }
        let (channel, passed) = try await connection()
        cache.drop("services")
        #expect(try ask(on: channel).isEmpty)
        #expect(passed.heads == 1)
    }

    @Test("No answer overtakes one that is still on its way")
    func order() async throws {
        let (channel, passed) = try await connection()
        #expect(try ask("/my", on: channel).isEmpty)
        #expect(try ask(on: channel).isEmpty)
        #expect(passed.heads == 2)
        for _ in 1...2 {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        while try channel.readOutbound(as: HTTPResponsePart.self) != nil {}
        #expect(try ask(on: channel).count == 3)
    }

    private func ask(fields encoding: String, on channel: EmbeddedChannel) throws -> HTTPFields? {
        guard
            case .head(let head)? = try ask("/services/kbcyd", .get, [.acceptEncoding: encoding], on: channel)
                .first
        else { return nil }
        return head.headerFields
    }
}

/// Counts what goes the long way, and answers nothing.
private final class Passed: ChannelInboundHandler, Sendable {
    typealias InboundIn = HTTPRequestPart
    private let count = Mutex(0)
    var heads: Int { count.withLock { $0 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { count.withLock { $0 += 1 } }
    }
}
