import NIOCore
import NIOPosix
import Synchronization

/// A mail server on the loopback that says what it is told to and keeps what it is sent.
final class StubMailServer: Sendable {
    /// What it says to the recipient.
    let verdict: String
    private let heard = Mutex<[String]>([])

    init(verdict: String = "250 OK") { self.verdict = verdict }

    /// The lines of all clients, in order.
    var lines: [String] { heard.withLock { $0 } }

    /// Serves while the body runs.
    func serve(_ body: @Sendable (Int) async throws -> Void) async throws {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Talk(self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do { try await body(channel.localAddress?.port ?? 0) } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    fileprivate func hear(_ line: String) { heard.withLock { $0.append(line) } }
}

/// One conversation (RFC 5321).
private final class Talk: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: StubMailServer
    private var rest = ""
    private var isInData = false

    init(_ server: StubMailServer) { self.server = server }

    func channelActive(context: ChannelHandlerContext) { say("220 stub", context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        rest += String(buffer: unwrapInboundIn(data))
        while let end = rest.firstRange(of: "\r\n") {
            let line = String(rest[..<end.lowerBound])
            rest = String(rest[end.upperBound...])
            server.hear(line)
            answer(line, context)
        }
    }

    private func answer(_ line: String, _ context: ChannelHandlerContext) {
        if isInData {
            guard line == "." else { return }
            isInData = false
            return say("250 queued as 1", context)
        }
        switch line.prefix(4).uppercased() {
        case "EHLO": say("250-stub\r\n250 8BITMIME", context)
        case "RCPT": say(server.verdict, context)
        case "DATA":
            isInData = true
            say("354 go on", context)
        case "QUIT": say("221 bye", context)
        default: say("250 OK", context)
        }
    }

    private func say(_ words: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: words + "\r\n")), promise: nil)
    }
}
