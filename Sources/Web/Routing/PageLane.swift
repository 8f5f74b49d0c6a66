import HTTPTypes
import Logging
import NIOCore
import NIOHTTPTypes
import WorkingTime

/// Answers public pages that are in memory on the event loop, where they arrive: the way through router and task costs
/// several times what such an answer does, and it is what most visitors ask for.
///
/// It takes only what it can answer in full, GET without cookie, token, condition or body, and never before a request
/// that is still being answered. All else goes the long way.
public final class PageLane: ChannelDuplexHandler, RemovableChannelHandler {
    /// A request from the wire.
    public typealias InboundIn = HTTPRequestPart
    /// The same, for the long way.
    public typealias InboundOut = HTTPRequestPart
    /// An answer from the long way.
    public typealias OutboundIn = HTTPResponsePart
    /// An answer to the wire.
    public typealias OutboundOut = HTTPResponsePart

    /// Who watches for idle connections stands behind and hears only of what goes the long way: so often something must.
    private static let patience = TimeAmount.seconds(20)

    private let cache: PageCache
    private let now: @Sendable () -> Instant
    private let logger: Logger
    /// Requests that went the long way and are not yet answered.
    private var unanswered = 0
    private var lastPassed = NIODeadline.now()
    private var found: KeptPage.Form?
    private var route = ""

    /// The lane of one connection.
    public init(cache: PageCache, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.cache = cache
        self.now = now
        self.logger = logger
    }

    /// Takes a request, or lets it pass.
    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            found = form(for: request)
            guard found == nil else { return }
            unanswered += 1
            lastPassed = .now()
        case .body: if found != nil { return }
        case .end:
            guard let form = found else { break }
            found = nil
            return answer(form, context)
        }
        context.fireChannelRead(data)
    }

    /// Counts the answers of the long way.
    public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    private func form(for request: HTTPRequest) -> KeptPage.Form? {
        guard request.method == .get, unanswered == 0, NIODeadline.now() - lastPassed < Self.patience,
            let uri = request.path
        else { return nil }
        var takesGzip = false
        for field in request.headerFields {
            switch field.name {
            case .acceptEncoding: takesGzip = Gzip.isAccepted(field.value)
            case .cookie, .authorization, .ifNoneMatch, .ifMatch, .range, .expect, .contentLength,
                .transferEncoding, .connection, .upgrade:
                // Keeping the connection is what happens anyway.
                if field.name != .connection || field.value.lowercased() != "keep-alive" { return nil }
            default: break
            }
        }
        guard let page = cache.page(at: uri, at: now()) else { return nil }
        route = page.terms.route
        return takesGzip ? page.gzip : page.plain
    }

    private func answer(_ form: KeptPage.Form, _ context: ChannelHandlerContext) {
        let id = RequestNumber.next()
        var head = form.head
        if let name = AccessLog.requestID { head.headerFields.append(HTTPField(name: name, value: id)) }
        head.headerFields.append(HTTPField(name: .date, value: HTTPDate.text(of: now())))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(form.bytes)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        AccessLog.line(id: id, method: .get, route: route, status: .ok, .zero, to: logger)
    }
}
