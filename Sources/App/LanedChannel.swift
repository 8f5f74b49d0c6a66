import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Web

/// A connection as Hummingbird sets it up, with the lane for public pages where HTTP has just been read: Hummingbird
/// itself takes further handlers only behind the conversion to its own types, which a page in memory has no need of.
struct LanedChannel: HTTPChannelHandler {
    let http: HTTP1Channel
    let lane: @Sendable () -> PageLane

    var responder: Responder { http.responder }

    func setup(
        channel: any Channel, logger: Logger
    ) -> EventLoopFuture<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let conversion = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(lane(), position: .before(conversion))
            return value
        }
    }

    func handle(value: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
