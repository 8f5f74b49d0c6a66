import Hummingbird
import NIOCore
import Refusals
import ServiceLifecycle
import Synchronization

/// The screens that this node keeps informed, each over a connection that stays open (Server-Sent Events).
///
/// They are few, each lives for some minutes and comes back by itself, and at shutdown all end at once. What a screen
/// shows is read anew whenever its topic is rung, on whatever node the change was made, and with every heartbeat, so
/// that a ring which got lost costs seconds and no more.
public final class LiveStreams: Sendable {
    private struct State {
        var listeners: [Int: Listener] = [:]
        var last = 0
    }

    private struct Listener {
        let topic: String
        let address: String
        let rings: AsyncStream<Void>.Continuation
    }

    private let state = Mutex(State())
    private let limit: Int
    private let limitPerAddress: Int
    private let beats: Int
    private let pause: @Sendable () async throws -> Void

    /// The streams of a node.
    ///
    /// - Parameters:
    ///   - limit: how many there may be at once.
    ///   - limitPerAddress: how many of them may come from one address.
    ///   - beats: after how many heartbeats a stream ends, and its screen comes back.
    ///   - pause: waits from one heartbeat to the next; tests put their own in.
    public init(
        limit: Int = 200, limitPerAddress: Int = 20, beats: Int = 40,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(15)) }
    ) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
        self.beats = beats
        self.pause = pause
    }

    /// How many screens are listening.
    public var count: Int { state.withLock { $0.listeners.count } }

    /// Something about this topic has changed; nil when anything may have.
    public func ring(_ topic: String?) {
        let rung = state.withLock { state in
            state.listeners.values.filter { topic == nil || $0.topic == topic }
        }
        for listener in rung { listener.rings.yield() }
    }

    /// Ends all of them; their screens come back.
    public func stop() {
        for id in state.withLock({ Array($0.listeners.keys) }) { leave(id) }
    }

    /// A stream about a topic. `read` tells what is to be shown; it is sent when it differs from what was sent before.
    ///
    /// - Throws: `DomainError.tooMany` when there are as many as there may be.
    public func response(
        about topic: String, to request: WebRequest, read: @escaping @Sendable () async throws -> ServerEvent
    ) throws -> WebResponse {
        try requireRoom(for: request.address)
        let address = request.address
        let body = ResponseBody { [self] writer in
            let (rings, id) = listen(to: topic, from: address)
            defer { leave(id) }
            try await withGracefulShutdownHandler {
                try await send(rings, id, to: &writer, read)
            } onGracefulShutdown: {
                self.leave(id)
            }
            try await writer.finish(nil)
        }
        return WebResponse(.ok, .body(body), contentType: "text/event-stream; charset=utf-8")
            .header("Cache-Control", "no-store").header("X-Accel-Buffering", "no")
    }

    private func send(
        _ rings: AsyncStream<Void>, _ id: Int, to writer: inout any ResponseBodyWriter,
        _ read: @Sendable () async throws -> ServerEvent
    ) async throws {
        let heart = Task { [self] in
            for _ in 0..<beats {
                try await pause()
                state.withLock { $0.listeners[id] }?.rings.yield()
            }
            leave(id)
        }
        defer { heart.cancel() }
        var shown: ServerEvent?
        try await writer.write(ServerEvent.retry)
        for await _ in rings {
            let event = try await read()
            try await writer.write(event == shown ? ServerEvent.heartbeat : event.bytes)
            shown = event
        }
    }

    /// Every ring from now on, and one at once. Rings that nobody has heard yet are one.
    private func listen(to topic: String, from address: String) -> (AsyncStream<Void>, Int) {
        let (stream, rings) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        rings.yield()
        let id = state.withLock { state in
            state.last += 1
            state.listeners[state.last] = Listener(topic: topic, address: address, rings: rings)
            return state.last
        }
        return (stream, id)
    }

    private func leave(_ id: Int) {
        state.withLock { $0.listeners.removeValue(forKey: id) }?.rings.finish()
    }

    private func requireRoom(for address: String) throws {
        let (all, own) = state.withLock { state in
            (state.listeners.count, state.listeners.values.count { $0.address == address })
        }
        guard all < limit, own < limitPerAddress else {
            throw DomainError.tooMany("同时打开的大屏太多，请稍后再试。", retryAfterSeconds: 60)
        }
    }
}
