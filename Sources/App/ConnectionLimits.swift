import Foundation
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import Web

/// What one connection may cost, so that senders who never finish cannot keep out those who do.
enum ConnectionLimits {
    /// A connection on which nothing has come for so long, or not yet a whole head, is closed.
    static let idleTimeout = TimeAmount.seconds(60)

    /// How much of a body is still taken in after it has been answered, in bytes. A browser reads a refusal
    /// only when it has sent everything, so what people really send (photos, scans) is taken in and dropped.
    static let unreadBytes = 64 << 20

    /// A server whose connections have these limits, and a lane for public pages.
    static func server(lane: @escaping @Sendable () -> PageLane) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let http = HTTP1Channel(
                responder: responder,
                configuration: .init(
                    additionalChannelHandlers: [UnreadBodyLimit(bytes: unreadBytes)], idleTimeout: idleTimeout
                ))
            return LanedChannel(http: http, lane: lane)
        }
    }

    /// So many connections that files can still be opened beside them; others wait until one is closed.
    static func connections(logger: Logger) -> MaximumAvailableConnections {
        var limit = rlimit()
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        let files = isKnown ? Int(clamping: limit.rlim_cur) : 1_024
        return MaximumAvailableConnections(min(10_000, max(64, files - reservedFiles)), logger: logger)
    }

    /// The database, files on their way in and out, and the sockets the server listens on.
    private static let reservedFiles = 256
}

/// Closes a connection whose sender goes on with a body long after it has been answered: 2 GB that were
/// refused at once need not pass through the wire.
final class UnreadBodyLimit: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limitBytes: Int
    private var unreadBytes = 0
    /// Requests that have begun and are not yet answered.
    private var unanswered = 0

    init(bytes: Int) { limitBytes = bytes }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            unreadBytes = 0
        case .body(let bytes) where unanswered == 0:
            unreadBytes += bytes.readableBytes
            guard unreadBytes <= limitBytes else { return context.close(promise: nil) }
        case .body, .end: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }
}
