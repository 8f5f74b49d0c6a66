import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import WorkingTime

/// Answers public pages that are in memory on the event loop, where they arrive: the way through router and task costs
/// several times what such an answer does, and it is what most visitors ask for.
///
/// It stands right behind the reading of HTTP and puts finished bytes on the wire. It takes only what it can answer in
/// full, GET without cookie, token, condition or body, and never before a request that is still being answered. All
/// else goes the long way.
public final class PageLane: ChannelDuplexHandler, RemovableChannelHandler {
    /// A request from the wire.
    public typealias InboundIn = HTTPServerRequestPart
    /// The same, for the long way.
    public typealias InboundOut = HTTPServerRequestPart
    /// An answer from the long way.
    public typealias OutboundIn = HTTPServerResponsePart
    /// The same, to be written.
    public typealias OutboundOut = HTTPServerResponsePart

    /// Who watches for idle connections stands behind and hears only of what goes the long way: so often something must.
    private static let patience = TimeAmount.seconds(20)

    private let cache: PageCache
    private let now: @Sendable () -> Instant
    private let logger: Logger
    /// Where bytes go in that are an answer already.
    private var wire: ChannelHandlerContext?
    /// Requests that went the long way and are not yet answered.
    private var unanswered = 0
    private var lastPassed = NIODeadline.now()
    private var found: (page: KeptPage, takesGzip: Bool)?

    /// The lane of one connection.
    public init(cache: PageCache, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.cache = cache
        self.now = now
        self.logger = logger
    }

    /// Finds the way to the wire.
    public func handlerAdded(context: ChannelHandlerContext) {
        wire = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    /// Lets go of it, so that the connection can end.
    public func handlerRemoved(context: ChannelHandlerContext) { wire = nil }

    /// Takes a request, or lets it pass.
    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            found = answer(to: request)
            guard found == nil else { return }
            unanswered += 1
            lastPassed = .now()
        case .body: if found != nil { return }
        case .end:
            guard let (page, takesGzip) = found else { break }
            found = nil
            return send(page, takesGzip ? page.gzip : page.plain, context)
        }
        context.fireChannelRead(data)
    }

    /// Counts the answers of the long way.
    public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    private func answer(to request: HTTPRequestHead) -> (page: KeptPage, takesGzip: Bool)? {
        guard request.method == .GET, request.version == .http1_1, unanswered == 0, wire != nil,
            NIODeadline.now() - lastPassed < Self.patience
        else { return nil }
        var takesGzip = false
        var agent: String?
        for (name, value) in request.headers {
            switch name.lowercased() {
            case "accept-encoding": takesGzip = Gzip.isAccepted(value)
            case "user-agent": agent = value
            case "host": if cache.isElsewhere(request.uri, on: value) { return nil }
            case "cookie", "authorization", "if-none-match", "if-match", "range", "expect", "content-length",
                "transfer-encoding", "upgrade":
                return nil
            // Keeping the connection is what happens anyway.
            case "connection": if value.lowercased() != "keep-alive" { return nil }
            default: break
            }
        }
        let now = now()
        guard let page = cache.page(at: request.uri, at: now) else { return nil }
        cache.tell(of: page, at: request.uri, to: agent, at: now)
        return (page, takesGzip)
    }

    private func send(_ page: KeptPage, _ form: KeptPage.Form, _ context: ChannelHandlerContext) {
        let id = RequestNumber.next()
        let answer = form.answer(id: id, at: now(), in: context.channel.allocator)
        wire?.writeAndFlush(NIOAny(answer), promise: nil)
        AccessLog.line(id: id, method: .get, route: page.terms.route, status: .ok, .zero, to: logger)
    }
}
