import Foundation

/// Threads that each own one connection and take work from one line, first come, first served.
///
/// libpq's blocking calls are as quick as its others and far simpler; they only must not block the threads of
/// Swift concurrency, hence threads of our own.
final class ConnectionLine: @unchecked Sendable {
    /// One piece of work: done on a connection, or refused because the line is closed or too long.
    struct Work: Sendable {
        let run: @Sendable (PostgresWorker) -> Void
        let refuse: @Sendable (StorageError) -> Void
    }

    /// How many may wait; the next one is refused as busy instead of filling the memory.
    static let waitingLimit = 20_000

    // All below are touched only with `condition` held.
    private let condition = NSCondition()
    private var waiting: [Work] = []
    private var isClosed = false
    private var running = 0
    private var connected = 0

    init(width: Int, name: String, worker: @escaping @Sendable () -> PostgresWorker) {
        running = width
        for place in 1...width {
            let thread = Thread { [self] in serve(with: worker()) }
            thread.name = "\(name)-\(place)"
            thread.start()
        }
    }

    func submit(_ work: Work) {
        condition.lock()
        let refusal: StorageError? =
            isClosed
            ? .unreachable("the database was closed") : waiting.count >= Self.waitingLimit ? .busy : nil
        if refusal == nil {
            waiting.append(work)
            condition.signal()
        }
        condition.unlock()
        if let refusal { work.refuse(refusal) }
    }

    /// Refuses what waits and lets what runs finish.
    func stop() {
        condition.lock()
        isClosed = true
        let refused = waiting
        waiting = []
        condition.broadcast()
        condition.unlock()
        refused.forEach { $0.refuse(.unreachable("the database was closed")) }
    }

    /// Returns when all connections of a line that was stopped are closed.
    func waitUntilClosed() {
        condition.lock()
        while running > 0 { condition.wait() }
        condition.unlock()
    }

    private func serve(with worker: PostgresWorker) {
        var wasConnected = false
        while let work = next() {
            let isShort = worker.isShortOfConnections()
            if isShort, handBack(work) {
                Thread.sleep(forTimeInterval: Self.pauseSeconds)
                continue
            }
            work.run(worker)
            guard worker.isConnected != wasConnected else { continue }
            wasConnected.toggle()
            count(wasConnected ? 1 : -1)
        }
        worker.disconnect()
        condition.lock()
        running -= 1
        condition.broadcast()
        condition.unlock()
    }

    /// How long a thread without a connection leaves the work to the others.
    private static let pauseSeconds = 0.3

    /// Gives work to the threads that have a connection, when the server has none left for this one; false when no
    /// thread has any.
    private func handBack(_ work: Work) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard connected > 0, !isClosed else { return false }
        waiting.insert(work, at: 0)
        condition.signal()
        return true
    }

    private func count(_ change: Int) {
        condition.lock()
        connected += change
        condition.unlock()
    }

    private func next() -> Work? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty && !isClosed { condition.wait() }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }
}
