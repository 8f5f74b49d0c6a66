import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization
import Testing

@testable import Web

@Suite("Whoever counts hears of what is handed out")
struct VisitTests {
    private final class Heard: Sendable {
        let visits = Mutex<[Visit]>([])
        var lines: [String] { visits.withLock { $0.map { "\($0.uri) \($0.route) \($0.isFile)" } } }
    }

    private let heard = Heard()
    private var settings: WebSettings {
        var settings = Installation.settings()
        settings.seen = { [heard] visit in heard.visits.withLock { $0.append(visit) } }
        return settings
    }

    @Test("refusals, heads, changes, styles and answers to programs are no visits")
    func silent() async throws {
        let routes: [Route] = [
            .get("/page", .anyone, "页面") { _, _ in .page(Page("页面", body: "<h1>页面</h1>")) },
            .post("/page", .anyone, journal: "page.changed", "改") { _, _ in .redirect(to: "/page") },
            .get("/text", .anyone, "文字") { _, _ in .text("文字") },
        ]
        try await Installation.test(routes, settings: settings) { client in
            _ = try await client.execute(uri: "/page", method: .head)
            _ = try await client.execute(uri: "/page", method: .post)
            _ = try await client.execute(uri: "/no-such-page", method: .get)
            _ = try await client.execute(uri: "/text", method: .get)
            _ = try await client.execute(uri: Asset.url("minben.css"), method: .get)
        }
        #expect(heard.lines.isEmpty)
    }

    @Test("a page and a file are told once each, with their route, and nothing of who asked")
    func told() async throws {
        let routes: [Route] = [
            .get("/cases/{number}", .anyone, "办件") { _, _ in .page(Page("办件", body: "<h1>办件</h1>")) },
            .get("/file", .anyone, "文件") { _, _ in .file([1], name: "a.csv", contentType: "text/csv") },
        ]
        try await Installation.test(routes, settings: settings) { client in
            _ = try await client.execute(
                uri: "/cases/17?x=1", method: .get, headers: [.userAgent: "Browser/1", .cookie: "visit=v"])
            _ = try await client.execute(uri: "/file", method: .get)
        }
        #expect(heard.lines == ["/cases/17?x=1 /cases/* false", "/file /file true"])
        #expect(heard.visits.withLock(\.first)?.agent == "Browser/1")
    }

    @Test("a page that never reaches the door is told all the same, with the name of the program")
    func lane() async throws {
        let cache = PageCache(settings: settings)
        let route = Route.get("/services/{code}", .anyone, "办事指南") { request, _ in
            try await cache.page(request, shows: ["services"]) { Page("指南", body: "<h1>指南</h1>") }
        }
        try await Installation.test([route]) {
            _ = try await $0.execute(uri: "/services/kbcyd", method: .get)
        }
        #expect(heard.lines.isEmpty)
        let lane = PageLane(cache: cache, now: { Installation.now }, logger: Logger(label: "test"))
        let channel = EmbeddedChannel()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try pipeline.addHandler(lane)
        try channel.writeInbound(
            ByteBuffer(
                string: "GET /services/kbcyd HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Browser/2\r\n\r\n"))
        #expect(heard.lines == ["/services/kbcyd /services/* false"])
        #expect(heard.visits.withLock(\.first)?.agent == "Browser/2")
        _ = try channel.finish(acceptAlreadyClosed: true)
    }
}
