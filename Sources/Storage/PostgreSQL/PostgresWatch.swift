internal import CLibPQ
import Foundation
internal import Glibc
import Synchronization

/// The connection that listens for changes made on other nodes, and that holds the locks of what only one
/// node may do: when it breaks, another node gets them.
final class PostgresWatch: Sendable {
    static let channel = "minben"

    /// Tells all nodes, once the transaction it is part of is durable.
    static func announcement(of topic: String) -> SQL { "SELECT pg_notify(\(channel), \(topic))" }

    private struct State {
        var wanted: Set<String> = []
        var led: Set<String> = []
        var isRunning = false
        var isStopped = false
    }

    private let target: PostgresTarget
    private let notices: Notices
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    init(target: PostgresTarget, notices: Notices) {
        self.target = target
        self.notices = notices
    }

    /// Connects, the first time somebody wants to hear something or to lead.
    func start() {
        let isFirst = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning && !state.isStopped
        }
        guard isFirst else { return }
        let thread = Thread { [self] in
            serve()
            ended.signal()
        }
        thread.name = "postgres-watch"
        thread.start()
    }

    /// Whether this node leads. The first question only puts the name on the list of what is tried for.
    func leads(_ role: String) -> Bool {
        start()
        return state.withLock { state in
            state.wanted.insert(role)
            return state.led.contains(role)
        }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    func waitUntilClosed() {
        if state.withLock(\.isRunning) { ended.wait() }
    }

    private var isStopped: Bool { state.withLock(\.isStopped) }

    private func serve() {
        while !isStopped {
            if let connection = try? PostgresConnection(to: target) { try? watch(connection) }
            state.withLock { $0.led = [] }
            if !isStopped { Thread.sleep(forTimeInterval: 0.5) }
        }
    }

    private func watch(_ connection: PostgresConnection) throws {
        try connection.run("LISTEN \(Self.channel)")
        // What was announced while nobody listened is not repeated.
        notices.tell(nil)
        while !isStopped {
            try tryForLeadership(connection)
            var socket = pollfd(fd: PQsocket(connection.handle), events: Int16(POLLIN), revents: 0)
            poll(&socket, 1, 250)
            guard connection.isAlive else { return }
            while let notice = PQnotifies(connection.handle) {
                notices.tell(String(cString: notice.pointee.extra))
                PQfreemem(notice)
            }
        }
    }

    private func tryForLeadership(_ connection: PostgresConnection) throws {
        let open = state.withLock { $0.wanted.subtracting($0.led) }
        for role in open {
            let sql: SQL = "SELECT pg_try_advisory_lock(\(connection.lockKey("lead/\(role)")))"
            let isLed = try connection.perform(sql).rows().first?.firstInt == 1
            if isLed { state.withLock { _ = $0.led.insert(role) } }
        }
    }
}
