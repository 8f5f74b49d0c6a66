import Synchronization

/// Who of this node has something, and who wants it next.
public final class Turns<Name: Hashable & Sendable>: Sendable {
    /// Called when it is one's turn.
    public typealias Turn = @Sendable () -> Void

    /// Who waits for each thing that somebody has.
    private let waiting = Mutex<[Name: [Turn]]>([:])

    /// Nobody has anything.
    public init() {}

    /// Does something while nobody else on this node does anything under the same name; whoever comes meanwhile waits,
    /// in the order in which they come. Throws what the work throws.
    public func inTurn<T>(_ name: Name, _ work: () async throws -> T) async rethrows -> T {
        if !take(name) {
            await withCheckedContinuation { continuation in wait(for: name) { continuation.resume() } }
        }
        defer { release(name) }
        return try await work()
    }

    /// Takes a thing, unless somebody has it.
    func take(_ name: Name) -> Bool {
        waiting.withLock { waiting in
            guard waiting[name] == nil else { return false }
            waiting[name] = []
            return true
        }
    }

    /// Gives the thing to whoever waits longest for it.
    func release(_ name: Name) {
        let next = waiting.withLock { waiting -> Turn? in
            guard let turns = waiting[name], !turns.isEmpty else {
                waiting[name] = nil
                return nil
            }
            return waiting[name]?.removeFirst()
        }
        next?()
    }

    /// Calls `turn` once the thing is its own: when everybody who came before is done, or at once.
    func wait(for name: Name, _ turn: @escaping Turn) {
        let isFree = waiting.withLock { waiting in
            guard waiting[name] != nil else {
                waiting[name] = []
                return true
            }
            waiting[name]?.append(turn)
            return false
        }
        if isFree { turn() }
    }
}
